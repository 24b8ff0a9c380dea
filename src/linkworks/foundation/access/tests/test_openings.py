from uuid import uuid4

import pytest

from linkworks.foundation.access import openings
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import ReasonNeeded

pytestmark = pytest.mark.django_db

ROSA = uuid4()


@pytest.fixture(autouse=True)
def _amina_looks_after_rosa(monkeypatch):
    asked = lambda actor, person_id: actor.name == "Amina Yusuf" and person_id == ROSA  # noqa: E731
    monkeypatch.setattr(openings, "_looks_after", [asked])


def test_who_looks_after_a_person_gives_no_reason(link_worker, second_worker):
    assert openings.insist_on_reason(link_worker, ROSA) == ""
    with pytest.raises(ReasonNeeded):
        openings.insist_on_reason(second_worker, ROSA)


def test_a_job_gives_no_reason(team):
    assert openings.insist_on_reason(Actor.system("reminders", team.pk), ROSA) == ""


def test_the_reason_given_today_comes_back_for_the_log(team, second_worker):
    RecordOpening.objects.create(
        team=team,
        person_id=ROSA,
        user_id=second_worker.user_id,
        on_day=clock.today(),
        reason=RecordOpening.Reason.CLIENT_RANG,
    )
    assert openings.insist_on_reason(second_worker, ROSA) == RecordOpening.Reason.CLIENT_RANG
