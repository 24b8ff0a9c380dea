from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from linkworks.domain.outreach.actions.hand_out import give_back, keep_call, take_next_call
from linkworks.domain.outreach.actions.stopping import opt_out
from linkworks.domain.outreach.choices import CampaignState, QueueState
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    CampaignFactory,
    RestingContactFactory,
)
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_caller(campaign, second_worker):
    CallerShiftFactory(campaign=campaign, user_id=second_worker.user_id)
    return second_worker


def ago(**span):
    return clock.now() - timedelta(**span)


def expire(held):
    CampaignContact.objects.filter(pk=held.contact_id).update(wakes_at=ago(seconds=1))


def test_the_longest_due_is_rung_first_and_urgent_people_have_a_head_start(campaign, caller):
    CampaignContactFactory(campaign=campaign, rank_at=ago(hours=1))
    urgent = CampaignContactFactory(campaign=campaign, rank_at=ago(minutes=5) - timedelta(hours=8))
    held = take_next_call(caller, campaign_id=campaign.pk)
    assert (held.contact_id, held.hand_outs) == (urgent.pk, 1)
    assert timedelta(minutes=9) < held.until - clock.now() < timedelta(minutes=11)


def test_a_promise_comes_before_everybody(campaign, caller):
    CampaignContactFactory(campaign=campaign, rank_at=ago(days=9))
    promised = RestingContactFactory(
        campaign=campaign, is_promised=True, rank_at=ago(minutes=1), wakes_at=ago(minutes=1)
    )
    assert take_next_call(caller, campaign_id=campaign.pk).contact_id == promised.pk


def test_whoever_rests_is_left_in_peace(campaign, caller):
    RestingContactFactory(campaign=campaign)
    assert take_next_call(caller, campaign_id=campaign.pk) is None


def test_asking_twice_gives_the_same_person(campaign, caller):
    CampaignContactFactory.create_batch(2, campaign=campaign)
    assert take_next_call(caller, campaign_id=campaign.pk) == take_next_call(caller, campaign_id=campaign.pk)


def test_two_people_at_one_number_are_not_rung_at_once(campaign, caller, second_caller):
    first = CampaignContactFactory(campaign=campaign)
    CampaignContactFactory(campaign=campaign, phone_key=first.phone_key)
    assert take_next_call(caller, campaign_id=campaign.pk).contact_id == first.pk
    assert take_next_call(second_caller, campaign_id=campaign.pk) is None


def test_the_database_itself_refuses_a_second_call_to_a_number(campaign, caller, second_caller):
    first = CampaignContactFactory(campaign=campaign)
    other = CampaignContactFactory(campaign=campaign, phone_key=first.phone_key)
    take_next_call(caller, campaign_id=campaign.pk)
    with pytest.raises(IntegrityError, match="one_call_per_number"), transaction.atomic():
        CampaignContact.objects.filter(pk=other.pk).update(
            state=QueueState.ON_A_CALL, holder_id=second_caller.user_id, token=uuid4(), wakes_at=clock.now()
        )


def test_somebody_whose_caller_vanished_is_handed_out_again_with_another_token(campaign, caller, second_caller):
    CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    assert take_next_call(second_caller, campaign_id=campaign.pk) is None
    expire(held)
    again = take_next_call(second_caller, campaign_id=campaign.pk)
    assert (again.contact_id, again.hand_outs) == (held.contact_id, 2)
    assert again.token != held.token


def test_a_sign_of_life_keeps_the_call(campaign, caller, second_caller):
    CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    expire(held)
    assert keep_call(caller, token=held.token) > clock.now() + timedelta(minutes=9)
    assert take_next_call(second_caller, campaign_id=campaign.pk) is None
    assert keep_call(second_caller, token=held.token) is None


def test_a_language_waits_for_who_speaks_it_while_they_are_there(campaign, caller, second_worker):
    CampaignContactFactory(campaign=campaign, language="Somali")
    shift = CallerShiftFactory(campaign=campaign, user_id=second_worker.user_id, languages=["Somali"])
    assert take_next_call(caller, campaign_id=campaign.pk) is None
    shift.change(seen_at=ago(minutes=6))
    assert take_next_call(caller, campaign_id=campaign.pk) is not None


def test_a_skill_is_never_done_without(campaign, caller):
    CampaignContactFactory(campaign=campaign, skill="bereavement")
    assert take_next_call(caller, campaign_id=campaign.pk) is None


def test_a_promise_waits_for_its_caller_while_they_are_there(campaign, caller, second_caller):
    CampaignContactFactory(campaign=campaign, promised_to_id=second_caller.user_id)
    assert take_next_call(caller, campaign_id=campaign.pk) is None
    assert take_next_call(second_caller, campaign_id=campaign.pk) is not None


@pytest.mark.parametrize("state", [CampaignState.DRAFT, CampaignState.PAUSED])
def test_only_an_open_campaign_rings(campaign, caller, state):
    CampaignContactFactory(campaign=campaign)
    campaign.change(state=state)
    assert take_next_call(caller, campaign_id=campaign.pk) is None


def test_nobody_is_rung_out_of_hours(team, link_worker):
    campaign = CampaignFactory(team=team, windows=False)
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    CampaignContactFactory(campaign=campaign)
    assert take_next_call(link_worker, campaign_id=campaign.pk) is None


def test_the_dead_cannot_be_put_into_the_queue(campaign, caller):
    person = PersonFactory(team=campaign.team, died_on=clock.today())
    contact = CampaignContactFactory(campaign=campaign, person=person)
    contact.refresh_from_db()
    assert (contact.state, contact.ending) == (QueueState.ENDED, "died")


def test_a_death_that_came_after_is_seen_at_the_hand_out(campaign, caller):
    contact = CampaignContactFactory(campaign=campaign)
    type(contact.person).objects.filter(pk=contact.person_id).update(died_on=clock.today())
    assert take_next_call(caller, campaign_id=campaign.pk) is None


def test_who_asked_not_to_be_rung_is_not_rung_in_any_campaign(campaign, caller):
    contact = CampaignContactFactory(campaign=campaign)
    opt_out(caller, person=contact.person, campaign=None, words="Never again, thank you")
    contact.refresh_from_db()
    assert (contact.state, contact.ending) == (QueueState.ENDED, "declined")
    later = CampaignContactFactory(campaign=CampaignFactory(team=campaign.team), person=contact.person)
    later.refresh_from_db()
    assert later.state == QueueState.ENDED


def test_giving_back_keeps_the_place(campaign, caller, second_caller):
    contact = CampaignContactFactory(campaign=campaign, rank_at=ago(days=1))
    CampaignContactFactory(campaign=campaign)
    give_back(caller, token=take_next_call(caller, campaign_id=campaign.pk).token)
    assert take_next_call(second_caller, campaign_id=campaign.pk).contact_id == contact.pk


def test_a_commissioner_rings_nobody(campaign, commissioner):
    with pytest.raises(NotAllowed):
        take_next_call(commissioner, campaign_id=campaign.pk)


def test_another_team_finds_nobody(campaign, other_team_worker):
    CampaignContactFactory(campaign=campaign)
    CallerShiftFactory(campaign=campaign, user_id=other_team_worker.user_id)
    assert take_next_call(other_team_worker, campaign_id=campaign.pk) is None
