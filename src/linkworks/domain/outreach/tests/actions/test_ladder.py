from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from conftest import member
from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.ladder import add_without_number, enter_ladder
from linkworks.domain.outreach.actions.stopping import opt_out
from linkworks.domain.outreach.choices import OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CampaignContact, CampaignMessage, LadderStep
from linkworks.domain.outreach.selectors.ladder import list_unlooked_after
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory
from linkworks.domain.people.actions.death import record_death
from linkworks.domain.people.choices import AlertKind, ContactKind
from linkworks.domain.people.models import ContactDetail
from linkworks.domain.people.tests.factories import AlertFactory, PersonFactory, RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def staff(team_lead, coordinator):
    """Somebody to own a step."""


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign)


def may_text(contact):
    ContactDetail.objects.filter(pk=contact.number_id).update(may_text=True, kind=ContactKind.MOBILE)


def ring(caller, contact, outcome):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call(outcome))
    contact.refresh_from_db()


def open_step(contact) -> LadderStep:
    contact.refresh_from_db()
    return LadderStep.objects.get(pk=contact.step_id, result="")


def without_number(campaign, **values):
    return CampaignContact(
        team=campaign.team,
        campaign=campaign,
        person=PersonFactory(team=campaign.team),
        band=campaign.bands.get(place=2),
        rank_at=clock.now(),
        **values,
    )


def test_a_wrong_number_with_no_other_is_looked_for_first(caller, contact):
    may_text(contact)
    ring(caller, contact, "wrong-number")
    step = open_step(contact)
    assert (step.kind, step.due_at) == (OtherWay.OTHER_NUMBERS, contact.wakes_at)


def test_when_the_tries_are_used_up_we_write_first(caller, contact, campaign):
    may_text(contact)
    CampaignContact.objects.update(tries=campaign.bands.get(place=2).most_tries - 1)
    ring(caller, contact, "no-answer")
    assert (contact.state, open_step(contact).kind) == (QueueState.LADDER, OtherWay.MESSAGE)
    assert CampaignMessage.objects.filter(contact=contact).count() == 1


def test_a_caller_who_sees_nobody_still_hands_them_on(team, campaign, contact):
    volunteer = member(team, Role.CALLER, "Joan Abbott")
    CallerShiftFactory(campaign=campaign, user_id=volunteer.user_id)
    with acting(volunteer):
        held = take_next_call(volunteer, campaign_id=campaign.pk)
        save_call(volunteer, contact_id=held.contact_id, token=held.token, call=Call("wrong-number"))
    assert open_step(contact).owner.name == "Dev Patel"


def test_where_no_way_of_writing_is_safe_the_next_follows_and_it_is_written_down(coordinator, contact):
    AlertFactory(person=contact.person, kind=AlertKind.NO_TEXT)
    may_text(contact)
    enter_ladder(coordinator, contact=contact)
    assert open_step(contact).kind == OtherWay.OTHER_NUMBERS
    assert LadderStep.objects.get(contact=contact, kind=OtherWay.MESSAGE).result == StepResult.NOT_POSSIBLE
    assert not CampaignMessage.objects.exists()


def test_the_message_names_nobody_and_says_nothing_of_health(coordinator, contact):
    may_text(contact)
    enter_ladder(coordinator, contact=contact)
    body = MessageContent.objects.get(about_person_id=contact.person_id).body
    assert body == (
        "This is Deptford and Lewisham link workers. We could not reach you by telephone. "
        "You can ring us on 020 7946 0150. It is not urgent, and we never ask for money or bank details."
    )


@pytest.mark.parametrize(("tries", "written"), [(0, 1), (1, 1), (2, 0)])
def test_we_write_after_the_first_two_tries(caller, contact, campaign, tries, written):
    campaign.outcomes.filter(code="no-answer").update(sends_message=True)
    may_text(contact)
    CampaignContact.objects.update(tries=tries)
    ring(caller, contact, "no-answer")
    assert CampaignMessage.objects.count() == written


@pytest.mark.parametrize("kind", [AlertKind.SAFE_CONTACT, AlertKind.HIGH_RISK, AlertKind.NO_TEXT])
def test_nothing_is_written_against_an_alert(caller, contact, campaign, kind):
    campaign.outcomes.filter(code="no-answer").update(sends_message=True)
    may_text(contact)
    AlertFactory(person=contact.person, kind=kind)
    ring(caller, contact, "no-answer")
    assert not CampaignMessage.objects.exists()


def test_entering_twice_is_entering_once(coordinator, contact):
    assert enter_ladder(coordinator, contact=contact) == enter_ladder(coordinator, contact=contact)


def test_people_without_a_number_come_at_once_and_the_work_is_shared(team, campaign, coordinator):
    member(team, Role.COORDINATOR, "Ada Second")
    add_without_number(coordinator, contacts=[without_number(campaign) for _ in range(4)])
    steps = LadderStep.objects.filter(result="").select_related("owner")
    assert sorted(step.owner.name for step in steps) == ["Ada Second", "Ada Second", "Dev Patel", "Dev Patel"]
    assert {step.kind for step in steps} == {OtherWay.OTHER_NUMBERS}
    assert list_unlooked_after(coordinator) == []


def test_a_restricted_record_goes_to_somebody_who_may_open_it(coordinator, team, contact):
    named = member(team, Role.LINK_WORKER, "Named Worker")
    RestrictionFactory(person=contact.person, staff_ids=[named.user_id], placed_by_id=coordinator.user_id)
    enter_ladder(Actor.system("test", team.pk), contact=contact)
    assert open_step(contact).owner_id == named.user_id


def test_the_database_lets_nobody_wait_without_an_open_step(campaign, contact):
    with pytest.raises(DatabaseError, match="another way"), transaction.atomic():
        CampaignContact.objects.filter(pk=contact.pk).update(
            state=QueueState.LADDER, wakes_at=clock.now(), step_id=contact.pk
        )
    with pytest.raises(DatabaseError), transaction.atomic():
        CampaignContact.objects.filter(pk=contact.pk).update(
            state=QueueState.LADDER, wakes_at=clock.now() + timedelta(hours=1)
        )


def test_a_second_open_step_is_refused(coordinator, contact):
    step = enter_ladder(coordinator, contact=contact)
    with pytest.raises(DatabaseError, match="one_open_step_per_person"), transaction.atomic():
        LadderStep(
            team_id=step.team_id,
            person_id=step.person_id,
            contact=contact,
            rung=step.rung,
            kind=step.kind,
            owner_id=step.owner_id,
            due_at=step.due_at,
        ).save()


def test_a_death_and_a_never_again_close_the_step(coordinator, campaign, contact):
    enter_ladder(coordinator, contact=contact)
    record_death(coordinator, person=contact.person, expected_version=None, died_on=clock.today())
    other = CampaignContactFactory(campaign=campaign)
    enter_ladder(coordinator, contact=other)
    opt_out(coordinator, person=other.person, campaign=None, words="Leave me be")
    assert not LadderStep.objects.filter(result="").exists()
    assert set(CampaignContact.objects.values_list("state", flat=True)) == {QueueState.ENDED}


def test_a_commissioner_puts_nobody_on(commissioner, contact):
    with pytest.raises(NotAllowed):
        enter_ladder(commissioner, contact=contact)
