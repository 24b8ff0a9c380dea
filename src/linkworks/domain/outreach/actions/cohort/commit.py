"""A list that was looked through is added to its campaign: once, in parts, each of them whole or not at all."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.cohort.commit_rows import commit_gone, commit_repeats, commit_some
from linkworks.domain.outreach.actions.cohort.parts import do_in_parts, do_soon
from linkworks.domain.outreach.choices import CampaignState, CohortState, RowDecision
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.cohort_counts import count_waiting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

COMMIT = "outreach.commit_list"
FEW = 200  # rows that are added while somebody waits


@transaction.atomic
def ask_to_commit(actor: Actor, *, batch: CohortImport) -> None:
    """At once, or by a job. Raises Refused while rows wait for a decision, or if it is no time to add anybody."""
    require(may_run_campaigns, actor)
    locked = CohortImport.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=batch.pk)
    if locked.state != CohortState.REVIEW:
        raise Refused("This list is not waiting to be added: look at where it stands.")
    if locked.campaign.state == CampaignState.CLOSED:
        raise Refused("The campaign is closed: nobody can be added to it.")
    if waiting := count_waiting(actor, batch):
        raise Refused(f"Rows that still wait for a decision: {waiting:,}. Decide them first.")
    locked.change(state=CohortState.COMMITTING)
    record(actor, "list.commit_asked", subject=locked, campaign=locked.campaign_id)
    do_soon(locked, COMMIT, commit_list, few=FEW)
    batch.refresh_from_db()


def commit_list(actor: Actor, *, batch_id: UUID) -> None:
    """Until all of it is added, or what has changed since it was decided is back to be looked through."""
    do_in_parts(actor, batch_id, CohortState.COMMITTING, (commit_some, commit_repeats, commit_gone, _finish))


def _finish(actor: Actor, batch: CohortImport, place: str) -> None:
    rows = CohortRow.objects.filter(batch=batch)
    if rows.filter(committed_at__isnull=True).exists():
        batch.change(state=CohortState.REVIEW)
        return
    batch.change(state=CohortState.COMMITTED, committed_at=clock.now())
    record(
        actor,
        "list.committed",
        subject=batch,
        campaign=batch.campaign_id,
        people=rows.filter(joined=True).count(),
        left_out=rows.filter(decision=RowDecision.LEAVE_OUT).count(),
    )
