"""Pages of needs, who helps, and concerns: who may come in, and what a press does."""

from uuid import uuid4

import pytest

from linkworks.domain.casework.models import CodedEntry
from linkworks.domain.outreach.actions.needs import raise_needs
from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.models import CallConcern, Need, NeedRoute, Provider
from linkworks.domain.outreach.selectors.call_needs import NeedSaid
from linkworks.domain.outreach.tests.factories import (
    CallConcernFactory,
    CampaignContactFactory,
    CampaignFactory,
    NeedTypeFactory,
    ProviderFactory,
)
from linkworks.domain.referrals.models import Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.fixture
def need(campaign, coordinator):
    NeedTypeFactory(campaign=campaign, code="fuel", label="Gas or electricity")
    contact = CampaignContactFactory(campaign=campaign)
    return raise_needs(coordinator, contact, uuid4(), [NeedSaid("fuel", "today", "The meter.", may_share=False)])[0]


def at(campaign, part=""):
    return f"/campaigns/{campaign.pk}/{part}"


def test_the_list_counts_and_names(signed_in, need, campaign, coordinator):
    page = signed_in(coordinator).get(at(campaign, "needs")).content.decode()
    assert need.contact.person.full_name in page
    assert "Gas or electricity" in page


def test_a_need_says_from_whom_it_was_heard_and_that_nothing_is_passed_on(signed_in, need, campaign, coordinator):
    page = signed_in(coordinator).get(at(campaign, f"needs/{need.pk}")).content.decode()
    assert "the person" in page
    assert "Nothing: the team sees to it" in page


def test_what_waits_for_me_stands_on_my_day(signed_in, need, coordinator, team_lead):
    page = signed_in(coordinator).get("/").content.decode()
    assert "1 need waits for you" in page
    assert at(need.campaign, f"needs/{need.pk}") in page
    assert "cannot wait" not in page
    assert "1 need waits for you" not in signed_in(team_lead).get("/").content.decode()


def test_what_cannot_wait_stands_over_my_day_until_its_owner_has_it(signed_in, need, coordinator, team_lead):
    said = NeedSaid("fuel", "immediate", "The meter is out.", may_share=False)
    need = raise_needs(coordinator, CampaignContactFactory(campaign=need.campaign), uuid4(), [said])[0]
    assert need.owner_id == team_lead.user_id
    client = signed_in(team_lead)
    assert "1 need cannot wait, and is yours" in client.get("/").content.decode()
    client.post(at(need.campaign, f"needs/{need.pk}/own"))
    assert "cannot wait" not in client.get("/").content.decode()


def test_it_moves_to_the_day_of_whoever_is_next_in_line(signed_in, need, coordinator, link_worker, team_lead):
    said = NeedSaid("fuel", "immediate", "The meter is out.", may_share=False)
    need = raise_needs(coordinator, CampaignContactFactory(campaign=need.campaign), uuid4(), [said])[0]
    need.change(owner_id=link_worker.user_id)
    assert "1 need waits for you, 1 of them cannot wait" in signed_in(link_worker).get("/").content.decode()
    assert "cannot wait" not in signed_in(team_lead).get("/").content.decode()


def test_a_concern_stands_over_the_leads_day_and_nobody_elses(signed_in, campaign, coordinator, team_lead):
    contact = CampaignContactFactory(campaign=campaign)
    concern = CallConcernFactory(contact=contact, lead_id=team_lead.user_id)
    day = signed_in(team_lead).get("/").content.decode()
    assert "1 concern from a call waits for a lead" in day
    assert at(campaign, f"concerns/{concern.pk}") in day
    assert contact.person.full_name not in day
    assert "concern from a call" not in signed_in(coordinator).get("/").content.decode()


def test_whoever_is_named_for_safeguarding_is_told_on_their_day_and_can_close_it(signed_in, campaign, link_worker):
    contact = CampaignContactFactory(campaign=campaign)
    concern = CallConcernFactory(contact=contact, lead_id=link_worker.user_id)
    client, address = signed_in(link_worker), at(campaign, f"concerns/{concern.pk}")
    assert address in client.get("/").content.decode()
    assert client.get(address).status_code == 200
    assert at(campaign, "needs") not in client.get(at(campaign, "concerns")).content.decode()
    closed = client.post(address, {"words": "I rang; her sister is with her."}, follow=True)
    assert (closed.status_code, "The concern is closed." in closed.content.decode()) == (200, True)


