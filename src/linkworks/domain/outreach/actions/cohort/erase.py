"""The rows of a list go when their time is up, or the list is dropped. People in the campaign stay as records stay."""

from django.db import transaction

from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

BEFORE = (CohortState.COLUMNS, CohortState.STOPPED, CohortState.MATCHING, CohortState.REVIEW)


@transaction.atomic
def drop_list(actor: Actor, *, batch: CohortImport) -> None:
    """It is not added, and its rows are erased at once. Raises Refused once any of it was added."""
    require(may_run_campaigns, actor)
    locked = CohortImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state not in BEFORE or CohortRow.objects.filter(batch=locked, committed_at__isnull=False).exists():
        raise Refused("Part of this list has been added to the campaign: it can be taken back, but not dropped.")
    locked.change(state=CohortState.DROPPED)
    record(actor, "list.dropped", subject=locked, campaign=locked.campaign_id)
    _erase(actor, locked)
    batch.refresh_from_db()


def erase_old_lists(actor: Actor) -> None:
    """On the day after the last on which they may be kept. What was not added by then is not added any more."""
    due = CohortImport.objects.filter(team_id=actor.own_team, delete_by__lt=clock.today(), erased_at__isnull=True)
    for batch in due.select_for_update(of=("self",)):
        if batch.state in BEFORE:
            batch.change(state=CohortState.DROPPED)
        _erase(actor, batch)


def _erase(actor: Actor, batch: CohortImport) -> None:
    rows = CohortRow.objects.filter(batch=batch)
    erased = rows._raw_delete(rows.db)
    batch.change(erased_at=clock.now())
    record(actor, "list.erased", subject=batch, campaign=batch.campaign_id, rows=erased)
