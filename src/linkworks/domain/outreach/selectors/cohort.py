"""Lists that came in, and their rows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.lists.columns import Column, Guess, guess_columns
from linkworks.domain.outreach.lists.staged import told_apart
from linkworks.domain.outreach.models import Campaign, CohortImport, CohortRow, ListMapping
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

SAMPLED = 200  # rows from which a column is guessed
SHOWN = 4  # cells of a column that are shown beside the guess


def list_imports(actor: Actor, campaign: Campaign) -> QuerySet[CohortImport]:
    """Newest first."""
    require(may_run_campaigns, actor)
    imports: QuerySet[CohortImport] = CohortImport.objects.visible_to(actor).filter(campaign=campaign)
    return imports.select_related("sent_in_by", "previous").order_by("-created_at")


def get_import(actor: Actor, import_id: UUID) -> CohortImport:
    require(may_run_campaigns, actor)
    batch = CohortImport.objects.visible_to(actor).select_related("campaign", "previous").filter(pk=import_id).first()
    if batch is None:
        raise NotFound
    return batch  # type: ignore[no-any-return]


def find_columns(actor: Actor, batch: CohortImport) -> list[Guess]:
    """What each column is said to be, or else is taken for, with some of its cells."""
    rows = list_rows(actor, batch).values_list("came", flat=True)[:SAMPLED]
    width = len(batch.headings)
    cells = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    headings = told_apart(batch.headings)
    said = dict(zip(headings, batch.columns, strict=False)) or _remembered(actor, batch)
    remembered = {heading: Column(name) if name else None for heading, name in said.items()}
    guesses = guess_columns(headings, cells, remembered, today=clock.today())
    return [Guess(guess.heading, guess.column, tuple(dict.fromkeys(guess.samples))[:SHOWN]) for guess in guesses]


def _remembered(actor: Actor, batch: CohortImport) -> dict[str, str]:
    mapping = ListMapping.objects.visible_to(actor).filter(sender__iexact=batch.sender).first()
    return mapping.columns if mapping else {}


def list_rows(
    actor: Actor,
    batch: CohortImport,
    *,
    section: Section | None = None,
    undecided: bool = False,
) -> QuerySet[CohortRow]:
    """In the order of the sheet."""
    require(may_run_campaigns, actor)
    rows: QuerySet[CohortRow] = CohortRow.objects.visible_to(actor).filter(batch=batch)
    if section:
        rows = rows.filter(section=section)
    if undecided:
        rows = rows.filter(decision="").exclude(section="")
    return rows.select_related("person", "decided_by", "repeat_of").order_by("number")


def get_row(actor: Actor, row_id: UUID) -> CohortRow:
    require(may_run_campaigns, actor)
    rows = CohortRow.objects.visible_to(actor).select_related("batch__campaign", "person", "decided_by", "repeat_of")
    row = rows.filter(pk=row_id).first()
    if row is None:
        raise NotFound
    return row  # type: ignore[no-any-return]


def candidates_of(actor: Actor, rows: Iterable[CohortRow]) -> dict[UUID, Person | CohortRow]:
    """The people and the other rows of the sheet that these may be, by id; without those hidden from the actor."""
    named = [one for row in rows for one in row.candidates]
    people = Person.objects.visible_to(actor).filter(pk__in=[one["person"] for one in named if "person" in one])
    others = CohortRow.objects.visible_to(actor).filter(pk__in=[one["row"] for one in named if "row" in one])
    return {one.pk: one for one in (*people, *others)}