def test_a_step_is_written_down_and_a_step_that_cannot_be_is_not_offered(signed_in, need, campaign, coordinator):
    client, address = signed_in(coordinator), at(campaign, f"needs/{need.pk}")
    assert client.post(address, {"state": "confirmed"}).status_code == 422
    assert client.post(address, {"state": "accepted", "words": "I go myself"}).status_code == 302
    assert Need.objects.get().state == NeedState.ACCEPTED


def test_when_they_come_is_asked_only_while_somebody_is_to_come(signed_in, need, campaign, coordinator):
    client, address = signed_in(coordinator), at(campaign, f"needs/{need.pk}")
    assert "When do they come?" in client.get(address).content.decode()
    client.post(address, {"state": "delivered"})
    assert "When do they come?" not in client.get(address).content.decode()
    client.post(address, {"state": "failed"})
    assert Need.objects.get().state == NeedState.RAISED


def test_a_caller_and_another_team_find_no_needs(signed_in, need, campaign, link_worker, other_team_worker):
    for actor in (link_worker, other_team_worker):
        for part in ("needs", f"needs/{need.pk}"):
            assert signed_in(actor).get(at(campaign, part)).status_code in (403, 404)


def test_concerns_are_not_there_for_a_coordinator(signed_in, campaign, coordinator, team_lead):
    contact = CampaignContactFactory(campaign=campaign)
    concern = CallConcernFactory(contact=contact, lead_id=team_lead.user_id)
    for part in ("concerns", f"concerns/{concern.pk}"):
        assert signed_in(coordinator).get(at(campaign, part)).status_code == 404
        assert signed_in(team_lead).get(at(campaign, part)).status_code == 200


def test_a_concern_closes_with_the_leads_words_alone(signed_in, campaign, team_lead):
    concern = CallConcernFactory(contact=CampaignContactFactory(campaign=campaign), lead_id=team_lead.user_id)
    client, address = signed_in(team_lead), at(campaign, f"concerns/{concern.pk}")
    assert client.post(address, {"words": ""}).status_code == 422
    client.post(address, {"words": "Spoke to her; police informed."})
    assert CallConcern.objects.get().closed_words == "Spoke to her; police informed."


def test_who_helps_is_kept_as_rows(signed_in, campaign, coordinator):
    kind = NeedTypeFactory(campaign=campaign, code="shopping")
    client = signed_in(coordinator)
    client.post(at(campaign, "providers/new"), {"name": "Riverside", "email": "desk@riverside.example"})
    provider = Provider.objects.get()
    wanted = {"type": str(kind.pk), "provider": str(provider.pk), "area": "se13", "days": ["6", "7"]}
    client.post(at(campaign, "who-helps/new"), wanted)
    route = NeedRoute.objects.get()
    assert (route.area, route.days, route.provider) == ("SE13", [6, 7], provider)
    client.post(at(campaign, f"who-helps/{route.pk}/remove"))
    assert not NeedRoute.objects.exists()


def test_nobody_can_be_asked_second_who_was_asked_first(signed_in, campaign, coordinator):
    kind, provider = NeedTypeFactory(campaign=campaign), ProviderFactory(team=campaign.team)
    wanted = {"type": str(kind.pk), "provider": str(provider.pk), "backup": str(provider.pk)}
    assert signed_in(coordinator).post(at(campaign, "who-helps/new"), wanted).status_code == 422


def test_a_need_becomes_a_referral_and_no_code_comes_of_it(signed_in, need, campaign, coordinator):
    client, address = signed_in(coordinator), at(campaign, f"needs/{need.pk}/refer")
    assert client.post(address, {"reasons": ["food"]}).status_code == 422
    client.post(address, {"reasons": ["food"], "agreed": "on"})
    referral = Referral.objects.get()
    assert (referral.person_id, Need.objects.get().state) == (need.person_id, NeedState.HANDED_ON)
    assert not CodedEntry.objects.exists()
