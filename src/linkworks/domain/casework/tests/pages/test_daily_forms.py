from datetime import timedelta

import pytest

from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Appointment, CaseNote, Contact, ContactAttempt, Task
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory, CaseNoteFactory, TaskFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


def text(response):
    return response.content.decode()


def in_days(days, name, hour="2pm"):
    day = clock.today() + timedelta(days=days)
    boxes = {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
    return boxes | ({f"{name}_time": hour} if hour else {})


CONTACT = {"way": "phone", "when": "now", "outcomes": ["listened"], "remind": "never"}
BOOKING = {"minutes": "45", "way": "practice", "interpreter": "no", "reminder": "none"}

FORMS = [
    "/cases/{case}/contacts/new",
    "/cases/{case}/no-answer",
    "/cases/{case}/notes/new",
    "/cases/{case}/tasks/new",
    "/cases/{case}/appointments/new",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_shows_whom_it_is_about_and_logs_the_look(case, amina, form):
    html = text(amina.get(form.format(case=case.pk)))
    assert case.person.full_name in html
    assert ViewEntry.objects.get().person_ids == [case.person_id]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_closed_to_strangers_and_asks_colleagues_why(
    case, form, signed_in, second_worker, other_team_worker, commissioner
):
    address = form.format(case=case.pk)
    assert signed_in(second_worker).get(address).status_code == 302
    assert signed_in(commissioner).get(address).status_code == 404
    assert signed_in(other_team_worker).get(address).status_code == 404


def test_a_contact_is_logged_in_one_save(case, amina):
    posted = CONTACT | {"note": "She sang.", "minutes": "20", "next_step": "Find a choir", "remind": "week"}
    response = amina.post(f"/cases/{case.pk}/contacts/new", posted)
    assert response["Location"] == f"/cases/{case.pk}"
    assert (Contact.objects.get().minutes, CaseNote.objects.get().body) == (20, "She sang.")
    assert Task.objects.get().due_on == clock.today() + timedelta(weeks=1)


def test_a_contact_without_how_it_went_says_so_and_keeps_what_was_typed(case, amina):
    response = amina.post(f"/cases/{case.pk}/contacts/new", CONTACT | {"outcomes": [], "note": "She sang."})
    html = text(response)
    assert response.status_code == 422
    assert "Choose how it went. Listening counts" in html
    assert "She sang." in html
    assert not Contact.objects.exists()


def test_a_task_without_a_name_points_at_the_next_step(case, amina):
    response = amina.post(f"/cases/{case.pk}/contacts/new", CONTACT | {"remind": "today"})
    assert response.status_code == 422
    assert 'href="#id_next_step"' in text(response)
    assert not Contact.objects.exists()


def test_a_note_of_a_million_characters_is_refused_and_kept(case, amina):
    response = amina.post(f"/cases/{case.pk}/notes/new", {"words": "x" * 1_000_000})
    assert response.status_code == 422
    assert "can hold 20,000 characters" in text(response)


def test_logging_an_appointment_that_took_place_marks_it_kept(case, amina, link_worker):
    started = clock.now() - timedelta(hours=2)
    appointment = AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=started)
    address = f"/cases/{case.pk}/contacts/new?appointment={appointment.pk}"
    assert 'value="practice" checked' in text(amina.get(address))
    amina.post(address, CONTACT)
    assert Appointment.objects.get().status == AppointmentStatus.KEPT


@pytest.mark.parametrize("asked", ["nonsense", "5f0a2f7c-6a0c-4c9a-9c2e-0d6a3f1b2c3d"])
def test_an_appointment_that_is_not_there_is_not_found(case, amina, asked):
    assert amina.get(f"/cases/{case.pk}/contacts/new?appointment={asked}").status_code == 404


def test_a_letter_is_a_try_like_any_other(case, amina):
    amina.post(f"/cases/{case.pk}/no-answer", {"way": "letter", "outcome": "letter_sent", "when": "now"})
    assert ContactAttempt.objects.get().outcome == "letter_sent"


def test_a_note_is_corrected_under_the_note_itself(case, amina):
    note = CaseNoteFactory(case=case)
    assert note.body in text(amina.get(f"/notes/{note.pk}/correct"))
    amina.post(f"/notes/{note.pk}/correct", {"words": "It was her niece."})
    assert CaseNote.objects.get(corrects=note).body == "It was her niece."


def test_an_appointment_is_booked_with_a_reminder_to_a_safe_number(case, amina, link_worker):
    ContactDetailFactory(person=case.person, may_text=True, value="+447700900123")
    assert "Text message to 07700 900123" in text(amina.get(f"/cases/{case.pk}/appointments/new"))
    posted = BOOKING | {"worker_id": str(link_worker.user_id), "reminder": "text"} | in_days(3, "starts_at")
    amina.post(f"/cases/{case.pk}/appointments/new", posted)
    assert Appointment.objects.get().reminder_id


def test_no_reminder_is_offered_against_an_alert(case, amina):
    ContactDetailFactory(person=case.person, may_text=True)
    AlertFactory(person=case.person, kind=AlertKind.NO_TEXT)
    assert "None can be sent" in text(amina.get(f"/cases/{case.pk}/appointments/new"))


def test_a_clash_is_said_and_one_tick_books_it_anyway(case, amina, team, link_worker):
    posted = BOOKING | {"worker_id": str(link_worker.user_id)} | in_days(3, "starts_at")
    amina.post(f"/cases/{CaseFactory(team=team, worker_id=link_worker.user_id).pk}/appointments/new", posted)
    address = f"/cases/{case.pk}/appointments/new"
    response = amina.post(address, posted)
    assert response.status_code == 422
    assert "booked then already" in text(response)
    assert "Book it anyway" in text(response)
    assert amina.post(address, posted | {"despite_clash": "on"}).status_code == 302
    assert Appointment.objects.count() == 2


def test_a_missed_appointment_is_marked_and_one_to_come_is_not(case, amina, link_worker):
    past = AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=clock.now() - timedelta(hours=1))
    assert "It took place: log the contact" in text(amina.get(f"/appointments/{past.pk}"))
    amina.post(f"/appointments/{past.pk}/missed")
    assert Appointment.objects.get(pk=past.pk).status == AppointmentStatus.MISSED
    to_come = AppointmentFactory(case=case, worker_id=link_worker.user_id)
    response = amina.post(f"/appointments/{to_come.pk}/missed", follow=True)
    assert "still to come" in text(response)


