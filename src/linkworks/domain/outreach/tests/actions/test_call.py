from datetime import timedelta
from uuid import uuid4

import pytest

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import give_back, take_next_call
from linkworks.domain.outreach.actions.outcomes import change_outcome
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact, LateNote
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.domain.people.actions.death import record_death
from linkworks.domain.people.tests.factories import ContactDetailFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign)


def ring(actor, contact, outcome, **said):
    held = take_next_call(actor, campaign_id=contact.campaign.pk)
    saved = save_call(actor, contact_id=held.contact_id, token=held.token, call=Call(outcome, **said))
    contact.refresh_from_db()
    return held, saved


def test_a_talk_ends_it(caller, contact):
    ring(caller, contact, "talked", note="All well, her daughter shops.")
    assert (contact.state, contact.ending, contact.holder_id, contact.wakes_at) == ("ended", "reached", None, None)
    attempt = contact.attempts.get()
    assert (attempt.note, attempt.by_id, attempt.phone_key) == (
        "All well, her daughter shops.",
        caller.user_id,
        contact.phone_key,
    )


def test_no_answer_comes_back_later(caller, contact):
    ring(caller, contact, "no-answer")
    assert (contact.state, contact.tries) == (QueueState.RESTING, 1)
    assert contact.wakes_at >= clock.now() + timedelta(hours=2, minutes=59)
    assert take_next_call(caller, campaign_id=contact.campaign.pk) is None


def test_a_call_is_saved_by_the_rules_of_now(coordinator, caller, contact):
    ring(caller, contact, "talked")
    outcome, other = contact.campaign.outcomes.get(code="talked"), CampaignContactFactory(campaign=contact.campaign)
    change_outcome(coordinator, outcome=outcome, place=1, label="A good long talk")
    ring(caller, other, "talked")
    assert other.ending_words == "A good long talk" != contact.ending_words


def test_a_promise_comes_back_to_the_same_caller(caller, contact):
    tomorrow = clock.now() + timedelta(days=1)
    ring(caller, contact, "call-back", ring_at=tomorrow)
    assert (contact.is_promised, contact.promised_to_id, contact.wakes_at) == (True, caller.user_id, tomorrow)


@pytest.mark.parametrize("ring_at", [None, clock.now() - timedelta(hours=1)], ids=["no time", "a time that is over"])
def test_a_promise_needs_a_time_to_come(caller, contact, ring_at):
    with pytest.raises(Refused, match="Say when to ring again"):
        ring(caller, contact, "call-back", ring_at=ring_at)
    assert not CallAttempt.objects.exists()


def test_whoever_declines_is_rung_once_more_where_the_band_says_so_and_only_once(caller, contact):
    contact.band.change(rings_once_more=True)
    ring(caller, contact, "declined")
    assert (contact.state, contact.tries, contact.ending) == (QueueState.RESTING, 0, "")
    assert contact.wakes_at >= clock.now() + timedelta(days=6, hours=23)
    CampaignContact.objects.update(wakes_at=clock.now())
    ring(caller, contact, "declined")
    assert (contact.state, contact.ending) == (QueueState.ENDED, "declined")


def test_elsewhere_whoever_declines_is_done(caller, contact):
    ring(caller, contact, "declined")
    assert (contact.state, contact.ending) == (QueueState.ENDED, "declined")


def test_whoever_needs_another_language_is_rung_in_it_and_their_record_says_so(caller, contact, second_worker):
    elsewhere = CampaignContactFactory(campaign=CampaignFactory(team=contact.team), person=contact.person)
    ring(caller, contact, "language", language="Somali")
    elsewhere.refresh_from_db()
    contact.person.refresh_from_db()
    assert (contact.state, contact.language, elsewhere.language) == (QueueState.RESTING, "Somali", "Somali")
    assert (contact.person.preferred_language, contact.person.interpreter_needed) == ("Somali", True)
    assert ChangeEntry.objects.get(event="person.language_changed").person_id == contact.person_id
    CallerShiftFactory(campaign=contact.campaign, user_id=second_worker.user_id, languages=["English", "Somali"])
    CampaignContact.objects.filter(pk=contact.pk).update(wakes_at=clock.now())
    assert take_next_call(caller, campaign_id=contact.campaign_id) is None
    assert take_next_call(second_worker, campaign_id=contact.campaign_id).contact_id == contact.pk


