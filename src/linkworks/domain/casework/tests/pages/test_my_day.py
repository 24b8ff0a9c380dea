from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.research import ask
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    CaseNoteFactory,
    ContactAttemptFactory,
    CoverFactory,
    TaskFactory,
)
from linkworks.domain.people.tests.factories import AlertFactory, ContactDetailFactory, PersonFactory
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


def case_of(worker, family_name, **values):
    person = PersonFactory(team_id=worker.team_id, family_name=family_name)
    referral = ReferralFactory(team_id=worker.team_id, person=person)
    values.setdefault("first_contact_at", clock.now())
    return CaseFactory(team_id=worker.team_id, referral=referral, worker_id=worker.user_id, **values)


def page(client):
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_day_says_something_kind(team, link_worker, signed_in):
    html = page(signed_in(link_worker))
    assert "Nothing is due today." in html
    assert "A good moment for a cup of tea." in html


def test_a_day_with_nothing_due_does_not_hide_what_waits(team, team_lead, signed_in):
    ReferralFactory(team=team)
    html = page(signed_in(team_lead))
    assert "Nothing is due today." not in html
    assert "What waits for you is below." in html


def test_today_is_told_in_one_sentence(team, link_worker, signed_in):
    AppointmentFactory(case=case_of(link_worker, "Today"), worker_id=link_worker.user_id, starts_at=clock.now())
    case_of(link_worker, "Waiting", first_contact_at=None, first_contact_due=clock.today() - timedelta(days=3))
    TaskFactory(case=case_of(link_worker, "Task"), worker_id=link_worker.user_id)
    sentence = "1 contact today, 1 first contact due, 1 task due and 1 person has waited longer than we promised."
    assert sentence in page(signed_in(link_worker))


def test_before_dialling_one_sees_the_alert_the_number_and_the_last_thing_said(team, link_worker, signed_in):
    case = case_of(link_worker, "Today")
    AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=clock.now())
    ContactDetailFactory(person=case.person, value="+447700900123")
    AlertFactory(person=case.person)
    CaseNoteFactory(case=case, body="She will bring the letter about the rent.")
    html = page(signed_in(link_worker))
    for said in ("Rosa Today", "tel:+447700900123", "Do not leave a voicemail", "She will bring the letter"):
        assert said in html


def test_a_first_contact_says_what_we_try_next(team, link_worker, signed_in):
    case = case_of(link_worker, "Waiting", first_contact_at=None)
    ContactAttemptFactory(case=case)
    assert "Tried once. Next, try " in page(signed_in(link_worker))


def test_what_was_never_marked_keeps_asking(team, link_worker, signed_in):
    AppointmentFactory(
        case=case_of(link_worker, "Forgotten"),
        worker_id=link_worker.user_id,
        starts_at=clock.now() - timedelta(days=2),
    )
    html = page(signed_in(link_worker))
    assert "How did these go?" in html
    assert "Rosa Forgotten" in html


def test_a_colleagues_day_is_theirs_unless_one_covers(team, link_worker, second_worker, signed_in):
    AppointmentFactory(case=case_of(link_worker, "Amina"), worker_id=link_worker.user_id, starts_at=clock.now())
    client = signed_in(second_worker)
    assert "Rosa Amina" not in page(client)
    CoverFactory(team=team, away_id=link_worker.user_id, covered_by_id=second_worker.user_id)
    html = page(client)
    assert "Rosa Amina" in html
    assert "for Amina Yusuf" in html


def test_the_look_is_one_row(team, link_worker, signed_in):
    cases = [case_of(link_worker, name, first_contact_at=None) for name in ("One", "Two")]
    page(signed_in(link_worker))
    assert set(ViewEntry.objects.get(page="casework.my_day").person_ids) == {case.person_id for case in cases}


def test_a_missed_check_in_stands_over_everything_and_anybody_may_say_they_are_safe(
    team, link_worker, team_lead, signed_in
):
    past = clock.now() - timedelta(hours=1)
    visit = AppointmentFactory(
        case=case_of(link_worker, "Private"),
        worker_id=link_worker.user_id,
        starts_at=past - timedelta(hours=1),
        check_in_by=past,
        alarm_raised_at=past,
    )
    client = signed_in(team_lead)
    html = page(client)
    assert "Amina Yusuf was to check in by" in html
    assert "Private" not in html
    assert client.post(f"/appointments/{visit.pk}/check-in", {"next": "/"})["Location"] == "/"
    assert "was to check in by" not in page(client)


@pytest.mark.parametrize(("who", "queries"), [("link_worker", 13), ("team_lead", 15)])
def test_a_full_day_takes_few_queries(team, who, queries, request, signed_in):
    worker = request.getfixturevalue(who)
    for number in range(30):
        case = case_of(worker, f"Day{number}", first_contact_at=None)
        AppointmentFactory(case=case, worker_id=worker.user_id, starts_at=clock.now())
        TaskFactory(case=case, worker_id=worker.user_id)
        ContactAttemptFactory(case=case)
    client = signed_in(worker)
    page(client)
    with at_most(queries):
        page(client)


@pytest.mark.parametrize("who", ["commissioner", "administrator"])
def test_whoever_works_with_nobodys_record_sees_nobody_here(team, link_worker, who, request, signed_in):
    case_of(link_worker, "Private", first_contact_at=None)
    response = signed_in(request.getfixturevalue(who)).get("/")
    assert b"Private" not in response.content
    assert response.status_code == 302 or b"Your role has no pages" in response.content


def test_those_who_triage_see_what_came_in(team, coordinator, link_worker, signed_in):
    ReferralFactory(team=team, first_contact_due=clock.today() - timedelta(days=1))
    ReferralFactory(team=team, status="returned")
    html = page(signed_in(coordinator))
    assert "1 referral to read. 1 person has waited longer than we promised." in html
    assert "1 referrer has not yet answered our question." in html
    assert "to read." not in page(signed_in(link_worker))


def test_a_look_at_those_in_the_lists_of_due_work_leaves_a_mark(team, link_worker, signed_in):
    case = case_of(link_worker, "Choir")
    ask(link_worker, case=case, question="A choir?", worker_id=link_worker.user_id, due_on=clock.today())
    assert "A choir?" in page(signed_in(link_worker))
    assert ViewEntry.objects.filter(page="casework.my_day", person_ids=[case.person_id]).exists()


def test_a_task_about_somebody_who_has_died_says_so(team, link_worker, signed_in):
    case = case_of(link_worker, "Choir")
    TaskFactory(case=case, worker_id=link_worker.user_id)
    case.person.change(died_on=clock.today())
    assert f"{case.person.full_name}, who has died" in page(signed_in(link_worker))
