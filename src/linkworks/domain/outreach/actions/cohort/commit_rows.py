"""A part of a list becomes people in the campaign: new records, what is new of people on record, and their contacts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.actions.cohort.found_numbers import ring_found_numbers
from linkworks.domain.outreach.actions.cohort.fresh import going_back
from linkworks.domain.outreach.actions.cohort.joining import Coming, Joined, join
from linkworks.domain.outreach.actions.cohort.rows import Became, keep_what_became, send_back
from linkworks.domain.outreach.actions.stopping import end_contact
from linkworks.domain.outreach.choices import Ending, QueueState, RowDecision, Section
from linkworks.domain.outreach.lists.becoming import listed_person
from linkworks.domain.outreach.lists.staged import unpack_entry
from linkworks.domain.outreach.models import CampaignContact, CohortImport, CohortRow
from linkworks.domain.outreach.selectors.cohort_facts import holders_of, numbers_and_addresses, practices_named
from linkworks.domain.people.actions.register import Said, add_what_was_said_of_many, register_people
from linkworks.domain.people.models import Person
from linkworks.foundation.core.actor import Actor

AT_ONCE = 500
BEGINNING = ""
TOLD = (RowDecision.NEW, RowDecision.SAME, RowDecision.LEAVE_OUT)


def commit_some(actor: Actor, batch: CohortImport, place: str) -> str | None:
    waiting = CohortRow.objects.filter(batch=batch, committed_at__isnull=True, decision__in=TOLD)
    rows = _next_rows(waiting.exclude(section=Section.GONE), place)
    back = going_back(actor, batch, rows)
    send_back(list(back.items()))
    _commit(actor, batch, [row for row in rows if row.pk not in back])
    return _place_after(rows)


def commit_repeats(actor: Actor, batch: CohortImport, place: str) -> str | None:
    """Rows of people who came with another row, in the order of the sheet. A repeat of a repeat waits until that one is
    there: so the sheet is gone through again, from its beginning, for as long as any row became ready on the way."""
    ready = CohortRow.objects.filter(batch=batch, committed_at__isnull=True, decision=RowDecision.REPEAT)
    ready = ready.filter(repeat_of__committed_at__isnull=False)
    rows = _next_rows(ready.select_related("repeat_of"), place)
    _commit(actor, batch, [_like_the_first(row, row.repeat_of) for row in rows if row.repeat_of])
    if rows:
        return _place_after(rows)
    return BEGINNING if ready.exists() else None


def commit_gone(actor: Actor, batch: CohortImport, place: str) -> str | None:
    waiting = CohortRow.objects.filter(batch=batch, committed_at__isnull=True, section=Section.GONE)
    rows = _next_rows(waiting.exclude(decision="").select_related("contact"), place)
    for row in rows:
        contact: CampaignContact | None = row.contact
        if row.decision == RowDecision.LEAVE_OUT and contact and contact.state != QueueState.ENDED:
            end_contact(actor, contact, Ending.EXCLUDED, row.reason)
    keep_what_became([Became(row.pk, row.person_id, row.contact_id) for row in rows])
    return _place_after(rows)


def _next_rows(waiting: QuerySet[CohortRow], place: str) -> list[CohortRow]:
    """In the order of the sheet, below `place`, the number of the last row that was done: what lies above it, which may
    be millions, is not read again for every part."""
    return list(waiting.filter(number__gt=int(place or 0)).order_by("number")[:AT_ONCE])


def _place_after(rows: Sequence[CohortRow]) -> str | None:
    return str(rows[-1].number) if rows else None


def _like_the_first(row: CohortRow, first: CohortRow) -> CohortRow:
    """Left out like the first row, or whoever the first row turned out to be."""
    row.person_id = first.person_id
    row.decision = RowDecision.LEAVE_OUT if first.contact_id is None else RowDecision.SAME
    return row


def _commit(actor: Actor, batch: CohortImport, rows: Sequence[CohortRow]) -> None:
    people = {row.pk: row.person_id for row in rows if row.decision == RowDecision.SAME and row.person_id}
    new = [row for row in rows if row.decision == RowDecision.NEW]
    numbers = _add_to_known(actor, [row for row in rows if row.pk in people])
    people |= _register(actor, new)
    joined = join(actor, batch, [Coming(people[row.pk], unpack_entry(row.entry)) for row in rows if row.pk in people])
    ended = ring_found_numbers(actor, batch, numbers)
    registered = {row.pk for row in new}
    keep_what_became([_became(row, people.get(row.pk), joined, ended, row.pk in registered) for row in rows])


def _became(
    row: CohortRow,
    person_id: UUID | None,
    joined: Mapping[UUID, Joined],
    ended: Mapping[UUID, UUID],
    registered: bool,
) -> Became:
    if person_id is None:
        return Became(row.pk, row.person_id)
    contact_id, is_new = joined[person_id]
    return Became(row.pk, person_id, contact_id, registered, is_new, ended.get(person_id))


def _register(actor: Actor, rows: Sequence[CohortRow]) -> dict[UUID, UUID]:
    """An NHS number that another has stays with that other: who decided that these are two has seen it."""
    entries = [unpack_entry(row.entry) for row in rows]
    taken = set(holders_of(actor, [entry.nhs_number for entry in entries if entry.nhs_number]))
    practices = practices_named(actor, entries)
    details = []
    for entry in entries:
        details.append(listed_person(entry, practices, number_is_free=entry.nhs_number not in taken))
        taken.add(entry.nhs_number)
    people = register_people(actor, some=details)
    return {row.pk: person.pk for row, person in zip(rows, people, strict=True)}


def _add_to_known(actor: Actor, rows: Sequence[CohortRow]) -> dict[UUID, set[str]]:
    """Only what is new: most of what a list says of somebody known is known. Whose telephone numbers are new."""
    entries = {row.pk: unpack_entry(row.entry) for row in rows}
    people = Person.objects.in_bulk([row.person_id for row in rows])
    values = numbers_and_addresses(actor, people)
    taken = holders_of(actor, [entry.nhs_number for entry in entries.values() if entry.nhs_number])
    practices = practices_named(actor, entries.values())
    numbers: dict[UUID, set[str]] = defaultdict(set)

    def news() -> Iterator[Said]:
        for row in rows:
            entry, person = entries[row.pk], people[row.person_id]
            said = listed_person(entry, practices, number_is_free=entry.nhs_number not in taken)
            if new := said.news_of(person, values[person.pk]):
                yield Said(person, new, row.pk, next((one["agreement"] for one in row.candidates), ""))
                values[person.pk].update(new.other_telephones, [new.email])
                numbers[person.pk].update(new.other_telephones)

    add_what_was_said_of_many(actor, some=news())
    return numbers
