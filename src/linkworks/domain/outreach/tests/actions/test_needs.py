"""The value comes after the match: a need is followed until the person says that they have it."""

from datetime import timedelta

import pytest

from linkworks.domain.casework.models import CodedEntry
from linkworks.domain.outreach.actions.answers import save_answer
from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.need_moves import answer_offer, own_need, take_step
from linkworks.domain.outreach.actions.needs import mark_need
from linkworks.domain.outreach.choices import Came, HeardFrom, NeedState, QueueState
from linkworks.domain.outreach.jobs.needs import see_to_all
from linkworks.domain.outreach.models import CallConcern, CampaignContact, Need, NeedRoute, NeedStep
from linkworks.domain.outreach.need_texts import OFFER_PURPOSE
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.selectors.call_needs import may_be_rung_again
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, NeedTypeFactory, ProviderFactory
from linkworks.domain.outreach.tests.needs import COOKS_NOT, answer, script_of, system
from linkworks.domain.people.actions.death import record_death
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(campaign, coordinator):
    campaign.change(script=script_of(coordinator, welfare_call()))
    return campaign


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign, area="SE13")


@pytest.fixture
def meals(campaign):
    return NeedTypeFactory(campaign=campaign, code="hot-meal", label="Hot meal")


@pytest.fixture
def kitchen(team):
    return ProviderFactory(team=team, name="Ladywell Kitchen")


@pytest.fixture
def route(campaign, meals, kitchen):
    backup = ProviderFactory(team=campaign.team, name="Second Helpings")
    return NeedRoute.objects.create(team=campaign.team, campaign=campaign, type=meals, provider=kitchen, backup=backup)


def ring(caller, contact, answers, outcome="talked", **said):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    answer(caller, held, answers)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call(outcome, **said))
    contact.refresh_from_db()
    return held


def hungry(caller, contact, *, agrees=True):
    """Nothing to eat today, and cannot cook."""
    ring(caller, contact, {**COOKS_NOT, "sharing": ["hot-meal", "shopping"] if agrees else []})
    return Need.objects.select_related("type", "provider").get(type__code="hot-meal")


def states(need):
    return list(need.steps.order_by("at", "created_at").values_list("state", flat=True))


def sent_to(address):
    return MessageContent.objects.filter(recipient=address)


def brought(need):
    for state in (NeedState.ACCEPTED, NeedState.ON_THE_WAY, NeedState.DELIVERED):
        take_step(system(need), need=need, state=state, heard_from=HeardFrom.PROVIDER)
    need.refresh_from_db()
    return need


def test_what_cannot_wait_has_a_named_owner_in_the_save_itself(caller, contact, team_lead, meals):
    need = hungry(caller, contact)
    assert (need.urgency, need.owner_id, need.state) == ("immediate", team_lead.user_id, NeedState.RAISED)
    assert need.remind_at <= clock.now() + timedelta(minutes=5)
    assert sent_to(team_lead_email(team_lead)).exists()


def team_lead_email(actor):
    from linkworks.foundation.accounts.models import User

    return User.objects.get(pk=actor.user_id).email


def test_a_call_without_needs_raises_none(caller, contact):
    ring(caller, contact, {}, "no-answer")
    assert not Need.objects.exists()


def test_saving_twice_raises_once(caller, contact, meals):
    held = ring(caller, contact, COOKS_NOT)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    assert Need.objects.filter(type=meals).count() == 1


def test_a_need_that_nobody_agreed_to_pass_on_stays_with_the_team(caller, contact, route, kitchen):
    need = hungry(caller, contact, agrees=False)
    assert (need.may_share, need.state, need.provider) == (False, NeedState.RAISED, None)
    assert not sent_to(kitchen.email).exists()