def test_which_language_must_be_said(caller, contact):
    with pytest.raises(Refused, match="Choose which language they need") as refused:
        ring(caller, contact, "language")
    assert refused.value.field == "language"
    assert not CallAttempt.objects.exists()


def test_a_language_that_nobody_could_tell_changes_nothing(caller, contact):
    ring(caller, contact, "language", language="not-known")
    contact.person.refresh_from_db()
    assert (contact.state, contact.language, contact.person.preferred_language) == ("resting", "English", "English")


def test_a_language_chosen_beside_another_outcome_is_not_taken(caller, contact):
    ring(caller, contact, "no-answer", language="Somali")
    contact.person.refresh_from_db()
    assert (contact.language, contact.person.preferred_language) == ("English", "English")


def test_the_language_of_a_late_save_is_kept_all_the_same(caller, contact):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    give_back(caller, token=held.token)
    said = Call("language", language="Somali")
    assert save_call(caller, contact_id=held.contact_id, token=held.token, call=said).is_late
    contact.refresh_from_db()
    assert (contact.state, contact.language) == (QueueState.READY, "Somali")


def test_an_outcome_that_nobody_set_up_is_refused(caller, contact):
    with pytest.raises(Refused, match="Choose how the call went"):
        ring(caller, contact, "whatever")


def test_a_wrong_number_leads_to_the_next_number(caller, contact):
    other = ContactDetailFactory(person=contact.person, value="+442079460123")
    ring(caller, contact, "wrong-number")
    assert (contact.state, contact.phone_key, contact.number_id) == (QueueState.RESTING, other.value, other.pk)


def test_with_no_number_left_we_try_another_way(caller, contact):
    ring(caller, contact, "wrong-number")
    assert contact.state == QueueState.LADDER


def test_saving_twice_is_saving_once(caller, contact):
    held, saved = ring(caller, contact, "no-answer")
    again = save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("no-answer"))
    assert again == saved
    assert (CallAttempt.objects.count(), CampaignContact.objects.get().tries) == (1, 1)


def test_what_another_tab_says_of_a_saved_call_is_kept_as_a_note(caller, contact):
    held, _ = ring(caller, contact, "no-answer")
    said = Call("talked", "He picked up after all")
    assert save_call(caller, contact_id=held.contact_id, token=held.token, call=said).is_late
    assert LateNote.objects.get().note == "He picked up after all"
    assert CallAttempt.objects.get().outcome.code == "no-answer"


def test_a_late_save_is_kept_as_a_note_and_changes_nothing(caller, contact, second_worker):
    CallerShiftFactory(campaign=contact.campaign, user_id=second_worker.user_id)
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    CampaignContact.objects.update(wakes_at=clock.now() - timedelta(seconds=1))
    second = take_next_call(second_worker, campaign_id=contact.campaign.pk)
    saved = save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked", "She is in hospital"))
    contact.refresh_from_db()
    assert saved.is_late
    assert (contact.state, contact.token) == (QueueState.ON_A_CALL, second.token)
    assert LateNote.objects.get().note == "She is in hospital"
    assert not CallAttempt.objects.exists()


def test_a_late_note_without_an_outcome_is_kept_too(caller, contact, second_worker):
    CallerShiftFactory(campaign=contact.campaign, user_id=second_worker.user_id)
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    CampaignContact.objects.update(wakes_at=clock.now() - timedelta(seconds=1))
    take_next_call(second_worker, campaign_id=contact.campaign.pk)
    assert save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("", "She rang off")).is_late
    assert LateNote.objects.get().note == "She rang off"


def test_a_save_after_the_time_ran_out_counts_while_nobody_else_was_given_the_person(caller, contact):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    CampaignContact.objects.update(wakes_at=clock.now() - timedelta(minutes=5))
    assert not save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked")).is_late


def test_a_death_told_meanwhile_stops_the_call(caller, contact, team_lead):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    record_death(team_lead, person=contact.person, expected_version=None, died_on=clock.today())
    saved = save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("no-answer"))
    contact.refresh_from_db()
    assert (saved.is_late, contact.state, contact.ending) == (True, "ended", "died")


def test_another_teams_call_is_not_there(contact, other_team_worker):
    with pytest.raises(NotFound):
        save_call(other_team_worker, contact_id=contact.pk, token=uuid4(), call=Call("talked"))
