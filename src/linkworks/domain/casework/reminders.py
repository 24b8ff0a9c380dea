"""Reminders of appointments: by which ways they are safe, when they leave, and their words.

A reminder may be read by anybody who picks up the telephone. It names nobody but the worker's first name, says nothing
of health, and goes only where the person has said that it may.
"""

from datetime import datetime, time, timedelta

from linkworks.domain.people.choices import AlertKind, ContactKind
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import clock, words
from linkworks.foundation.messaging.choices import Channel

NEVER_BY_ITSELF = frozenset({AlertKind.SAFE_CONTACT, AlertKind.HIGH_RISK})
"""With one of these alerts nothing leaves without a worker's hand."""
TIME_OF_DAY = time(10)
SHORT_NOTICE = timedelta(hours=3)
EARLIEST = time(8)


def safe_ways(known: BeforeContact) -> dict[Channel, str]:
    """Where a reminder may go: the recipient of each channel."""
    alerts = {alert.kind for alert in known.alerts}
    if alerts & NEVER_BY_ITSELF:
        return {}
    ways: dict[Channel, str] = {}
    for detail in known.details:
        if detail.kind == ContactKind.MOBILE and detail.may_text and AlertKind.NO_TEXT not in alerts:
            ways.setdefault(Channel.TEXT, detail.value)
        elif detail.kind == ContactKind.EMAIL:
            ways.setdefault(Channel.EMAIL, detail.value)
    return ways


def leaves_at(starts_at: datetime, now: datetime) -> datetime | None:
    """The day before at 10am; for a later booking, three hours before; None when even that is too late."""
    local = starts_at.astimezone(clock.LONDON)
    day_before = datetime.combine(local.date() - timedelta(days=1), TIME_OF_DAY, tzinfo=clock.LONDON)
    if day_before > now:
        return day_before
    same_day = local - SHORT_NOTICE
    return same_day if same_day > now and same_day.time() >= EARLIEST else None


def wording(worker_name: str, starts_at: datetime, telephone: str) -> str:
    return _wording("Reminder: you are meeting", worker_name, starts_at, telephone)


def wording_of_a_move(worker_name: str, starts_at: datetime, telephone: str) -> str:
    """For somebody who was reminded of the time that no longer holds."""
    return _wording("Our meeting has changed. You are now meeting", worker_name, starts_at, telephone)


def _wording(opening: str, worker_name: str, starts_at: datetime, telephone: str) -> str:
    local = starts_at.astimezone(clock.LONDON)
    first_name = worker_name.split(" ", maxsplit=1)[0]
    meeting = f"{opening} {first_name} on {local:%A} {words.full_date(local)} at {words.clock_time(local)}."
    return f"{meeting} If you cannot come, ring {telephone}." if telephone else meeting
