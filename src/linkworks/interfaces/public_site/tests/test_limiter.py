from datetime import timedelta

import pytest
import time_machine

from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused
from linkworks.interfaces.public_site.limiter import POSTS_AN_HOUR, count_post
from linkworks.interfaces.public_site.models import PostCount


def test_a_surgery_may_send_many_and_then_is_asked_kindly_to_wait(team):
    for _ in range(POSTS_AN_HOUR):
        count_post("192.0.2.1", team)
    with pytest.raises(Refused, match=r"What you typed is still here\..*or ring us on 020 7946 0100") as refusal:
        count_post("192.0.2.1", team)
    assert refusal.value.message.endswith("020 7946 0100.")
    count_post("192.0.2.2", team)


def test_a_new_hour_begins_anew_and_old_counts_go(team):
    now = clock.now().replace(minute=30)
    with time_machine.travel(now, tick=False):
        for _ in range(POSTS_AN_HOUR):
            count_post("192.0.2.1", team)
    with time_machine.travel(now + timedelta(hours=3), tick=False):
        count_post("192.0.2.1", team)
    assert PostCount.objects.get().posts == 1


def test_the_address_is_not_kept(team):
    count_post("192.0.2.1", team)
    assert "192.0.2.1" not in repr(PostCount.objects.values())
