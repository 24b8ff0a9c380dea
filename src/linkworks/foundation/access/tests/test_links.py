from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from linkworks.foundation.access import links
from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotFound

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


def test_a_link_opens_its_one_thing():
    team_id, object_id = uuid4(), uuid4()
    token = links.issue(team_id, "referral.progress", object_id, WEEK)
    link = links.open_link(token, "referral.progress")
    assert (link.team_id, link.object_id) == (team_id, object_id)


def test_the_secret_is_not_kept():
    token = links.issue(uuid4(), "referral.progress", uuid4(), WEEK)
    assert len(token) >= 43
    assert token not in repr(SignedLink.objects.values())


def test_a_link_is_for_one_purpose_and_cannot_be_guessed():
    token = links.issue(uuid4(), "referral.progress", uuid4(), WEEK)
    for wrong in ((token, "referral.answer"), (token[:-1], "referral.progress"), ("", "referral.progress")):
        with pytest.raises(NotFound):
            links.open_link(*wrong)


def test_a_link_ends_with_its_time():
    token = links.issue(uuid4(), "referral.progress", uuid4(), WEEK)
    with time_machine.travel(clock.now() + WEEK), pytest.raises(NotFound):
        links.open_link(token, "referral.progress")


def test_a_revoked_link_opens_nothing_and_others_go_on():
    object_id = uuid4()
    token = links.issue(uuid4(), "referral.answer", object_id, WEEK)
    other = links.issue(uuid4(), "referral.progress", object_id, WEEK)
    links.revoke("referral.answer", object_id)
    with pytest.raises(NotFound):
        links.open_link(token, "referral.answer")
    assert links.open_link(other, "referral.progress")
