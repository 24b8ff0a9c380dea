"""When something should come back: one press for the usual days, three boxes for any other."""

from datetime import date, timedelta
from typing import Any

from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import add_working_days
from linkworks.foundation.design import fields

TODAY, TOMORROW, WEEK, FORTNIGHT, ON_A_DAY = "today", "tomorrow", "week", "fortnight", "on_a_day"
CHOICES = [
    (TODAY, "Today"),
    (TOMORROW, "Next working day"),
    (WEEK, "In a week"),
    (FORTNIGHT, "In two weeks"),
    (ON_A_DAY, "On a day"),
]
NEVER = "never"


def day_field(opener: str) -> fields.DateField:
    """The three boxes, which stand under “On a day” of the field named."""
    return fields.DateField("Which day?", future=True, only_if=fields.Given(opener, ON_A_DAY))


def day_of(answers: dict[str, Any], opener: str, day: str) -> date | None:
    """The day that was meant; None for never."""
    today = clock.today()
    days = {
        TODAY: today,
        TOMORROW: add_working_days(today, 1),
        WEEK: today + timedelta(weeks=1),
        FORTNIGHT: today + timedelta(weeks=2),
        ON_A_DAY: answers.get(day),
    }
    return days.get(answers[opener])
