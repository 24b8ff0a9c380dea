"""The records of many people as they are and as they were, for filing them."""

from collections.abc import Collection
from uuid import UUID

from linkworks.domain.people.filing import Filing, RecordedPerson
from linkworks.domain.people.models import Addition, BlockKey, ContactDetail, KeptPortrait, Person
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import gather


def read_records(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, RecordedPerson]:
    people = Person.objects.visible_to(actor).filter(pk__in=person_ids)
    was, detail_was = Person.pgh_event_model.objects, ContactDetail.pgh_event_model.objects  # type: ignore[attr-defined]
    found = gather(
        people=people,
        former=was.filter(pgh_obj_id__in=person_ids),
        details=ContactDetail.objects.visible_to(actor).filter(person_id__in=person_ids),
        mistakes=Addition.objects.visible_to(actor).filter(person_id__in=person_ids, taken_back_at__isnull=False),
        former_details=detail_was.filter(person_id__in=person_ids),
    )
    records = {person.pk: RecordedPerson(person) for person in found["people"]}
    for row in found["former"]:
        records[row.pgh_obj_id].former.append(row)
    for mistake in found["mistakes"]:
        records[mistake.person_id].mistakes.append(mistake)
    for detail in (*found["details"], *found["former_details"]):
        records[detail.person_id].details.append(detail)
    return records


def read_filings(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, Filing]:
    """What is kept of these people now. Nobody is left out: whoever was never filed has a blank portrait."""
    keys: dict[UUID, set[int]] = {person_id: set() for person_id in person_ids}
    rows = BlockKey.objects.visible_to(actor).filter(person_id__in=person_ids)
    for person_id, key in rows.values_list("person_id", "key"):
        keys[person_id].add(key)
    kept = KeptPortrait.objects.visible_to(actor).filter(person_id__in=person_ids)
    portraits = dict(kept.values_list("person_id", "portrait"))
    return {one: Filing(portraits.get(one, ""), frozenset(keys[one])) for one in keys}
