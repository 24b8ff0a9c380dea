"""Asking before doing: an action names the policy it needs, and stops when the answer is no."""

from collections.abc import Callable
from typing import Any

from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed


def require(policy: Callable[..., bool], actor: Actor, *subject: Any) -> None:
    """Raise NotAllowed unless the policy says yes to this actor and subject."""
    if not policy(actor, *subject):
        raise NotAllowed
