from datetime import timedelta

import pytest

from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.actions.need_routes import set_clocks
from linkworks.domain.outreach.choices import Urgency
from linkworks.domain.outreach.selectors.need_lists import list_clocks
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db
HOURS = {urgency: (timedelta(hours=rank), timedelta(hours=rank * 4)) for rank, urgency in enumerate(Urgency, 1)}


@pytest.fixture
def campaign(coordinator):
    return create_campaign(coordinator, name="Winter calls", purpose="Warmth", telephone="020 7946 0150")


def test_a_coordinator_says_how_soon_help_is_to_come(campaign, coordinator):
    set_clocks(coordinator, campaign=campaign, clocks=HOURS)
    assert {Urgency(one.urgency): (one.answer, one.deliver) for one in list_clocks(coordinator, campaign)} == HOURS


def test_an_answer_may_not_take_longer_than_help_itself(campaign, coordinator):
    late = HOURS | {Urgency.TODAY: (timedelta(hours=5), timedelta(hours=2))}
    with pytest.raises(Refused, match="Today"):
        set_clocks(coordinator, campaign=campaign, clocks=late)


def test_whoever_saw_older_rules_looks_again(campaign, coordinator):
    with pytest.raises(Conflict):
        set_clocks(coordinator, campaign=campaign, clocks=HOURS, expected_version=campaign.version - 1)


def test_a_link_worker_does_not(campaign, link_worker):
    with pytest.raises(NotAllowed):
        set_clocks(link_worker, campaign=campaign, clocks=HOURS)
