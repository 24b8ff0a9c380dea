"""What somebody needs who looks a list through: whom a row may be, which row comes next, what would come of it all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from linkworks.domain.outreach.choices import QueueState, RowDecision, Section
from linkworks.domain.outreach.models import CampaignContact, CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.cohort import candidates_of, list_rows
from linkworks.domain.outreach.selectors.cohort_facts import numbers_and_addresses
from linkworks.domain.people.matching.comparing import Comparison, read_comparison
from linkworks.domain.people.models import TELEPHONE_IN_USE, ContactDetail, Person
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
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


@dataclass(frozen=True)
class Plan:
    """What would come of adding the list now: how many rows of each section are decided how; and how many people are
    tried another way for whom it has a number that is new to us."""

    rows: Counter[tuple[Section, RowDecision]] = field(default_factory=Counter)
    found: int = 0


def plan(actor: Actor, batch: CohortImport) -> Plan:
    require(may_run_campaigns, actor)
    system = Actor.system("count-list", actor.own_team)
    with acting(system):
        rows = CohortRow.objects.filter(batch=batch).exclude(decision="").exclude(section="").order_by()
        counted = rows.values_list("section", "decision").annotate(Count("pk"))
        told = Counter({(Section(section), RowDecision(decision)): number for section, decision, number in counted})
        return Plan(told, _count_found(system, batch))


def _count_found(system: Actor, batch: CohortImport) -> int:
    tried = CampaignContact.objects.filter(campaign=batch.campaign_id, state=QueueState.LADDER)
    rows = CohortRow.objects.filter(batch=batch, section=Section.SAME, person__in=tried.values("person_id"))
    told = rows.exclude(decision=RowDecision.LEAVE_OUT).values_list("person_id", "entry__telephones")
    listed = {person_id: {number for number, _ in numbers} for person_id, numbers in told if numbers}
    known = numbers_and_addresses(system, listed)
    return sum(bool(numbers - known[person_id]) for person_id, numbers in listed.items())
