from argparse import ArgumentParser
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.core.management import BaseCommand, CommandError

from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.records import read_filings, read_records
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor

AT_ONCE = 500  # people, in a transaction of their own


class Command(BaseCommand):
    help = "Check that everybody is filed under the keys by which they are recognised, as their record is now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="file anew whoever is not")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        look = file_people if repair else _count_wrong
        wrong = sum(look(actor, people) for actor, people in _everybody())
        if wrong and not repair:
            raise CommandError(f"{wrong} people are not filed as their records are. Run again with --repair.")
        self.stdout.write(f"{wrong} people were filed anew." if repair else "Everybody is filed as their record is.")


def _everybody() -> Iterator[tuple[Actor, Collection[UUID]]]:
    for team_id in Team.objects.order_by("created_at").values_list("pk", flat=True):
        actor = Actor.system("check_keys", team_id)
        with acting(actor):
            ids = list(Person.objects.visible_to(actor).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), AT_ONCE):
            with acting(actor):
                yield actor, ids[start : start + AT_ONCE]


def _count_wrong(actor: Actor, person_ids: Collection[UUID]) -> int:
    kept = read_filings(actor, person_ids)
    return sum(record.file() != kept[one] for one, record in read_records(actor, person_ids).items())