def test_an_offer_says_what_where_and_by_when_and_nothing_of_whom(caller, contact, route, kitchen):
    need = hungry(caller, contact)
    assert (need.state, need.provider) == (NeedState.OFFERED, kitchen)
    body = sent_to(kitchen.email).get().body
    assert "Hot meal" in body
    assert contact.area in body
    person = contact.person
    for secret in (person.family_name, person.given_name, contact.phone_key, person.address_line_1):
        assert not secret or secret not in body


def test_the_person_is_asked_twice_for_one_need_only(caller, contact, meals):
    need = hungry(caller, contact)
    CampaignContact.objects.filter(pk=contact.pk).update(state=QueueState.READY, ending="", ended_at=None)
    ring(caller, contact, COOKS_NOT)
    assert Need.objects.filter(type=meals).count() == 1
    assert "Asked for again" in need.steps.order_by("at").last().words


def test_silence_asks_the_back_up_and_then_the_owner(caller, contact, route):
    need = hungry(caller, contact)
    for expected in ("Second Helpings", None):
        Need.objects.update(due_at=clock.now() - timedelta(seconds=1))
        with acting(system(need)):
            see_to_all(system(need))
            see_to_all(system(need))
        need.refresh_from_db()
        assert getattr(need.provider, "name", None) == expected
    assert states(need) == [NeedState.RAISED, NeedState.OFFERED, NeedState.OFFERED, NeedState.RAISED]
    assert not SignedLink.objects.filter(purpose=OFFER_PURPOSE, revoked_at__isnull=True).exists()


def test_they_cannot_asks_the_next_at_once(caller, contact, route):
    need = hungry(caller, contact)
    answer_offer(system(need), need=need, state=NeedState.REFUSED, words="No cook today")
    need.refresh_from_db()
    assert (need.state, need.provider.name) == (NeedState.OFFERED, "Second Helpings")


def test_whoever_cannot_wait_is_passed_to_the_next_owner_until_somebody_has_it(
    caller, contact, meals, team_lead, coordinator
):
    need = hungry(caller, contact)
    assert need.owner_id == team_lead.user_id
    for _ in range(2):
        Need.objects.update(remind_at=clock.now() - timedelta(seconds=1))
        see_to_all(system(need))
    need.refresh_from_db()
    assert (need.reminders, need.owner_id) == (2, coordinator.user_id)
    own_need(coordinator, need=need)
    need.refresh_from_db()
    assert need.remind_at is None
    assert need.acknowledged_at


def test_what_was_brought_puts_the_person_back_into_the_queue_and_their_yes_confirms_it(caller, contact, route):
    need = brought(hungry(caller, contact))
    contact.refresh_from_db()
    assert (contact.state, contact.ending) == (QueueState.RESTING, "")
    CampaignContact.objects.update(wakes_at=clock.now())
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    call = {"contact_id": held.contact_id, "token": held.token}
    with pytest.raises(Refused, match="did it come"):
        save_call(caller, **call, call=Call("talked"))
    save_call(caller, **call, call=Call("talked", came={need.pk: Came.YES}))
    need.refresh_from_db()
    contact.refresh_from_db()
    assert (need.state, need.due_at, contact.ending) == (NeedState.CONFIRMED, None, "reached")
    assert need.steps.get(state=NeedState.CONFIRMED).heard_from == HeardFrom.PERSON


def test_it_did_not_come_asks_the_next_at_once(caller, contact, route):
    need = brought(hungry(caller, contact))
    CampaignContact.objects.update(wakes_at=clock.now())
    ring(caller, contact, {}, came={need.pk: Came.NO})
    need.refresh_from_db()
    assert (need.state, need.provider.name) == (NeedState.OFFERED, "Second Helpings")
    assert need.deliver_by > clock.now()


