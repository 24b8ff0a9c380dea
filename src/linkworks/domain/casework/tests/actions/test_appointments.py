from datetime import datetime, timedelta

import pytest
import time_machine

from linkworks.domain.casework.actions.appointments import (
    call_off_appointments,
    cancel_appointment,
    keep_appointment,
    miss_appointment,
)
from linkworks.domain.casework.actions.booking import Booking, Clash, book_appointment
from linkworks.domain.casework.actions.lone_working import check_in, raise_alarms
from linkworks.domain.casework.actions.reminders import withdraw_unsafe_reminders
from linkworks.domain.casework.choices import AppointmentStatus, AttemptOutcome, Way
from linkworks.domain.casework.models import Appointment, ContactAttempt
from linkworks.domain.casework.selectors.appointments import list_alarms, why_case_waits_for_appointment
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db

TUESDAY_TWO = datetime(2026, 3, 3, 14, 0, tzinfo=clock.LONDON)


@pytest.fixture(autouse=True)
def _thursday_before():
    with time_machine.travel(datetime(2026, 2, 26, 9, 0, tzinfo=clock.LONDON), tick=False):
        yield


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def mobile(case):
    return ContactDetailFactory(person=case.person, may_text=True)


def book(actor, case, despite_clash=False, **values):
    booking = Booking(**({"worker_id": actor.user_id, "starts_at": TUESDAY_TWO, "way": Way.PRACTICE} | values))
    return book_appointment(actor, case=case, booking=booking, despite_clash=despite_clash)


def test_an_appointment_is_booked_with_place_and_interpreter(case, link_worker):
    appointment = book(link_worker, case, place="Deptford Surgery", interpreter_language="Somali")
    kept = Appointment.objects.get(pk=appointment.pk)
    assert (kept.starts_at, kept.place, kept.interpreter_language) == (TUESDAY_TWO, "Deptford Surgery", "Somali")
    assert kept.check_in_by is None


def test_the_past_is_no_time_for_an_appointment(case, link_worker):
    with pytest.raises(Refused) as refusal:
        book(link_worker, case, starts_at=clock.now())
    assert refusal.value.field == "starts_at"


@pytest.mark.parametrize(("start", "clashes"), [(-45, False), (-44, True), (0, True), (44, True), (45, False)])
def test_a_clash_is_said_and_can_be_booked_anyway(case, team, link_worker, start, clashes):
    book(link_worker, CaseFactory(team=team))
    starts_at = TUESDAY_TWO + timedelta(minutes=start)
    if not clashes:
        assert book(link_worker, case, starts_at=starts_at).pk
        return
    with pytest.raises(Clash, match="booked then already, 2pm to 2:45pm"):
        book(link_worker, case, starts_at=starts_at)
    assert book(link_worker, case, starts_at=starts_at, despite_clash=True).pk


def test_nobody_is_visited_at_home_against_an_alert(case, link_worker):
    AlertFactory(person=case.person, kind=AlertKind.NOT_AT_HOME)
    with pytest.raises(Refused) as refusal:
        book(link_worker, case, way=Way.HOME)
    assert refusal.value.field == "way"


def test_a_reminder_waits_in_the_outbox_in_words_that_tell_a_stranger_nothing(case, team, mobile, link_worker):
    appointment = book(link_worker, case, place="Deptford Surgery", reminder=Channel.TEXT)
    message = OutboxMessage.objects.get(pk=appointment.reminder_id)
    content = MessageContent.objects.get(message=message)
    assert message.not_before == datetime(2026, 3, 2, 10, 0, tzinfo=clock.LONDON)
    assert content.recipient == mobile.value
    assert content.body == (
        "Reminder: you are meeting Amina on Tuesday 3 March 2026 at 2pm. If you cannot come, ring 020 7946 0100."
    )


@pytest.mark.parametrize("alert", [AlertKind.NO_TEXT, AlertKind.SAFE_CONTACT, AlertKind.HIGH_RISK])
def test_no_text_leaves_against_an_alert(case, mobile, link_worker, alert):
    AlertFactory(person=case.person, kind=alert)
    with pytest.raises(Refused) as refusal:
        book(link_worker, case, reminder=Channel.TEXT)
    assert refusal.value.field == "reminder"
    assert not Appointment.objects.exists()