def test_a_task_is_given_to_a_colleague(case, amina, second_worker):
    posted = {"title": "Ring housing", "by_when": "on_a_day", "worker_id": str(second_worker.user_id)}
    amina.post(f"/cases/{case.pk}/tasks/new", posted | in_days(5, "due_on", hour=""))
    task = Task.objects.get()
    assert (task.due_on, task.worker_id) == (clock.today() + timedelta(days=5), second_worker.user_id)


def opening(case, to="/cases/x"):
    return f"/people/{case.person_id}/open?next={to}"


def test_the_opening_page_shows_no_more_than_who_it_is(case, second_worker, signed_in):
    case.person.change(date_of_birth="1951-03-03", nhs_number="9990000018")
    html = text(signed_in(second_worker).get(opening(case)))
    assert f"{case.person.full_name}, born 1951" in html
    assert "3 March" not in html
    assert "999 000 0018" not in html
    assert ViewEntry.objects.get(page="casework.open_record").person_ids == [case.person_id]


def test_one_tap_opens_the_record_and_leads_on(case, second_worker, signed_in):
    client = signed_in(second_worker)
    response = client.post(opening(case, f"/cases/{case.pk}"), {"reason": "client_rang"})
    assert response["Location"] == f"/cases/{case.pk}"
    assert client.get(f"/cases/{case.pk}").status_code == 200
    assert client.get(opening(case, f"/cases/{case.pk}")).status_code == 302


