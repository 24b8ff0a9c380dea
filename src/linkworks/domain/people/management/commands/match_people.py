from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from linkworks.domain.people.matching.portrait import Description, Portrait, portray
from linkworks.domain.people.matching.recogniser import Recogniser
from linkworks.domain.people.matching.sheets import People, SheetError, read_people, write_pairs
from linkworks.foundation.core import clock


class Command(BaseCommand):
    help = "Say of each person in one list whether they are somebody in another: match, possible or none, and why."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--known", type=Path, required=True, metavar="FILE.csv", help="with a column known_id")
        parser.add_argument(
            "--incoming", type=Path, required=True, metavar="FILE.csv", help="with a column incoming_id"
        )
        parser.add_argument("--out", type=Path, required=True, metavar="PAIRS.csv", help="where to write the answers")

    def handle(self, *args: Any, **options: Any) -> None:
        known, incoming = self._read(options["known"], "known_id"), self._read(options["incoming"], "incoming_id")
        people = _portray(incoming.by_id)
        findings = Recogniser(_portray(known.by_id)).recognise_list(list(people.values()))
        try:
            counted = write_pairs(options["out"], zip(people, findings, strict=True))
        except OSError as fault:
            raise CommandError(f"{options['out']} could not be written: {fault}.") from fault
        said = ", ".join(f"{outcome} {count}" for outcome, count in counted.items())
        self.stdout.write(f"{len(people)} came in, {len(known.by_id)} are known: {said}.")

    def _read(self, path: Path, id_column: str) -> People:
        try:
            people = read_people(path, id_column)
        except SheetError as refusal:
            raise CommandError(str(refusal)) from None
        for remark in people.remarks:
            self.stderr.write(remark)
        return people


def _portray(people: Mapping[str, list[Description]]) -> dict[str, Portrait]:
    today = clock.today()
    return {key: portray(descriptions, today=today) for key, descriptions in people.items()}
