"""What somebody needs who looks a list through: whom a row may be, and which row comes next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.selectors.cohort import candidates_of, list_rows
from linkworks.domain.people.matching.comparing import Comparison, read_comparison
from linkworks.domain.people.models import TELEPHONE_IN_USE, ContactDetail, Person
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Alike:
    """Somebody on record, or another row of the sheet, who may be the one of the row; why, and what speaks against.
    `pair` is what the engine found, where it has compared the two."""

    who: Person | CohortRow
    telephones: frozenset[str]
    agreement: str
    caution: str
    pair: Comparison | None = None


def list_alike(actor: Actor, row: CohortRow) -> list[Alike]:
    """Likeliest first, of those whom this actor may see."""
    found = candidates_of(actor, [row])
    phones = _telephones(actor, [one.pk for one in found.values() if isinstance(one, Person)])
    told = ((found.get(UUID(one.get("person") or one["row"])), one) for one in row.candidates)
    return [_alike(who, phones[who.pk], one) for who, one in told if who is not None]


def _alike(who: Person | CohortRow, telephones: frozenset[str], told: Mapping[str, Any]) -> Alike:
    pair = read_comparison(told["pair"]) if "pair" in told else None
    return Alike(who, telephones, told["agreement"], told["caution"], pair)


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
    """Rows with a cell that could not be read, or was read by a guess."""
    return list_rows(actor, batch).exclude(problems=[])
