"""What the change log says of signing in. It belongs to the user and to no team: nobody acts for a team yet."""

from typing import Any

from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor, ActorKind


def note(user: User, event: str, **keys: Any) -> None:
    """What the user did to get in, or changed about how they do."""
    record(Actor(kind=ActorKind.STAFF, name=user.name, user_id=user.pk), event, subject=user, **keys)


def note_failure(step: str, user: User | None = None) -> None:
    """`step` is what was not right: password, code or passkey."""
    record(Actor.nobody(), "sign_in.failed", subject=user, step=step)
