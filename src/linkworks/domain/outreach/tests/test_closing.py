from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.outreach.actions.campaigns import describe_campaign
from linkworks.domain.outreach.actions.closing import close_campaign
from linkworks.domain.outreach.choices import CampaignState, HeardFrom, NeedState, QueueState, Urgency
from linkworks.domain.outreach.models import Need, NeedStep
from linkworks.domain.outreach.selectors.end_report import read_end_report
from linkworks.domain.outreach.selectors.unfinished import list_unfinished
from linkworks.domain.outreach.tests.factories import (
    CallConcernFactory,
    CampaignContactFactory,
    CampaignFactory,
    EndedContactFactory,
    LeadNoticeFactory,
    NeedTypeFactory,
    RestingContactFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.fixture
def food(campaign):
    return NeedTypeFactory(campaign=campaign, label="Food")


def need_of(food, owner, state, *, hours=None, in_time=True):
    """One that stands so; delivered after so many hours."""
    contact = EndedContactFactory(campaign=food.campaign)
    raised = clock.now() - timedelta(days=2)
    need = Need.objects.create(
        team=contact.team,
        person=contact.person,
        campaign=food.campaign,
        contact=contact,
        type=food,
        urgency=Urgency.TODAY,
        words="Food for three days",
        may_share=True,
        state=state,
        raised_at=raised,
        deliver_by=raised + timedelta(hours=24 if in_time else 1),
        due_at=None if state == NeedState.CONFIRMED else clock.now(),
        owner_id=owner.user_id,
    )
    if hours:
        at = raised + timedelta(hours=hours)
        NeedStep.of(need, owner, HeardFrom.STAFF, state=NeedState.DELIVERED, at=at).save(force_insert=True)
    return need


def test_a_campaign_in_which_everybody_is_done_can_be_closed(campaign, coordinator):
    EndedContactFactory(campaign=campaign)
    close_campaign(coordinator, campaign=campaign)
    campaign.refresh_from_db()
    assert campaign.state == CampaignState.CLOSED
    assert campaign.closed_at is not None


def test_whoever_is_not_done_is_counted_by_what_is_left_to_do(campaign, coordinator):
    CampaignContactFactory.create_batch(2, campaign=campaign)
    RestingContactFactory(campaign=campaign)
    assert list_unfinished(coordinator, campaign) == [
        "2 people are still to be rung.",
        "1 person is to be rung again later.",
    ]
    with pytest.raises(Refused, match="2 people are still to be rung"):
        close_campaign(coordinator, campaign=campaign)


def test_a_need_that_nobody_confirmed_keeps_it_open(campaign, food, coordinator):
    need_of(food, coordinator, NeedState.DELIVERED)
    with pytest.raises(Refused, match="1 need is not met, or not confirmed by the person"):
        close_campaign(coordinator, campaign=campaign)


def test_a_concern_keeps_it_open_for_who_may_not_see_it_too(campaign, coordinator, team_lead):
    CallConcernFactory(contact=EndedContactFactory(campaign=campaign), lead_id=team_lead.user_id)
    with pytest.raises(Refused, match="1 concern about somebody’s safety"):
        close_campaign(coordinator, campaign=campaign)


def test_a_death_that_nobody_has_confirmed_keeps_it_open(campaign, coordinator):
    LeadNoticeFactory(contact=EndedContactFactory(campaign=campaign), by_id=coordinator.user_id)
    with pytest.raises(Refused, match="1 thing that a call told us waits for a lead to see to"):
        close_campaign(coordinator, campaign=campaign)


def test_a_caller_closes_nothing(campaign, link_worker):
    with pytest.raises(NotAllowed):
        close_campaign(link_worker, campaign=campaign)


def test_nothing_is_closed_twice(campaign, coordinator):
    close_campaign(coordinator, campaign=campaign)
    with pytest.raises(Refused, match="closed already"):
        close_campaign(coordinator, campaign=campaign)


def test_help_is_counted_when_it_came_and_whether_in_time(campaign, food, coordinator):
    need_of(food, coordinator, NeedState.CONFIRMED, hours=2)
    need_of(food, coordinator, NeedState.CONFIRMED, hours=6, in_time=False)
    need_of(food, coordinator, NeedState.OFFERED)
    (told,) = read_end_report(coordinator, campaign).deliveries
    assert (told.raised, told.delivered, told.confirmed, told.in_time) == (3, 2, 2, 1)
    assert (told.half, told.most) == (timedelta(hours=4), None)


def test_help_that_failed_after_it_was_said_to_have_come_is_not_counted(campaign, food, coordinator):
    need_of(food, coordinator, NeedState.RAISED, hours=2)
    (told,) = read_end_report(coordinator, campaign).deliveries
    assert told.delivered == 0


def test_the_pages_say_what_is_left_and_close_it_when_nothing_is(signed_in, campaign, coordinator):
    contact = CampaignContactFactory(campaign=campaign)
    browser = signed_in(coordinator)
    address = reverse("outreach:close", args=[campaign.pk])
    assert "1 person is still to be rung." in browser.get(address).content.decode()
    refused = browser.post(address, {"_submission": "4f9a1f0e-5a55-4d36-9d43-4f6d1d2d6a11"})
    assert refused.status_code == 422
    assert refused.content.decode().count("1 person is still to be rung.") == 1
    contact.change(state=QueueState.ENDED, ending="reached", ended_at=clock.now())
    answer = browser.post(address, {"_submission": "4f9a1f0e-5a55-4d36-9d43-4f6d1d2d6a12"}, follow=True)
    assert "every one of them has an ending" in answer.content.decode()


def test_a_campaign_that_is_closed_stays_as_it_was(signed_in, campaign, coordinator):
    close_campaign(coordinator, campaign=campaign)
    campaign.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        describe_campaign(coordinator, campaign=campaign, name="Another", purpose="Other", telephone="020 7946 0199")
    page = signed_in(coordinator).get(reverse("outreach:campaign", args=[campaign.pk])).content.decode()
    assert "Change" not in page
