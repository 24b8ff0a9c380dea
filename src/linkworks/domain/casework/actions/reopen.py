"""Taking up a closed case again."""

from django.db import transaction

from linkworks.domain.casework import announcements
from linkworks.domain.casework.actions.steps import write_step
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def reopen_case(actor: Actor, *, case: Case, words: str) -> None:
    """Take the same spell of support up again, saying why. The closing stays on the record."""
    require(may_work_on, actor, case)
    if case.status != CaseStatus.CLOSED:
        raise Refused("This case is open already.")
    if not words.strip():
        raise Refused("Say why support begins again.", field="words")
    case.change(status=CaseStatus.OPEN, closed_at=None)
    write_step(actor, case, CaseStatus.OPEN, f"Reopened: {words.strip()}")
    _free_from_a_worker_who_left(actor, case)
    record(actor, "case.reopened", subject=case, person_id=case.person_id)
    announcements.announce(announcements.case_reopened, actor, case.pk)


def _free_from_a_worker_who_left(actor: Actor, case: Case) -> None:
    """So that it stands among the cases nobody looks after, and is given to somebody."""
    allocation = case.allocations.filter(ended_at__isnull=True).first()
    if allocation and not list_colleagues(actor).filter(pk=allocation.worker_id).exists():
        allocation.change(ended_at=clock.now())
