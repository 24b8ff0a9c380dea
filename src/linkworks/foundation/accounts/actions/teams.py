"""Making a team, with the one person who can then invite everybody else."""

from django.db import transaction

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team, User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


def make_team(*, name: str, slug: str, admin_email: str, admin_name: str, besides_others: bool = False) -> User:
    """An operator's deed. Gives the administrator, who has no password yet."""
    if Team.objects.exists() and not besides_others:
        raise Refused("There is a team already. To make another one, say --another.")
    if Team.objects.filter(slug=slug).exists():
        raise Refused(f"There is a team with the slug {slug} already.", "slug")
    if User.objects.filter(email=admin_email.lower()).exists():
        raise Refused("Somebody with that email address is here already.", "admin_email")
    with transaction.atomic():
        team = Team(name=name, slug=slug)
        team.full_clean()
        team.save()
        administrator = User(email=admin_email.lower(), name=admin_name)
        administrator.set_unusable_password()
        administrator.full_clean()
        administrator.save()
        Membership.objects.create(user=administrator, team=team, role=Role.ADMINISTRATOR)
        record(Actor.system("first_team", None), "team.made", subject=team)
    return administrator
