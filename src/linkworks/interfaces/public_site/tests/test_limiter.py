import pytest

from linkworks.foundation.core.errors import Refused
from linkworks.interfaces.public_site.limiter import POSTS, count_post


def test_a_surgery_may_send_many_and_then_is_asked_kindly_to_wait(team):
    for _ in range(POSTS.times):
        count_post("192.0.2.1", team)
    with pytest.raises(Refused, match=r"What you typed is still here\..*or ring us on 020 7946 0100") as refusal:
        count_post("192.0.2.1", team)
    assert refusal.value.message.endswith("020 7946 0100.")
    count_post("192.0.2.2", team)