def test_whoever_could_not_be_asked_is_never_counted_as_confirmed(caller, contact, route):
    need = brought(hungry(caller, contact))
    contact.band.change(most_tries=1)
    CampaignContact.objects.update(wakes_at=clock.now())
    ring(caller, contact, {}, "no-answer")
    need.refresh_from_db()
    assert (need.state, contact.state, contact.ending) == (NeedState.DELIVERED, QueueState.ENDED, "reached")
    assert "could not reach" in need.steps.order_by("at").last().words
    with pytest.raises(Refused, match="how you tried"):
        take_step(system(need), need=need, state=NeedState.UNCONFIRMED)
    take_step(system(need), need=need, state=NeedState.UNCONFIRMED, words="Rang three times, wrote once.")
    need.refresh_from_db()
    assert (need.state, need.due_at, need.remind_at) == (NeedState.UNCONFIRMED, None, None)
    take_step(system(need), need=need, state=NeedState.FAILED, heard_from=HeardFrom.PERSON)
    need.refresh_from_db()
    assert (need.state, need.provider.name) == (NeedState.OFFERED, "Second Helpings")


def test_whoever_asked_not_to_be_rung_again_is_not_rung_to_confirm(caller, contact, route):
    ring(caller, contact, {**COOKS_NOT, "sharing": ["hot-meal"], "ring-again": ["no"]})
    need = brought(Need.objects.get(type__code="hot-meal"))
    contact.refresh_from_db()
    assert contact.state == QueueState.ENDED
    assert need.state == NeedState.DELIVERED
    assert need.due_at <= clock.now()


def test_a_no_to_being_rung_again_stands_where_they_are_not_asked_anew(caller, contact, route):
    ring(caller, contact, {**COOKS_NOT, "sharing": ["hot-meal"], "ring-again": ["no"]})
    CampaignContact.objects.update(state="ready", ending="", ended_at=None)
    ring(caller, contact, {"ring-again": ["left out: already known"]})
    assert not may_be_rung_again(contact)


def test_a_caller_adds_and_takes_away_by_hand(caller, contact, meals):
    kind = NeedTypeFactory(campaign=contact.campaign, code="fuel")
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    answer(caller, held, COOKS_NOT)
    mark_need(caller, token=held.token, type_code="hot-meal", is_needed=False)
    mark_need(caller, token=held.token, type_code="fuel", is_needed=True, urgency="today", words="Meter at two pounds")
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    assert list(Need.objects.exclude(type__code="shopping").values_list("type", "words")) == [
        (kind.pk, "Meter at two pounds")
    ]


def test_a_death_calls_off_whoever_is_on_the_way(caller, contact, route, kitchen, team_lead):
    need = hungry(caller, contact)
    take_step(system(need), need=need, state=NeedState.ACCEPTED, heard_from=HeardFrom.PROVIDER)
    record_death(team_lead, person=contact.person, expected_version=None, died_on=clock.today())
    need.refresh_from_db()
    assert need.state == NeedState.CANCELLED
    assert sent_to(kitchen.email).filter(subject__contains="no longer needed").exists()


def test_a_caller_moves_no_need(caller, contact, meals):
    need = hungry(caller, contact)
    with pytest.raises(NotAllowed):
        take_step(caller, need=need, state=NeedState.DELIVERED)


def test_no_code_for_the_gp_record_comes_of_a_welfare_call(caller, contact, route):
    need = brought(hungry(caller, contact))
    CampaignContact.objects.update(wakes_at=clock.now())
    ring(caller, contact, {}, came={need.pk: Came.YES})
    assert NeedStep.objects.filter(need=need, state=NeedState.CONFIRMED).exists()
    assert not CodedEntry.objects.exists()


def test_a_concern_goes_to_the_lead_as_it_is_said_and_changing_the_answer_does_not_take_it_back(
    caller, contact, team_lead
):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    for said in ("yes", "no", "yes"):
        save_answer(caller, token=held.token, step="afraid", given=[said])
    with acting(team_lead):
        concern = CallConcern.objects.get()
        assert (concern.lead_id, concern.acknowledged_at) == (team_lead.user_id, None)
    with acting(caller):
        assert not CallConcern.objects.exists()
