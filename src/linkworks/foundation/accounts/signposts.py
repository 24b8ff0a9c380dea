"""What the header says of whoever is signed in: the team, the way to the account, the way out."""

from django.http import HttpRequest

from linkworks.foundation.accounts.policies import may_manage_staff
from linkworks.foundation.design import navigation
from linkworks.foundation.design.navigation import NavigationItem, Place


def put_up() -> None:
    navigation.name_team_with(_team_name)
    navigation.add(NavigationItem("Staff", "staff:members", who=may_manage_staff, order=20))
    navigation.add(NavigationItem("Your account", "mfa_index", place=Place.ACCOUNT, order=10))
    navigation.add(NavigationItem("Sign out", "account_logout", place=Place.ACCOUNT, order=20, is_deed=True))


def _team_name(request: HttpRequest) -> str:
    membership = getattr(getattr(request, "user", None), "current_membership", None)
    return membership.team.name if membership else ""
