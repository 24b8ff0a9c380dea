from datetime import datetime

import pytest

from linkworks.domain.casework.reminders import leaves_at
from linkworks.foundation.core import clock


def at(day, hour):
    return datetime(2026, 3, day, hour, tzinfo=clock.LONDON)


@pytest.mark.parametrize(
    ("starts_at", "now", "leaves"),
    [
        (at(3, 14), at(1, 9), at(2, 10)),
        (at(3, 14), at(2, 11), at(3, 11)),
        (at(3, 14), at(3, 12), None),
        (at(3, 10), at(2, 16), None),
    ],
)
def test_a_reminder_leaves_the_day_before_or_three_hours_before_or_not_at_all(starts_at, now, leaves):
    assert leaves_at(starts_at, now) == leaves
