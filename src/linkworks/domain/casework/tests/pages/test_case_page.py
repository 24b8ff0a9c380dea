from datetime import timedelta

import pytest

from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import ContactAttempt, Task
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    CaseNoteFactory,
    ClosedCaseFactory,
    ContactAttemptFactory,
    ContactFactory,
    TaskFactory,
    WhatMattersFactory,
)
from linkworks.domain.people.tests.factories import AdjustmentFactory, AlertFactory, ContactDetailFactory
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def test_the_tab_and_the_history_of_the_browser_name_nobody(signed_in, link_worker, case):
    assert "<title>A case – Linkworks</title>" in signed_in(link_worker).get(address(case)).text


def address(case):
    return f"/cases/{case.pk}"


def test_the_worker_sees_who_this_is_and_what_must_be_known_first(case, link_worker, signed_in):
    person = case.person
    person.change(date_of_birth="1951-03-03", nhs_number="9990000018", preferred_name="Rosie")
    ContactDetailFactory(person=person, value="+447700900123", safe_when="after 4pm")
    AlertFactory(person=person)
    AdjustmentFactory(person=person)
    WhatMattersFactory(case=case)
    html = signed_in(link_worker).get(address(case)).content.decode()
    for said in (
        "likes to be called Rosie",
        "999 000 0018",
        'href="tel:+447700900123"',
        "after 4pm",
        "Do not leave a voicemail: Her son listens to the messages.",
        "Large print",
        "I want to see people again, and to sleep.",
    ):
        assert said in html, said


def test_the_look_is_logged_with_the_reason_it_was_opened_for(case, team, second_worker, signed_in):
    RecordOpening.objects.create(
        team=team,
        person_id=case.person_id,
        user_id=second_worker.user_id,
        on_day=clock.today(),
        reason=RecordOpening.Reason.ON_DUTY,
    )
    assert signed_in(second_worker).get(address(case)).status_code == 200
    look = ViewEntry.objects.get(page="casework.case")
    assert (look.person_ids, look.reason, look.actor_name) == ([case.person_id], "on_duty", "Ben Okafor")


def test_a_colleague_is_asked_why_first(case, second_worker, signed_in):
    response = signed_in(second_worker).get(address(case))
    assert response.status_code == 302
    assert response["Location"] == f"/people/{case.person_id}/open?next=%2Fcases%2F{case.pk}"


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_nobody_else_finds_it(case, who, request, signed_in):
    assert signed_in(request.getfixturevalue(who)).get(address(case)).status_code == 404


def test_a_long_story_is_told_in_few_queries(case, link_worker, signed_in, django_assert_max_num_queries):
    for day in range(40):
        at = clock.now() - timedelta(days=day)
        contact = ContactFactory(case=case, at=at, by_id=link_worker.user_id)
        CaseNoteFactory(case=case, contact=contact, at=at, body="A long note. " * 80)
        note = CaseNoteFactory(case=case, at=at)
        CaseNoteFactory(case=case, at=at, corrects=note)
        ContactAttemptFactory(case=case, at=at)
        TaskFactory(case=case, worker_id=link_worker.user_id)
    client = signed_in(link_worker)
    client.get(address(case))
    with django_assert_max_num_queries(20):
        html = client.get(address(case)).content.decode()
    assert html.count('class="app-timeline__item"') == 50
    assert "Read the rest" in html
    assert 'href="?page=2#timeline"' in html


def test_the_timeline_is_narrowed_by_kind(case, link_worker, signed_in):
    CaseNoteFactory(case=case, body="Only this note")
    ContactFactory(case=case)
    html = signed_in(link_worker).get(f"{address(case)}?kind=notes").content.decode()
    assert html.count('class="app-timeline__item"') == 1
    assert "Only this note" in html


@pytest.mark.parametrize("asked", ["?kind=nonsense", "?page=0", "?page=999999", "?page=x"])
def test_an_odd_address_is_forgiven(case, link_worker, signed_in, asked):
    assert signed_in(link_worker).get(address(case) + asked).status_code == 200


def test_what_people_typed_is_never_markup(case, link_worker, signed_in):
    CaseNoteFactory(case=case, body="<script>alert(1)</script>")
    html = signed_in(link_worker).get(address(case)).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def next_step(client, case):
    html = client.get(address(case)).content.decode()
    return html.split('class="app-next-step">', 1)[1].split("</p>", 1)[0]


def test_the_next_step_follows_what_has_happened(case, link_worker, signed_in):
    client = signed_in(link_worker)
    assert next_step(client, case) == "Make the first contact with Rosa."
    ContactAttemptFactory(case=case, at=clock.now() - timedelta(days=1))
    assert next_step(client, case).startswith("Tried once. Next, try ")
    contact = ContactFactory(case=case, next_step="Visit the choir")
    case.change(first_contact_at=contact.at)
    assert next_step(client, case) == "Visit the choir"
    TaskFactory(case=case, worker_id=link_worker.user_id)
    assert next_step(client, case) == "Ring the housing officer"
    AppointmentFactory(case=case, worker_id=link_worker.user_id)
    assert next_step(client, case).startswith("Meet tomorrow ")
    AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=clock.now() - timedelta(hours=1))
    assert next_step(client, case).startswith("How did the appointment go, ")


def test_an_open_case_with_nothing_planned_says_so(case, link_worker, signed_in):
    case.change(first_contact_at=clock.now())
    assert next_step(signed_in(link_worker), case) == "Nothing is planned yet."


def test_no_answer_is_one_press_and_leads_back_to_where_one_was(case, link_worker, signed_in):
    client = signed_in(link_worker)
    response = client.post(f"{address(case)}/no-answer", {"way": "phone", "outcome": "no_answer"})
    assert response["Location"] == address(case)
    assert ContactAttempt.objects.get().by_id == link_worker.user_id
    assert "Tried once. Next, try " in client.get(address(case)).content.decode()
    response = client.post(f"{address(case)}/no-answer", {"way": "phone", "outcome": "no_answer", "next": "/"})
    assert response["Location"] == "/"


def test_no_answer_pressed_twice_is_one_try(case, link_worker, signed_in):
    client = signed_in(link_worker)
    posted = {
        "way": "phone",
        "outcome": "no_answer",
        "_submission": "5f0a2f7c-6a0c-4c9a-9c2e-0d6a3f1b2c3d",
    }
    for _ in range(2):
        assert client.post(f"{address(case)}/no-answer", posted)["Location"] == address(case)
    assert ContactAttempt.objects.count() == 1


def test_a_task_is_ticked_off_from_the_page(case, link_worker, signed_in):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    response = signed_in(link_worker).post(f"/tasks/{task.pk}/done")
    assert response["Location"] == address(case)
    assert Task.objects.get().done_at


def test_a_closed_case_is_read_and_not_worked_on(team, link_worker, signed_in):
    case = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    AppointmentFactory(case=case, worker_id=link_worker.user_id, status=AppointmentStatus.KEPT)
    html = signed_in(link_worker).get(address(case)).content.decode()
    assert "Nothing: this case is closed." in html
    assert "No answer" not in html
