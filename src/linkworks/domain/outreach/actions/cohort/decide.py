"""Somebody says who a row is: one by one, or all of a section that were not looked at alone."""

from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from linkworks.domain.outreach.choices import CohortState, RowDecision, Section
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

# What may be said of all rows of a section at once; of those that are not named, only one by one.
TOGETHER = {
    Section.NEW: {RowDecision.NEW, RowDecision.LEAVE_OUT},
    Section.SAME: {RowDecision.SAME, RowDecision.LEAVE_OUT},
    Section.CLOSE: {RowDecision.LEAVE_OUT},
    Section.CONFLICT: {RowDecision.LEAVE_OUT},
    Section.DIED: {RowDecision.LEAVE_OUT},
    Section.DO_NOT_CALL: {RowDecision.LEAVE_OUT},
    Section.NO_NUMBER: {RowDecision.LEAVE_OUT},
    Section.UNREADABLE: {RowDecision.LEAVE_OUT},
    Section.REPEAT: {RowDecision.REPEAT, RowDecision.LEAVE_OUT},
    Section.GONE: {RowDecision.KEEP, RowDecision.LEAVE_OUT},
}


@transaction.atomic
def decide_row(
    actor: Actor,
    *,
    row: CohortRow,
    decision: RowDecision,
    candidate: UUID | None = None,
    reason: str = "",
    expected_version: int | None = None,
) -> None:
    """`candidate` is whoever of the candidates it is: a person, for SAME, or another row, for REPEAT.

    Raises Refused for what cannot be, and Conflict where somebody decided in the meantime.
    """
    require(may_run_campaigns, actor)
    _insist_on_review(row.batch)
    _insist_that_it_fits(row, decision, reason)
    row.change(
        expected_version=expected_version,
        decision=decision,
        reason=reason.strip(),
        person_id=_chosen(row, candidate, "person") if decision == RowDecision.SAME else _hiding(row, decision),
        repeat_of_id=_chosen(row, candidate, "row") if decision == RowDecision.REPEAT else None,
        decided_by_id=actor.user_id,
        decided_at=clock.now(),
    )
    record(
        actor,
        "list.row_decided",
        subject=row.batch,
        person_id=row.person_id,
        campaign=row.batch.campaign_id,
        row=row.number,
        decision=decision,
    )


@transaction.atomic
def decide_section(
    actor: Actor, *, batch: CohortImport, section: Section, decision: RowDecision, reason: str = ""
) -> int:
    """For all rows of the section that nobody has decided alone; says how many. Raises Refused for what cannot be."""
    require(may_run_campaigns, actor)
    _insist_on_review(batch)
    if decision not in TOGETHER[section]:
        raise Refused("These rows have to be decided one by one.", "decision")
    _insist_on_reason(decision, reason)
    rows: QuerySet[CohortRow] = CohortRow.objects.filter(batch=batch, section=section, committed_at__isnull=True)
    decided = rows.filter(Q(decision="") | Q(decided_by=None)).update(
        decision=decision,
        reason=reason.strip(),
        decided_by_id=actor.user_id,
        decided_at=clock.now(),
        version=F("version") + 1,
    )
    record(
        actor,
        "list.section_decided",
        subject=batch,
        campaign=batch.campaign_id,
        section=section,
        decision=decision,
        rows=decided,
    )
    return decided


def _insist_on_review(batch: CohortImport) -> None:
    if batch.state != CohortState.REVIEW:
        raise Refused("Rows are decided while a list is looked through: not before, and not after.")


def _insist_that_it_fits(row: CohortRow, decision: RowDecision, reason: str) -> None:
    _insist_on_reason(decision, reason)
    is_gone = row.section == Section.GONE
    if is_gone and decision not in TOGETHER[Section.GONE]:
        raise Refused("Say whether to go on ringing, or to leave the person out.", "decision")
    if not is_gone and decision == RowDecision.KEEP:
        raise Refused("This row is on the list: say who it is, or leave it out.", "decision")
    if row.section == Section.UNREADABLE and decision != RowDecision.LEAVE_OUT:
        raise Refused("Too little of this row can be read. Leave it out: it goes back to its sender.", "decision")
    if row.committed_at is not None:
        raise Refused("This row has been added to the campaign already.")


def _insist_on_reason(decision: RowDecision, reason: str) -> None:
    if decision == RowDecision.LEAVE_OUT and not reason.strip():
        raise Refused("Say why. The sender sees it beside the row.", "reason")


def _chosen(row: CohortRow, candidate: UUID | None, kind: str) -> UUID:
    offered = [UUID(one[kind]) for one in row.candidates if kind in one]
    if candidate is None and len(offered) == 1:
        return offered[0]
    if candidate not in offered:
        raise Refused("Choose which of those shown it is.", "candidate")
    return candidate


def _hiding(row: CohortRow, decision: RowDecision) -> UUID | None:
    """Whoever is left out, or gone, stays with the person they are; somebody new is nobody whom we know."""
    return row.person_id if decision in (RowDecision.LEAVE_OUT, RowDecision.KEEP) else None
