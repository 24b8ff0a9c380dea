"""What a list is compared with: the people of the record, and the sender's list before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.outreach.lists.sorting import Candidates, Sorted, Standing
from linkworks.domain.outreach.models import CohortImport, CohortRow, opted_out
from linkworks.domain.people.models import TELEPHONE_IN_USE, ContactDetail, Person, Practice, Restriction
from linkworks.foundation.core.actor import Actor


def standings(actor: Actor, batch: CohortImport, person_ids: Collection[UUID]) -> dict[UUID, Standing]:
    asked = opted_out("people_person.id", "%s")
    said_no = RawSQL(asked, [batch.campaign_id], BooleanField())  # noqa: S611 (only words of ours)  # nosec B611
    numbers = ContactDetail.objects.filter(TELEPHONE_IN_USE, person=OuterRef("pk"))
    people = Person.objects.visible_to(actor).filter(pk__in=person_ids)
    told = people.annotate(said_no=said_no, has_number=Exists(numbers))
    rows = told.values_list("pk", "died_on", "said_no", "has_number")
    return {pk: Standing(died_on is not None, said_no, has_number) for pk, died_on, said_no, has_number in rows}


def holders_of(actor: Actor, nhs_numbers: Collection[str]) -> dict[str, UUID]:
    """Who on record has these NHS numbers."""
    # No blank one is asked for; but of a long list of numbers PostgreSQL knows it, and takes the index, only if told.
    people = Person.objects.visible_to(actor).filter(nhs_number__in=nhs_numbers).exclude(nhs_number="")
    return dict(people.values_list("nhs_number", "pk")) if nhs_numbers else {}


def hidden_among(actor: Actor, person_ids: Collection[UUID]) -> set[UUID]:
    """Those who are hidden from all but named staff."""
    restrictions = Restriction.objects.visible_to(actor).filter(person_id__in=person_ids, ended_at__isnull=True)
    return set(restrictions.values_list("person_id", flat=True))


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a row of the sender's list before."""

    section: str
    decision: str
    person_id: UUID | None
    candidates: Candidates
    reason: str

    def again(self) -> Sorted:
        return Sorted(Section(self.section), self.decision, self.person_id, self.candidates, self.reason)


def decided_before(batch: CohortImport, hashes: Collection[str]) -> dict[str, Decided]:
    """By the hash of the row."""
    if batch.previous_id is None:
        return {}
    rows = CohortRow.objects.filter(batch=batch.previous_id, row_hash__in=hashes, committed_at__isnull=False)
    told = rows.order_by("-number").values_list("row_hash", "section", "decision", "person_id", "candidates", "reason")
    return {
        digest: Decided(section, decision, person_id, tuple(candidates), reason)
        for digest, section, decision, person_id, candidates, reason in told
    }


def references_before(batch: CohortImport, person_ids: Collection[UUID]) -> dict[UUID, str]:
    """Under what reference of their own the sender told of these people in the list before."""
    rows = CohortRow.objects.filter(batch=batch.previous_id, person_id__in=person_ids, committed_at__isnull=False)
    return dict(rows.values_list("person_id", "entry__sender_id")) if batch.previous_id else {}


def changed_since_matched(actor: Actor, batch: CohortImport, person_ids: Collection[UUID]) -> QuerySet[Person]:
    """Of these, whose record was begun or changed since, but for those whom this list itself brought or added to."""
    ours = CohortRow.objects.filter(batch=batch, person=OuterRef("pk"), committed_at__isnull=False)
    # Of these people alone: all numbers that have changed since are mostly those that this list brought.
    numbers = ContactDetail.objects.filter(person__in=person_ids, updated_at__gt=batch.matched_at)
    people: QuerySet[Person] = Person.objects.visible_to(actor).filter(~Exists(ours), pk__in=person_ids)
    return people.filter(Q(updated_at__gt=batch.matched_at) | Q(pk__in=numbers.values("person")))


def numbers_and_addresses(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """Every telephone number and e-mail address that these people have or had."""
    values: dict[UUID, set[str]] = {person_id: set() for person_id in person_ids}
    details = ContactDetail.objects.visible_to(actor).filter(person_id__in=person_ids)
    for person_id, value in details.values_list("person_id", "value"):
        values[person_id].add(value)
    return values


def practices_named(actor: Actor, entries: Iterable[Entry]) -> dict[str, Practice]:
    """None is looked up where no entry names one."""
    return practices_by_name(actor) if any(entry.practice for entry in entries) else {}


def practices_by_name(actor: Actor) -> dict[str, Practice]:
    """By their names in small letters."""
    return {practice.name.casefold(): practice for practice in Practice.objects.visible_to(actor)}
