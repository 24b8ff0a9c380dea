"""The one clock. Everything that asks for the time asks here, so that tests can stop it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    return datetime.now(LONDON)


def today() -> date:
    return now().date()


def moment_on(day: date) -> datetime:
    """Now, if it is today; otherwise midday, for what happened on a day at no known time."""
    moment = now()
    return moment if day == moment.date() else datetime.combine(day, time(12), tzinfo=LONDON)


def day_of(moment: datetime) -> date:
    """The day it was in London."""
    return moment.astimezone(LONDON).date()