def test_a_reminder_is_withdrawn_when_it_is_no_longer_safe(case, team, mobile, link_worker):
    job = Actor.system("casework.withdraw_unsafe_reminders", team.pk)
    appointment = book(link_worker, case, reminder=Channel.TEXT)
    withdraw_unsafe_reminders(job)
    assert OutboxMessage.objects.get(pk=appointment.reminder_id).status == MessageStatus.WAITING
    mobile.change(ended_at=clock.now())
    ContactDetailFactory(person=case.person, may_text=True, value="+447700900999")
    withdraw_unsafe_reminders(job)
    assert OutboxMessage.objects.get(pk=appointment.reminder_id).status == MessageStatus.CANCELLED
    assert Appointment.objects.get().reminder_id is None


def test_cancelling_holds_the_reminder_back(case, mobile, link_worker):
    appointment = book(link_worker, case, reminder=Channel.TEXT)
    cancel_appointment(link_worker, appointment=appointment)
    assert OutboxMessage.objects.get().status == MessageStatus.CANCELLED
    with pytest.raises(Refused, match="marked before: cancelled"):
        cancel_appointment(link_worker, appointment=appointment)


def test_a_death_calls_off_what_is_to_come(case, mobile, link_worker):
    appointment = book(link_worker, case, reminder=Channel.TEXT)
    call_off_appointments(link_worker, case.person)
    assert Appointment.objects.get(pk=appointment.pk).status == AppointmentStatus.CANCELLED
    assert OutboxMessage.objects.get().status == MessageStatus.CANCELLED


def test_a_missed_appointment_counts_as_a_try(case, link_worker):
    appointment = book(link_worker, case)
    with pytest.raises(Refused, match="still to come"):
        miss_appointment(link_worker, appointment=appointment)
    with time_machine.travel(TUESDAY_TWO + timedelta(minutes=30)):
        miss_appointment(link_worker, appointment=appointment)
    attempt = ContactAttempt.objects.get()
    assert (attempt.outcome, attempt.at) == (AttemptOutcome.MISSED, TUESDAY_TWO)


def visit_that_should_have_ended(case, worker):
    past = clock.now() - timedelta(minutes=1)
    return AppointmentFactory(
        case=case, worker_id=worker.user_id, starts_at=past - timedelta(hours=2), way=Way.HOME, check_in_by=past
    )


def test_somebody_who_goes_alone_is_to_check_in_half_an_hour_after_the_end(case, link_worker):
    appointment = book(link_worker, case, way=Way.HOME, goes_alone=True)
    assert appointment.check_in_by == TUESDAY_TWO + timedelta(minutes=75)


def test_a_missed_check_in_tells_the_lead_once_and_names_no_client(case, team, link_worker, team_lead):
    visit = visit_that_should_have_ended(case, link_worker)
    job = Actor.system("casework.raise_alarms", team.pk)
    raise_alarms(job)
    raise_alarms(job)
    message = MessageContent.objects.get()
    assert message.subject == "Amina Yusuf has not checked in"
    assert message.recipient.startswith("colleague")
    assert "Marshall" not in message.body
    assert list(list_alarms(team_lead)) == [visit]


def test_the_alarm_stays_until_somebody_says_they_are_safe(case, team, link_worker, team_lead):
    visit = visit_that_should_have_ended(case, link_worker)
    raise_alarms(Actor.system("casework.raise_alarms", team.pk))
    check_in(team_lead, appointment=Appointment.objects.get(pk=visit.pk))
    assert not list_alarms(team_lead)


def test_a_worker_who_says_how_it_went_is_safe(case, team, link_worker, team_lead):
    visit = visit_that_should_have_ended(case, link_worker)
    keep_appointment(link_worker, appointment=visit)
    raise_alarms(Actor.system("casework.raise_alarms", team.pk))
    assert not MessageContent.objects.exists()


def test_a_colleague_who_says_it_took_place_has_not_seen_the_worker(case, link_worker, team_lead):
    visit = visit_that_should_have_ended(case, link_worker)
    keep_appointment(team_lead, appointment=visit)
    assert visit.checked_in_at is None


def test_without_a_lead_the_coordinator_is_told(case, team, link_worker, coordinator):
    visit_that_should_have_ended(case, link_worker)
    raise_alarms(Actor.system("casework.raise_alarms", team.pk))
    assert MessageContent.objects.count() == 1


def test_a_commissioner_may_not_book(case, commissioner):
    with pytest.raises(NotAllowed):
        book(commissioner, case)


def test_a_case_waits_until_somebody_said_how_an_appointment_went(case, link_worker):
    book(link_worker, case)
    assert why_case_waits_for_appointment(link_worker, case) is None
    with time_machine.travel(TUESDAY_TWO + timedelta(hours=1)):
        assert "how the appointment went" in why_case_waits_for_appointment(link_worker, case)
