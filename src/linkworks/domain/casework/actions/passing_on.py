"""What a worker still had to do on a case, when the case goes to another: nobody's work is left in an empty chair."""

from django.db import transaction

from linkworks.domain.casework.actions.research import hand_on_research
from linkworks.domain.casework.actions.safety import record_safety_deed
from linkworks.domain.casework.actions.tasks import add_task, change_task
from linkworks.domain.casework.choices import SafetyDeed
from linkworks.domain.casework.models import Allocation, Appointment, Case
from linkworks.domain.casework.selectors.advocacy import list_open_research
from linkworks.domain.casework.selectors.appointments import list_to_come
from linkworks.domain.casework.selectors.safety import list_open_paths
from linkworks.domain.casework.selectors.tasks import list_open_tasks
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def pass_on_work(actor: Actor, *, former: Allocation, worker: User) -> None:
    """Tasks, questions and safety paths go along. Appointments stay in the former worker's diary, which only people can
    settle: the new worker gets a task for each."""
    case, left = former.case, former.worker_id
    for task in list_open_tasks(actor, case.pk).filter(worker_id=left).select_related("case"):
        change_task(actor, task=task, title=task.title, worker_id=worker.pk)
    for question in list_open_research(actor).filter(case=case, worker_id=left).select_related("case"):
        hand_on_research(actor, task=question, worker_id=worker.pk)
    for path in list_open_paths(actor, case).filter(owner_id=left).select_related("case"):
        said = f"The case went to {worker.name}."
        record_safety_deed(actor, path=path, deed=SafetyDeed.PASSED_ON, words=said, new_owner_id=worker.pk)
    for appointment in list_to_come(actor, [case.person_id]).filter(case=case, worker_id=left).select_related("worker"):
        _ask_who_goes(actor, case, appointment, worker)


def _ask_who_goes(actor: Actor, case: Case, appointment: Appointment, worker: User) -> None:
    when = words.full_moment(appointment.starts_at)
    title = f"The appointment on {when} is still with {appointment.worker.name}: move it, or agree who goes"
    add_task(actor, case=case, title=title, due_on=clock.today(), worker_id=worker.pk)
