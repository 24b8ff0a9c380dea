"""How a service stands, for whoever would be sent there: wrong advice is worse than none."""

from collections.abc import Iterator

from linkworks.domain.directory.choices import LiveState, ServiceStatus
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.models import Service
from linkworks.foundation.core import words

ENDED = "It is no longer in the directory."
SHUT = "It is closed for now."
FULL = "It is full at the moment: ask when there will be room."
NEVER_CHECKED = "Nobody has checked what it says here: ring before you go."


def why_shut(service: Service) -> str:
    """Why nobody should be sent there at all; blank when it runs."""
    if not service.is_listed:
        return ENDED
    if service.status == ServiceStatus.TEMPORARILY_CLOSED or service.live_state == LiveState.CLOSED_FOR_NOW:
        return SHUT
    return ""


def warnings(service: Service) -> tuple[str, ...]:
    """What must be known of a service that runs before anybody goes there."""
    return tuple(filter(None, [*_room(service), service.alert, age_warning(service)]))


def _room(service: Service) -> Iterator[str]:
    if service.live_state == LiveState.FULL:
        yield FULL
    if service.live_state == LiveState.WAITING_LIST:
        wait = f" of about {words.count(service.waiting_weeks, 'week')}" if service.waiting_weeks else ""
        yield f"It has a waiting list{wait}."


def age_warning(service: Service) -> str:
    """Blank while what the entry says was checked not too long ago."""
    if service.assured_on is None:
        return NEVER_CHECKED
    return f"Last checked {words.ago(service.assured_on)}: ring before you go." if is_stale(service.assured_on) else ""
