from datetime import timedelta

import pytest
import time_machine

from linkworks.foundation.access.limits import Limit, seconds_to_wait
from linkworks.foundation.access.models import AddressCount
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

TWICE_A_MINUTE = Limit("tests.asked", 2, timedelta(minutes=1))
NOON = clock.now().replace(hour=12, minute=0, second=15, microsecond=0)


def test_past_the_limit_an_address_is_told_how_long_to_wait():
    with time_machine.travel(NOON, tick=False):
        assert [seconds_to_wait(TWICE_A_MINUTE, "192.0.2.1") for _ in range(4)] == [0, 0, 45, 45]
        assert seconds_to_wait(TWICE_A_MINUTE, "192.0.2.2") == 0
        assert seconds_to_wait(Limit("tests.else", 2, timedelta(minutes=1)), "192.0.2.1") == 0


def test_the_next_minute_begins_anew_and_old_counts_go():
    with time_machine.travel(NOON, tick=False):
        for _ in range(3):
            seconds_to_wait(TWICE_A_MINUTE, "192.0.2.1")
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        assert seconds_to_wait(TWICE_A_MINUTE, "192.0.2.1") == 0
    assert AddressCount.objects.get().times == 1


def test_one_home_is_one_address():
    for last in range(3):
        waits = seconds_to_wait(TWICE_A_MINUTE, f"2001:db8::{last}")
    assert waits
    assert seconds_to_wait(TWICE_A_MINUTE, "2001:db8:0:1::1") == 0


def test_the_address_is_not_kept():
    seconds_to_wait(TWICE_A_MINUTE, "192.0.2.1")
    assert "192.0.2.1" not in repr(AddressCount.objects.values())
