"""How many rows of a list are what, without reading a long list more often than is needed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Q

from linkworks.domain.outreach.choices import Difference, QueueState, RowDecision, Section
from linkworks.domain.outreach.models import CampaignContact, CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.cohort_facts import numbers_and_addresses
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

JOB = "count-list"


@dataclass(frozen=True)
class Kind:
    """What rows are counted by. A blank decision is one that waits; a sender's first list has no difference."""

    section: Section
    decision: str
    difference: str


@dataclass(frozen=True)
class Tally:
    """Rows by their kind, and how many of all have a cell that cannot be read."""

    rows: Counter[Kind] = field(default_factory=Counter)
    problems: int = 0

    @property
    def sections(self) -> dict[Section, tuple[int, int]]:
        """How many rows, and how many of them wait for a decision; in the order of the page."""
        there = {kind.section for kind in self.rows}
        return {one: (self.count(section=one), self.count(section=one, decision="")) for one in Section if one in there}

    @property
    def differences(self) -> dict[Difference, int]:
        """Against the sender's list before. Empty for a first list."""
        counted = ((one, self.count(difference=one)) for one in Difference)
        return {one: number for one, number in counted if number}

    @property
    def waiting(self) -> int:
        return self.count(decision="")

    def count(self, **wanted: str) -> int:
        """Rows whose kind is so; `wanted` are fields of `Kind`."""
        return sum(number for kind, number in self.rows.items() if wanted.items() <= vars(kind).items())


def count_rows(actor: Actor, batch: CohortImport) -> Tally:
    """In one statement. Rows that are hidden from the actor count too."""
    require(may_run_campaigns, actor)
    with acting(Actor.system(JOB, actor.own_team)):
        rows = CohortRow.objects.filter(batch=batch).exclude(section="").order_by()
        kinds = rows.values_list("section", "decision", "difference")
        counted = list(kinds.annotate(size=Count("pk"), unread=Count("pk", filter=~Q(problems=[]))))
    told = Counter({Kind(Section(section), *kind): size for section, *kind, size, _ in counted})
    return Tally(told, sum(unread for *_, unread in counted))


def count_waiting(actor: Actor, batch: CohortImport, section: Section | None = None) -> int:
    """Rows that wait for a decision, of this section or of all; those that are hidden from the actor too."""
    require(may_run_campaigns, actor)
    with acting(Actor.system(JOB, actor.own_team)):
        waiting = CohortRow.objects.filter(batch=batch, decision="").exclude(section="")
        return waiting.filter(section=section).count() if section else waiting.count()


def count_found_numbers(actor: Actor, batch: CohortImport) -> int:
    """How many people are tried another way for whom the list has a number that is new to us."""
    require(may_run_campaigns, actor)
    system = Actor.system(JOB, actor.own_team)
    with acting(system):
        listed = dict(_listed_numbers(batch))
        known = numbers_and_addresses(system, listed)
    return sum(bool(numbers - known[person_id]) for person_id, numbers in listed.items())


def _listed_numbers(batch: CohortImport) -> Iterator[tuple[UUID, set[str]]]:
    """What the list has for people who are tried another way."""
    tried = CampaignContact.objects.filter(campaign=batch.campaign_id, state=QueueState.LADDER)
    rows = CohortRow.objects.filter(batch=batch, section=Section.SAME, person__in=tried.values("person_id"))
    told = rows.exclude(decision=RowDecision.LEAVE_OUT).values_list("person_id", "entry__telephones")
    return ((person_id, {number for number, _ in numbers}) for person_id, numbers in told if numbers)
