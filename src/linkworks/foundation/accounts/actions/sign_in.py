"""What the change log says of signing in. It belongs to the user and to no team: nobody acts for a team yet."""

from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor, ActorKind


def note_success(user: User) -> None:
    record(_the_user(user), "sign_in.succeeded", subject=user)


def note_unlocked(user: User) -> None:
    record(_the_user(user), "sign_in.unlocked", subject=user)


def note_failure(step: str, user: User | None = None) -> None:
    """`step` is what was not right: password, code or passkey."""
    record(Actor.nobody(), "sign_in.failed", subject=user, step=step)


def _the_user(user: User) -> Actor:
    return Actor(kind=ActorKind.STAFF, name=user.name, user_id=user.pk)
