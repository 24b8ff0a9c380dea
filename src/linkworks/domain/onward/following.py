"""Who else follows a referral to a partner: apps above register what it means to them, in the same transaction."""

from collections.abc import Callable

from linkworks.domain.onward.models import OnwardReferral
from linkworks.foundation.core.actor import Actor

Follower = Callable[[Actor, OnwardReferral], None]

_followers: list[Follower] = []


def register(follower: Follower) -> None:
    if follower not in _followers:
        _followers.append(follower)


def announce(actor: Actor, referral: OnwardReferral) -> None:
    """It was sent, or stands elsewhere now: its `status` says where."""
    for follower in _followers:
        follower(actor, referral)
