from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.hold import hold_case, resume_case
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Task
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def hold(actor, case):
    hold_case(actor, case=case, words="In hospital", until=clock.today() + timedelta(days=14))


def test_a_case_on_hold_comes_back_as_a_task(case, link_worker):
    hold(link_worker, case)
    assert case.status == CaseStatus.ON_HOLD
    assert case.steps.get().words == "In hospital"
    task = Task.objects.get()
    assert (task.due_on, task.worker_id) == (clock.today() + timedelta(days=14), link_worker.user_id)


def test_it_is_taken_off_hold(case, link_worker):
    hold(link_worker, case)
    resume_case(link_worker, case=case)
    assert case.status == CaseStatus.OPEN
    with pytest.raises(Refused, match="not on hold"):
        resume_case(link_worker, case=case)


def test_a_closed_case_cannot_be_put_on_hold(team, link_worker):
    with pytest.raises(Refused, match="closed and cannot become on hold"):
        hold(link_worker, ClosedCaseFactory(team=team))


def test_a_commissioner_may_not(case, commissioner):
    with pytest.raises(NotAllowed):
        hold(commissioner, case)


def test_the_pages_put_it_on_hold_and_take_it_off(case, link_worker, signed_in):
    client = signed_in(link_worker)
    day = clock.today() + timedelta(days=14)
    until = {"until_day": day.day, "until_month": day.month, "until_year": day.year}
    client.post(f"/cases/{case.pk}/hold", {"words": "In hospital"} | until)
    assert "Take off hold" in client.get(f"/cases/{case.pk}").content.decode()
    client.post(f"/cases/{case.pk}/resume")
    case.refresh_from_db()
    assert case.status == CaseStatus.OPEN
