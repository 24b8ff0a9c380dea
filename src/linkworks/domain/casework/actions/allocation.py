"""Opening a case, giving it to a worker, and passing it on."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.passing_on import pass_on_work
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, CaseStep, Handover
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.selectors.allocation import get_worker
from linkworks.domain.referrals.actions.triage import mark_accepted
from linkworks.domain.referrals.choices import SupportLevel
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def accept_referral(actor: Actor, *, referral: Referral, worker_id: UUID, support_level: SupportLevel) -> Case:
    """Take the person on: accept the referral, open the case and give it to the worker. The referrer is told."""
    require(may_allocate, actor)
    worker = get_worker(actor, worker_id)
    mark_accepted(actor, referral=referral, support_level=support_level)
    case = Case.objects.create(
        team_id=referral.team_id,
        person=referral.person,  # type: ignore[misc]  # mark_accepted insists on one
        referral=referral,
        opened_at=clock.now(),
        support_level=support_level,
        first_contact_due=referral.first_contact_due,
    )
    CaseStep.objects.create(
        team_id=case.team_id,
        person_id=case.person_id,
        case=case,
        status=CaseStatus.OPEN,
        at=case.opened_at,
        by_id=actor.user_id,
    )
    _allocate(actor, case, worker)
    record(actor, "case.opened", subject=case, person_id=case.person_id, support_level=support_level, worker=worker.pk)
    return case


@transaction.atomic
def reallocate(actor: Actor, *, case: Case, worker_id: UUID, reason: str) -> Allocation:
    """Give the case to another worker, with the reason. The former allocation stays, ended."""
    require(may_allocate, actor)
    return give(actor, case, get_worker(actor, worker_id), reason)


def give(actor: Actor, case: Case, worker: User, reason: str, handover: Handover | None = None) -> Allocation:
    """End the current allocation, begin another, and let open work go along; the case is locked meanwhile."""
    locked = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if locked.status == CaseStatus.CLOSED:
        raise Refused("The case is closed. Reopen it before you give it to somebody.")
    current = Allocation.objects.filter(case=locked, ended_at__isnull=True).first()
    if current is not None and current.worker_id == worker.pk:
        raise Refused(f"{worker.name} has this case already. Choose somebody else.", field="worker")
    if current is not None:
        current.change(ended_at=clock.now())
        pass_on_work(actor, former=current, worker=worker)
    made = _allocate(actor, locked, worker, reason, handover)
    record(
        actor,
        "case.allocated",
        subject=case,
        person_id=case.person_id,
        worker=worker.pk,
        former=current.worker_id if current else None,
        handover=handover.pk if handover else None,
    )
    return made


def _allocate(actor: Actor, case: Case, worker: User, reason: str = "", handover: Handover | None = None) -> Allocation:
    made = Allocation.on(case, actor, worker=worker, started_at=clock.now(), reason=reason, handover=handover)
    made.save()
    return made
