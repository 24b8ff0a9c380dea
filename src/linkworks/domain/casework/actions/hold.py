"""Putting a case on hold, never without a day on which somebody takes it up again."""

from datetime import date

from django.db import transaction

from linkworks.domain.casework.actions.steps import write_step
from linkworks.domain.casework.actions.tasks import add_task
from linkworks.domain.casework.choices import ALLOWED_MOVES, CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def hold_case(actor: Actor, *, case: Case, words: str, until: date) -> None:
    """The actor gets a task for the day named, so that the person is not forgotten."""
    require(may_work_on, actor, case)
    _move(case, CaseStatus.ON_HOLD)
    write_step(actor, case, CaseStatus.ON_HOLD, words)
    add_task(actor, case=case, title="Take up again after the hold", due_on=until, worker_id=actor.user_id)
    record(actor, "case.held", subject=case, person_id=case.person_id, until=until)


@transaction.atomic
def resume_case(actor: Actor, *, case: Case, words: str = "") -> None:
    require(may_work_on, actor, case)
    if case.status != CaseStatus.ON_HOLD:
        raise Refused("This case is not on hold.")
    _move(case, CaseStatus.OPEN)
    write_step(actor, case, CaseStatus.OPEN, words)
    record(actor, "case.resumed", subject=case, person_id=case.person_id)


def _move(case: Case, to: CaseStatus) -> None:
    now = CaseStatus(case.status)
    if to not in ALLOWED_MOVES[now]:
        raise Refused(f"This case is {now.label.lower()} and cannot become {to.label.lower()}.")
    case.change(status=to)
