"""The one clock. Everything that asks for the time asks here, so that tests can stop it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    return datetime.now(LONDON)


def today() -> date:
    return now().date()
