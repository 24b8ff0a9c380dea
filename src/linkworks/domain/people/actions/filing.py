"""Keeping what people are recognised by in line with their records."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.filing import Filing
from linkworks.domain.people.models import BlockKey, KeptPortrait, Person
from linkworks.domain.people.selectors.records import read_filings, read_records
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def file_people(actor: Actor, person_ids: Collection[UUID]) -> int:
    """To be called by whatever changes names, births, addresses, telephones or NHS numbers. Says how many had changed.

    It is told nobody and written in no log: nothing is known afterwards that was not known before.
    """
    require(policies.works_with_people, actor)
    people = Person.objects.visible_to(actor).filter(pk__in=person_ids).order_by("pk")
    list(people.select_for_update(no_key=True).values_list("pk"))  # two who change one person wait for each other
    kept = read_filings(actor, person_ids)
    made = {person_id: record.file() for person_id, record in read_records(actor, person_ids).items()}
    changed = {person_id: filing for person_id, filing in made.items() if filing != kept[person_id]}
    _keep(actor, changed, kept)
    return len(changed)


def _keep(actor: Actor, changed: dict[UUID, Filing], kept: dict[UUID, Filing]) -> None:
    team_id = actor.own_team
    KeptPortrait.objects.bulk_create(
        [KeptPortrait(team_id=team_id, person_id=one, portrait=filing.portrait) for one, filing in changed.items()],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["portrait"],
    )
    for person_id, filing in changed.items():
        if gone := kept[person_id].keys - filing.keys:
            BlockKey.objects.filter(person_id=person_id, key__in=gone).delete()
    BlockKey.objects.bulk_create(
        BlockKey(team_id=team_id, person_id=one, key=key)
        for one, filing in changed.items()
        for key in filing.keys - kept[one].keys
    )
