from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.allocation import accept_referral, reallocate
from linkworks.domain.casework.actions.research import ask
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, CaseStep, ResearchTask, SafetyPath, Task, TaskChange
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    ClosedCaseFactory,
    SafetyPathFactory,
    TaskFactory,
)
from linkworks.domain.referrals.choices import ReferralStatus, SupportLevel
from linkworks.domain.referrals.tests.factories import ReferralFactory, UndecidedReferralFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


def accept(actor, referral, worker) -> Case:
    return accept_referral(actor, referral=referral, worker_id=worker.user_id, support_level=SupportLevel.FULL)


def test_accepting_opens_a_case_for_the_worker(team, coordinator, link_worker):
    referral = ReferralFactory(team=team)
    case = accept(coordinator, referral, link_worker)
    referral.refresh_from_db()
    assert referral.status == ReferralStatus.ACCEPTED
    assert case.person_id == referral.person_id
    assert case.first_contact_due == referral.first_contact_due
    assert Allocation.objects.get(case=case).worker_id == link_worker.user_id
    assert CaseStep.objects.get(case=case).status == CaseStatus.OPEN
    assert ChangeEntry.objects.filter(event="case.opened", person_id=case.person_id).count() == 1


def test_a_referral_is_accepted_once(team, coordinator, link_worker):
    referral = ReferralFactory(team=team)
    accept(coordinator, referral, link_worker)
    with pytest.raises(Refused):
        accept(coordinator, referral, link_worker)
    assert Case.objects.filter(referral=referral).count() == 1


def test_nobody_is_taken_on_before_we_know_who_they_are(team, coordinator, link_worker):
    referral = UndecidedReferralFactory(team=team)
    with pytest.raises(Refused, match="know"):
        accept(coordinator, referral, link_worker)


def test_a_link_worker_does_not_allocate(team, link_worker):
    with pytest.raises(NotAllowed):
        accept(link_worker, ReferralFactory(team=team), link_worker)


def test_a_commissioner_holds_no_case(team, coordinator, commissioner):
    with pytest.raises(NotFound):
        accept(coordinator, ReferralFactory(team=team), commissioner)


def test_a_case_passes_to_another_worker_and_the_past_stays(team, team_lead, link_worker, second_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    reallocate(team_lead, case=case, worker_id=second_worker.user_id, reason="Speaks Somali")
    ended, current = Allocation.objects.filter(case=case).order_by("started_at")
    assert (ended.worker_id, current.worker_id) == (link_worker.user_id, second_worker.user_id)
    assert ended.ended_at is not None
    assert current.reason == "Speaks Somali"


def test_giving_a_case_to_whom_it_belongs_is_refused(team, team_lead, link_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    with pytest.raises(Refused, match="has this case already"):
        reallocate(team_lead, case=case, worker_id=link_worker.user_id, reason="")


def test_a_closed_case_is_not_given_to_anybody(team, team_lead, link_worker):
    case = ClosedCaseFactory(team=team)
    with pytest.raises(Refused, match="Reopen it"):
        reallocate(team_lead, case=case, worker_id=link_worker.user_id, reason="")


def test_open_work_goes_along_and_that_of_colleagues_stays(team, team_lead, coordinator, link_worker, second_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    overdue = clock.today() - timedelta(days=3)
    theirs = TaskFactory(case=case, worker_id=link_worker.user_id, due_on=overdue)
    done = TaskFactory(case=case, worker_id=link_worker.user_id, done_at=clock.now())
    anothers = TaskFactory(case=case, worker_id=coordinator.user_id)
    question = ask(link_worker, case=case, question="A choir?", worker_id=link_worker.user_id)
    path = SafetyPathFactory(case=case, owner_id=link_worker.user_id)
    reallocate(team_lead, case=case, worker_id=second_worker.user_id, reason="Leaves on Friday")
    holders = {task.pk: task.worker_id for task in Task.objects.all()}
    assert holders == {
        theirs.pk: second_worker.user_id,
        done.pk: link_worker.user_id,
        anothers.pk: coordinator.user_id,
    }
    assert Task.objects.get(pk=theirs.pk).due_on == overdue
    assert TaskChange.objects.get().was_with_id == link_worker.user_id
    assert ResearchTask.objects.get(pk=question.pk).worker_id == second_worker.user_id
    assert SafetyPath.objects.get(pk=path.pk).owner_id == second_worker.user_id


def test_an_appointment_in_the_former_workers_diary_becomes_a_task_of_the_new_one(
    team, team_lead, link_worker, second_worker
):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    appointment = AppointmentFactory(case=case, worker_id=link_worker.user_id)
    reallocate(team_lead, case=case, worker_id=second_worker.user_id, reason="Leaves on Friday")
    task = Task.objects.get()
    assert (task.worker_id, task.due_on) == (second_worker.user_id, clock.today())
    assert words.full_moment(appointment.starts_at) in task.title
    assert link_worker.name in task.title
