from datetime import timedelta

import pytest

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.taking import take_next_at_home, take_rang_back
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CampaignContact, HandOut, OptOut
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    RestingContactFactory,
)
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(campaign):
    return CampaignContactFactory(campaign=campaign)


def at_the_same_number(rosa, factory=CampaignContactFactory, **values):
    return factory(campaign=rosa.campaign, phone_key=rosa.phone_key, number=rosa.number, **values)


def save_first(caller, rosa):
    held = take_next_call(caller, campaign_id=rosa.campaign.pk)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    return held


def test_the_call_goes_on_to_the_next_person_at_home_with_a_token_of_their_own(caller, rosa):
    harold = at_the_same_number(rosa)
    first = save_first(caller, rosa)
    other = harold if first.contact_id == rosa.pk else rosa
    held = take_next_at_home(caller, contact_id=first.contact_id, token=first.token)
    assert held.contact_id == other.pk
    assert held.token != first.token
    assert HandOut.objects.get(token=held.token).by_id == caller.user_id


def test_whoever_was_promised_a_time_is_left_until_then(caller, rosa):
    at_the_same_number(rosa, RestingContactFactory, is_promised=True)
    first = save_first(caller, rosa)
    assert take_next_at_home(caller, contact_id=first.contact_id, token=first.token) is None


def test_nobody_is_offered_where_anybody_at_the_number_is_only_safe_at_times(caller, rosa):
    harold = at_the_same_number(rosa, RestingContactFactory)
    AlertFactory(person=harold.person, kind=AlertKind.SAFE_CONTACT)
    first = save_first(caller, rosa)
    assert take_next_at_home(caller, contact_id=first.contact_id, token=first.token) is None


def test_only_the_caller_who_rang_the_number_goes_on_at_it(caller, second_worker, rosa):
    at_the_same_number(rosa)
    first = save_first(caller, rosa)
    assert take_next_at_home(second_worker, contact_id=first.contact_id, token=first.token) is None


def test_whoever_rings_us_is_taken_and_the_call_is_written_down_as_theirs(coordinator, campaign):
    rosa = RestingContactFactory(campaign=campaign)
    held = take_rang_back(coordinator, contact=rosa)
    save_call(coordinator, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    rosa.refresh_from_db()
    assert (rosa.state, rosa.attempts.get().is_incoming) == (QueueState.ENDED, True)


def test_nobody_takes_whom_another_is_ringing_nor_anybody_at_that_number(caller, coordinator, rosa):
    held = take_next_call(caller, campaign_id=rosa.campaign.pk)
    with pytest.raises(Refused, match="just taken this call"):
        take_rang_back(coordinator, contact=CampaignContact.objects.get(pk=held.contact_id))
    harold = at_the_same_number(rosa, RestingContactFactory)
    with pytest.raises(Refused, match="ringing this number"):
        take_rang_back(coordinator, contact=harold)


def test_one_call_at_a_time(coordinator, campaign, rosa):
    CallerShiftFactory(campaign=campaign, user_id=coordinator.user_id)
    take_next_call(coordinator, campaign_id=campaign.pk)
    with pytest.raises(Refused, match="somebody on the line"):
        take_rang_back(coordinator, contact=RestingContactFactory(campaign=campaign))


def test_whoever_asked_not_to_be_rung_is_not_put_back_into_a_call(coordinator, campaign, team):
    rosa = RestingContactFactory(campaign=campaign)
    OptOut(team=team, person=rosa.person, from_what="all", said_at=clock.now() - timedelta(days=1)).save()
    with pytest.raises(Refused):
        take_rang_back(coordinator, contact=rosa)


def test_a_caller_looks_nobody_up(caller, rosa):
    with pytest.raises(NotAllowed):
        take_rang_back(caller, contact=rosa)
