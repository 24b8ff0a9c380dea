"""Somebody says what each column is; it is remembered for the sender's next list."""

from collections.abc import Sequence

from django.db import transaction

from linkworks.domain.outreach.actions.cohort.match import MATCH, match_list
from linkworks.domain.outreach.actions.cohort.parts import do_soon
from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.lists.columns import REPEATABLE, Column
from linkworks.domain.outreach.lists.staged import told_apart
from linkworks.domain.outreach.models import CohortImport, ListMapping
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

FEW = 300  # rows that are compared while somebody waits
NAMES = {Column.GIVEN_NAME, Column.FAMILY_NAME, Column.FULL_NAME}


@transaction.atomic
def confirm_columns(actor: Actor, *, batch: CohortImport, columns: Sequence[Column | None]) -> None:
    """`columns` in the order of the headings; None for what is kept with the row and used for nothing.

    A long list is compared with the people we know by a job. Raises Refused where two columns are said to be the same.
    """
    require(may_run_campaigns, actor)
    if batch.state not in (CohortState.COLUMNS, CohortState.STOPPED):
        raise Refused("The columns of this list have been settled already.")
    _insist_on_sense(batch, columns)
    batch.rows.filter(row_hash__gt="").update(row_hash="", section="", entry={}, problems=[])
    batch.change(
        state=CohortState.MATCHING,
        stopped_because="",
        columns=[column.value if column else "" for column in columns],
        previous=_previous(batch),
    )
    _remember(batch)
    record(actor, "list.columns_confirmed", subject=batch, campaign=batch.campaign_id)
    do_soon(batch, MATCH, match_list, few=FEW)
    batch.refresh_from_db()


def _insist_on_sense(batch: CohortImport, columns: Sequence[Column | None]) -> None:
    if len(columns) != len(batch.headings):
        raise Refused("Say of each column what it is, or that it is not used.")
    once = [column for column in columns if column and column not in REPEATABLE]
    twice = next((column for column in once if once.count(column) > 1), None)
    if twice:
        raise Refused(f"Two columns are said to be the {twice.replace('_', ' ')}. Choose one of them.", "columns")
    if not NAMES.intersection(once):
        raise Refused("Say which column holds the names.", "columns")


def _previous(batch: CohortImport) -> CohortImport | None:
    """The list before this one, of the same sender for the same campaign."""
    committed = CohortImport.objects.filter(
        campaign=batch.campaign_id, sender__iexact=batch.sender, state=CohortState.COMMITTED, erased_at__isnull=True
    )
    previous: CohortImport | None = committed.order_by("-committed_at").first()
    return previous


def _remember(batch: CohortImport) -> None:
    mapping = ListMapping.objects.filter(team_id=batch.team_id, sender__iexact=batch.sender).first()
    mapping = mapping or ListMapping(team_id=batch.team_id, sender=batch.sender)
    mapping.columns = mapping.columns | dict(zip(told_apart(batch.headings), batch.columns, strict=True))
    mapping.save()
