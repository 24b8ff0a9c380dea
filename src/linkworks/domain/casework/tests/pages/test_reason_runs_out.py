"""A reason lasts the day; what was typed over midnight is kept."""

from datetime import timedelta

import pytest

from linkworks.domain.casework.models import CaseNote
from linkworks.domain.casework.tests.factories import CaseFactory, TaskFactory
from linkworks.foundation.accounts.models import HeldPost
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

TYPED = {"words": "She fears the letters."}


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def before_midnight(time_machine, case, second_worker, signed_in):
    """A colleague who said why, and has the form for a note open."""
    time_machine.move_to(clock.now().replace(hour=23, minute=55), tick=False)
    client = signed_in(second_worker)
    client.post(f"/people/{case.person_id}/open", {"reason": "on_duty"})
    assert client.get(f"/cases/{case.pk}/notes/new").status_code == 200
    time_machine.shift(timedelta(minutes=10))
    return client


def test_the_text_waits_behind_the_question_why(before_midnight, case):
    client, address = before_midnight, f"/cases/{case.pk}/notes/new"
    asked = client.post(address, TYPED)["Location"]
    assert asked.startswith(f"/people/{case.person_id}/open?next=%2Fkept")
    assert not CaseNote.objects.exists()

    kept = client.post(asked, {"reason": "on_duty"})["Location"]
    page = client.get(kept).content.decode()
    assert "She fears the letters." in page
    assert f'action="{address}"' in page

    review = client.post(address, TYPED | {"_review": "1"}).content.decode()
    assert "Check what you typed and save it" in review
    client.post(address, TYPED)
    assert CaseNote.objects.get().body == "She fears the letters."
    assert not HeldPost.objects.exists()


def test_somebody_who_only_looks_is_asked_and_nothing_is_kept(before_midnight, case):
    asked = before_midnight.get(f"/cases/{case.pk}/notes/new?fresh=1")["Location"]
    assert asked.endswith("notes%2Fnew%3Ffresh%3D1")
    assert not HeldPost.objects.exists()


def test_another_team_learns_nothing_and_leaves_nothing(case, signed_in, other_team_worker):
    assert signed_in(other_team_worker).post(f"/cases/{case.pk}/notes/new", TYPED).status_code == 404
    assert not HeldPost.objects.exists()


@pytest.mark.parametrize(
    ("pressed_on", "back"),
    [("http://testserver/cases?page=2", "%2Fcases%3Fpage%3D2"), ("https://example.com/x", "%2F")],
)
def test_a_deed_of_one_press_leads_back_to_where_it_was_pressed(before_midnight, case, link_worker, pressed_on, back):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    asked = before_midnight.post(f"/tasks/{task.pk}/done", headers={"Referer": pressed_on})["Location"]
    assert asked == f"/people/{case.person_id}/open?next={back}"
