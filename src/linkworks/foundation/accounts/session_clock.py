"""How long a session has lasted and lain unused, and whether it is open, locked or over."""

from datetime import datetime
from enum import Enum, auto

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.urls import reverse

from linkworks.foundation.design.parts import SessionClock

SIGNED_IN_AT = "signed_in_at"
SEEN_AT = "seen_at"
WRITE_EVERY_SECONDS = 30  # so that not every page costs a write


class SessionState(Enum):
    OPEN = auto()
    LOCKED = auto()
    OVER = auto()


def state_of(session: SessionBase, now: datetime) -> SessionState:
    at = now.timestamp()
    if at - session.get(SIGNED_IN_AT, at) > settings.SIGN_OUT_AFTER.total_seconds():
        return SessionState.OVER
    if at - session.get(SEEN_AT, at) > settings.LOCK_AFTER.total_seconds():
        return SessionState.LOCKED
    return SessionState.OPEN


def start(session: SessionBase, now: datetime) -> None:
    session[SIGNED_IN_AT] = session[SEEN_AT] = now.timestamp()


def touch(session: SessionBase, now: datetime) -> bool:
    """Note that the session is in use; says whether that had to be written down."""
    if SIGNED_IN_AT not in session:
        start(session, now)
        return True
    if now.timestamp() - session[SEEN_AT] < WRITE_EVERY_SECONDS:
        return False
    session[SEEN_AT] = now.timestamp()
    return True


def on_page(session: SessionBase, now: datetime) -> SessionClock:
    """For the warnings before the session locks and before it ends; what was not written down counts as unused."""
    signed_in_at = datetime.fromtimestamp(session.get(SIGNED_IN_AT, now.timestamp()), tz=now.tzinfo)
    ends_at = signed_in_at + settings.SIGN_OUT_AFTER
    return SessionClock(
        seconds=int(settings.LOCK_AFTER.total_seconds()) - WRITE_EVERY_SECONDS,
        keep_alive=reverse("staff:stay_signed_in"),
        sign_out=reverse("account_logout"),
        ends_at=ends_at,
        seconds_to_end=int((ends_at - now).total_seconds()),
    )


def unlock(session: SessionBase, now: datetime) -> None:
    session[SEEN_AT] = now.timestamp()


def began_within(session: SessionBase, now: datetime, seconds: int) -> bool:
    return bool(now.timestamp() - session.get(SIGNED_IN_AT, 0) < seconds)
