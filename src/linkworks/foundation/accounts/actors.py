"""From a signed-in user to the actor who is asked about everywhere."""

from django.contrib.auth.models import AnonymousUser

from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core.actor import Actor, ActorKind


def actor_for(user: User | AnonymousUser) -> Actor:
    """The actor of the user's current membership, looked up afresh so that a removed user loses access at once."""
    if not isinstance(user, User) or not user.is_active:
        return Actor.nobody()
    membership = user.current_membership
    if membership is None:
        return Actor.nobody()
    return staff_actor(membership, user)


def staff_actor(membership: Membership, user: User) -> Actor:
    return Actor(
        kind=ActorKind.STAFF,
        name=user.name,
        team_id=membership.team_id,
        user_id=user.pk,
        role=membership.role,
        sees_people=membership.role in ROLES_THAT_SEE_PEOPLE,
    )
