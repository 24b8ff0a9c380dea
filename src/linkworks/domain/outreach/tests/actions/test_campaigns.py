import pytest

from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import CallOutcome
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db
ABOUT = {"name": "Winter calls", "purpose": "To hear who is cold.", "telephone": "020 7946 0150"}


def test_a_new_campaign_begins_with_the_shipped_rules_and_rings_nobody(coordinator):
    made = create_campaign(coordinator, **ABOUT)
    assert (made.state, made.script) == (CampaignState.DRAFT, None)
    assert {window.weekday for window in made.windows.all()} == set(range(1, 8))
    assert [(band.place, band.most_tries) for band in made.bands.all()] == [(1, 4), (2, 6)]
    assert made.outcomes.get(code="engaged").counts is False
    assert made.outcomes.get(code="has-died").tells_lead


def test_shipped_outcomes_are_written_in_their_order(coordinator):
    made = create_campaign(coordinator, **ABOUT)
    in_order = CallOutcome.objects.filter(campaign=made).values_list("place", "code")[:2]
    assert list(in_order) == [(1, "talked"), (2, "no-answer")]


def test_two_campaigns_have_two_names(coordinator):
    create_campaign(coordinator, **ABOUT)
    with pytest.raises(Refused, match="another"):
        create_campaign(coordinator, **ABOUT)


def test_a_link_worker_prepares_none(link_worker):
    with pytest.raises(NotAllowed):
        create_campaign(link_worker, **ABOUT)