def test_another_reason_needs_words(case, second_worker, signed_in):
    client = signed_in(second_worker)
    response = client.post(opening(case), {"reason": "other"})
    assert response.status_code == 422
    assert 'href="#id_words"' in text(response)
    client.post(opening(case), {"reason": "other", "words": "Audit"})
    assert RecordOpening.objects.get().words == "Audit"


def test_it_leads_nowhere_else(case, second_worker, signed_in):
    response = signed_in(second_worker).post(opening(case, "https://evil.example/"), {"reason": "on_duty"})
    assert response["Location"] == "/"


def test_strangers_do_not_learn_that_the_person_is_there(case, other_team_worker, commissioner, signed_in):
    for stranger in (other_team_worker, commissioner):
        assert signed_in(stranger).get(opening(case)).status_code == 404


def test_whoever_was_quicker_is_told_of_and_nothing_breaks(case, amina, link_worker, monkeypatch):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)

    def overtaken(actor, *, task):
        raise Conflict

    monkeypatch.setattr("linkworks.domain.casework.views.tasks.finish_task", overtaken)
    html = text(amina.post(f"/tasks/{task.pk}/done", follow=True))
    assert "Somebody else changed this" in html


def test_a_task_is_changed_and_its_day_may_stay_though_it_has_passed(case, amina, link_worker):
    overdue = clock.today() - timedelta(days=3)
    task = TaskFactory(case=case, worker_id=link_worker.user_id, due_on=overdue)
    address = f"/tasks/{task.pk}/change"
    assert address in text(amina.get(f"/cases/{case.pk}"))
    posted = {"title": "Write to housing", "by_when": "as_it_is", "worker_id": str(link_worker.user_id)}
    amina.post(address, posted)
    task.refresh_from_db()
    assert (task.title, task.due_on) == ("Write to housing", overdue)
    amina.post(address, posted | {"by_when": "today"})
    task.refresh_from_db()
    assert task.due_on == clock.today()


def test_two_who_change_one_task_are_told_what_the_other_changed(case, amina, link_worker):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    posted = {"title": "Write to housing", "by_when": "as_it_is", "worker_id": str(link_worker.user_id)}
    amina.post(f"/tasks/{task.pk}/change", posted | {"_version": "1"})
    second = amina.post(f"/tasks/{task.pk}/change", posted | {"title": "Visit housing", "_version": "1"})
    assert second.status_code == 409
    assert "changed the wording to “Write to housing”" in text(second)
    assert "Visit housing" in text(second)


def test_an_appointment_is_moved_from_its_page(case, amina, link_worker):
    appointment = AppointmentFactory(case=case, worker_id=link_worker.user_id)
    address = f"/appointments/{appointment.pk}/move"
    assert address in text(amina.get(f"/appointments/{appointment.pk}"))
    assert "Deptford Surgery" in text(amina.get(address))
    moved = BOOKING | in_days(3, "starts_at") | {"worker_id": str(link_worker.user_id), "place": "Room 2"}
    assert amina.post(address, moved)["Location"] == f"/cases/{case.pk}"
    assert Appointment.objects.get().place == "Room 2"
    assert "Tell the person if you have not." in text(amina.get(f"/cases/{case.pk}"))
    assert "Before it was moved" in text(amina.get(f"/appointments/{appointment.pk}"))


def test_whoever_cancels_learns_that_the_person_was_reminded(case, amina, link_worker, team):
    unknown, reminded = (AppointmentFactory(case=case, worker_id=link_worker.user_id) for _ in range(2))
    message = OutboxMessage.objects.create(
        team=team, channel=Channel.TEXT, status=MessageStatus.SENT, sent_at=clock.now()
    )
    reminded.change(reminder_id=message.pk)
    for appointment, said in ((unknown, "Tell the person if you have not."), (reminded, "They were reminded of it")):
        amina.post(f"/appointments/{appointment.pk}/cancel")
        assert said in text(amina.get(f"/cases/{case.pk}"))
