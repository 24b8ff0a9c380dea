from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.samples import choose_share, is_drawn, look_at_call, note_words_seen
from linkworks.domain.outreach.choices import Verdict
from linkworks.domain.outreach.models import CallSample
from linkworks.domain.outreach.selectors.samples import count_unread_words, list_to_look_at, list_words_to
from linkworks.domain.outreach.tests.factories import CampaignContactFactory
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


def ring(caller, campaign, outcome="talked"):
    contact = CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call(outcome))
    return contact


def test_each_of_the_first_talks_is_looked_at_and_then_as_many_as_the_campaign_says(campaign, caller):
    campaign.change(sample_first=2, sample_share=0)
    for _ in range(4):
        ring(caller, campaign)
    assert CallSample.objects.count() == 2


def test_a_try_that_reached_nobody_is_not_looked_at(campaign, caller):
    campaign.change(sample_first=1, sample_share=100)
    ring(caller, campaign, "no-answer")
    assert not CallSample.objects.exists()
    ring(caller, campaign)
    assert CallSample.objects.count() == 1


def test_saving_twice_draws_once(campaign, caller):
    CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    for _ in range(2):
        save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    assert CallSample.objects.count() == 1


@given(st.uuids(version=4))
def test_nobody_is_drawn_for_a_share_of_none_and_everybody_for_all(token: UUID):
    assert not is_drawn(token, 0)
    assert is_drawn(token, 100)
    assert is_drawn(token, 30) == is_drawn(token, 30)


def test_about_as_many_are_drawn_as_the_share_says():
    drawn = sum(is_drawn(UUID(int=number), 10) for number in range(10_000))
    assert 900 < drawn < 1100


def test_the_caller_reads_what_was_said_of_their_own_calls_alone(campaign, caller, team_lead, second_worker):
    ring(caller, campaign)
    sample = list_to_look_at(team_lead, campaign).get()
    look_at_call(team_lead, sample=sample, verdict=Verdict.RIGHT, words="You gave her time.", was_rung_back=True)
    assert [one.words for one in list_words_to(caller)] == ["You gave her time."]
    assert list_words_to(second_worker) == []
    assert count_unread_words(caller) == 1
    note_words_seen(caller)
    assert count_unread_words(caller) == 0
    assert not list_to_look_at(team_lead, campaign).exists()


def test_nobody_looks_at_their_own_call_and_no_caller_at_any(campaign, caller, team_lead):
    ring(caller, campaign)
    sample = CallSample.objects.get()
    with pytest.raises(NotAllowed):
        look_at_call(caller, sample=sample, verdict=Verdict.RIGHT, words="", was_rung_back=False)
    sample.caller_id = team_lead.user_id
    with pytest.raises(Refused, match="your own call"):
        look_at_call(team_lead, sample=sample, verdict=Verdict.RIGHT, words="", was_rung_back=False)


def test_a_coordinator_says_how_many_and_a_caller_does_not(campaign, caller, coordinator):
    choose_share(coordinator, campaign=campaign, first=0, share=100)
    ring(caller, campaign)
    assert CallSample.objects.count() == 1
    with pytest.raises(NotAllowed):
        choose_share(caller, campaign=campaign, first=0, share=0)
