"""What somebody needs who looks a list through: whom a row may be, which row comes next, what would come of it all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.cohort import candidates_of, list_rows
from linkworks.domain.people.models import TELEPHONE_IN_USE, ContactDetail, Person
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Alike:
    """Somebody on record, or another row of the sheet, who may be the one of the row; why, and what speaks against."""

    who: Person | CohortRow
    telephones: frozenset[str]
    agreement: str
    caution: str


def list_alike(actor: Actor, row: CohortRow) -> list[Alike]:
    """Likeliest first, of those whom this actor may see."""
    found = candidates_of(actor, [row])
    phones = _telephones(actor, [one.pk for one in found.values() if isinstance(one, Person)])
    told = ((found.get(UUID(one.get("person") or one["row"])), one) for one in row.candidates)
    return [Alike(who, phones[who.pk], one["agreement"], one["caution"]) for who, one in told if who is not None]


def _telephones(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    details = ContactDetail.objects.visible_to(actor).filter(TELEPHONE_IN_USE, person__in=person_ids)
    found: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    for person_id, number in details.values_list("person_id", "value"):
        found[person_id] |= {number}
    return found


def next_undecided(actor: Actor, batch: CohortImport, section: Section, *, after: int = 0) -> CohortRow | None:
    """The one below, else the first that is left above."""
    waiting = list_rows(actor, batch, section=section, undecided=True)
    return waiting.filter(number__gt=after).first() or waiting.first()


def list_problems(actor: Actor, batch: CohortImport) -> QuerySet[CohortRow]:
    """Rows with a cell that could not be read."""
    return list_rows(actor, batch).exclude(problems=[])


def plan(actor: Actor, batch: CohortImport) -> Counter[tuple[Section, RowDecision]]:
    """How many rows of each section are decided how: what would come of adding the list now."""
    require(may_run_campaigns, actor)
    with acting(Actor.system("count-list", actor.own_team)):
        rows = CohortRow.objects.filter(batch=batch).exclude(decision="").exclude(section="").order_by()
        counted = rows.values_list("section", "decision").annotate(Count("pk"))
        return Counter({(Section(section), RowDecision(decision)): number for section, decision, number in counted})
