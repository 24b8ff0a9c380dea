from datetime import datetime, timedelta

import pytest
import time_machine

from linkworks.domain.casework import timeline
from linkworks.domain.casework.actions.appointments import cancel_appointment
from linkworks.domain.casework.actions.booking import Booking, Clash, book_appointment
from linkworks.domain.casework.actions.moving import move_appointment
from linkworks.domain.casework.choices import TimelineKind, Way
from linkworks.domain.casework.models import Appointment, AppointmentMove
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db

TUESDAY_TWO = datetime(2026, 3, 3, 14, 0, tzinfo=clock.LONDON)
THURSDAY_TEN = datetime(2026, 3, 5, 10, 0, tzinfo=clock.LONDON)


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


def booking(actor, **values):
    return Booking(**({"worker_id": actor.user_id, "starts_at": TUESDAY_TWO, "way": Way.PRACTICE} | values))


@pytest.fixture
def appointment(case, link_worker):
    return book_appointment(link_worker, case=case, booking=booking(link_worker, place="Deptford Surgery"))


@pytest.fixture
def reminded(case, link_worker, mobile):
    """An appointment whose reminder has left."""
    with_reminder = booking(link_worker, reminder=Channel.TEXT)
    appointment = book_appointment(link_worker, case=case, booking=with_reminder)
    OutboxMessage.objects.get().change(status=MessageStatus.SENT, sent_at=clock.now())
    return appointment


def move(actor, appointment, **values):
    asked = {"starts_at": THURSDAY_TEN} | values
    return move_appointment(actor, appointment=appointment, booking=booking(actor, **asked))


def waiting():
    return [
        (one.content.body, one.not_before)
        for one in OutboxMessage.objects.filter(status=MessageStatus.WAITING).order_by("created_at")
    ]


def test_time_place_worker_and_interpreter_change(appointment, link_worker, second_worker):
    move(
        link_worker,
        appointment,
        worker_id=second_worker.user_id,
        way=Way.COMMUNITY,
        place="Café Nova",
        interpreter_language="Somali",
    )
    now = Appointment.objects.get()
    assert (now.starts_at, now.way, now.place) == (THURSDAY_TEN, Way.COMMUNITY, "Café Nova")
    assert (now.worker_id, now.interpreter_language) == (second_worker.user_id, "Somali")


def test_the_old_time_stays_in_the_history(appointment, case, link_worker):
    move(link_worker, appointment)
    kept = AppointmentMove.objects.get()
    assert (kept.was_at, kept.was_place, kept.by_id) == (TUESDAY_TWO, "Deptford Surgery", link_worker.user_id)
    titles = [entry.title for entry in timeline.read(case, kind=TimelineKind.APPOINTMENTS).entries]
    assert "moved, it was 3 March 2026, 2pm" in titles


def test_a_reminder_that_waits_moves_along(case, mobile, link_worker):
    appointment = book_appointment(link_worker, case=case, booking=booking(link_worker, reminder=Channel.TEXT))
    moved = move(link_worker, appointment, reminder=Channel.TEXT)
    [(body, leaves)] = waiting()
    assert "Thursday 5 March 2026 at 10am" in body
    assert leaves == datetime(2026, 3, 4, 10, 0, tzinfo=clock.LONDON)
    assert moved.notice_id is None


def test_whoever_was_reminded_gets_the_new_time_at_once_in_words_that_tell_a_stranger_nothing(
    reminded, mobile, link_worker
):
    moved = move(link_worker, reminded, place="Room 2, Deptford Surgery")
    assert waiting() == [
        (
            "Our meeting has changed. You are now meeting Amina on Thursday 5 March 2026 at 10am. "
            "If you cannot come, ring 020 7946 0100.",
            None,
        )
    ]
    assert MessageContent.objects.get(message_id=moved.notice_id).recipient == mobile.value


def test_a_second_move_is_told_to_whoever_was_told_of_the_first(reminded, link_worker):
    move(link_worker, reminded, reminder=Channel.TEXT)
    OutboxMessage.objects.filter(not_before=None).get().change(status=MessageStatus.SENT, sent_at=clock.now())
    moved = move(link_worker, reminded, starts_at=THURSDAY_TEN + timedelta(hours=1))
    assert moved.notice_id is not None
    assert len(waiting()) == 1


def test_another_room_is_no_news_of_the_time(reminded, link_worker):
    moved = move(link_worker, reminded, starts_at=TUESDAY_TWO, place="Room 3", reminder=Channel.TEXT)
    assert moved.notice_id is None
    assert waiting() == []


def test_no_message_leaves_against_an_alert_raised_since(reminded, case, link_worker):
    AlertFactory(person=case.person, kind=AlertKind.SAFE_CONTACT)
    assert move(link_worker, reminded).notice_id is None
    assert waiting() == []


def test_a_check_in_moves_along(case, link_worker):
    alone = book_appointment(link_worker, case=case, booking=booking(link_worker, goes_alone=True))
    move(link_worker, alone, goes_alone=True)
    assert Appointment.objects.get().check_in_by == THURSDAY_TEN + timedelta(minutes=75)


def test_an_appointment_does_not_stand_in_its_own_way_and_others_do(appointment, team, link_worker):
    move(link_worker, appointment, starts_at=TUESDAY_TWO + timedelta(minutes=15))
    AppointmentFactory(case=CaseFactory(team=team), worker_id=link_worker.user_id, starts_at=THURSDAY_TEN)
    with pytest.raises(Clash):
        move(link_worker, appointment)


def test_nobody_is_visited_at_home_against_an_alert(appointment, case, link_worker):
    AlertFactory(person=case.person, kind=AlertKind.NOT_AT_HOME)
    with pytest.raises(Refused) as refusal:
        move(link_worker, appointment, way=Way.HOME)
    assert refusal.value.field == "way"


def test_what_has_begun_or_was_cancelled_cannot_move(appointment, link_worker):
    with time_machine.travel(TUESDAY_TWO + timedelta(minutes=1)), pytest.raises(Refused, match="has begun"):
        move(link_worker, appointment)
    cancel_appointment(link_worker, appointment=appointment)
    with pytest.raises(Refused, match="cancelled"):
        move(link_worker, appointment)


def test_two_who_move_it_at_once_are_told(appointment, link_worker):
    with pytest.raises(Conflict):
        move_appointment(link_worker, appointment=appointment, booking=booking(link_worker), expected_version=7)


def test_another_team_cannot_move_it(appointment, other_team_worker):
    with pytest.raises(NotAllowed):
        move(other_team_worker, appointment)
