import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from linkworks.domain.onward.matching.catalogue import client_of, service_of
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import Story

Entry = dict[str, Any]


class Command(BaseCommand):
    help = "Rank the services of a catalogue file for each story of a file, with the code that the options page uses."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--catalogue", type=Path, required=True, help="services, as one JSON list")
        parser.add_argument(
            "--cases", type=Path, required=True, help="cases, one JSON object a line: id, story, client"
        )
        parser.add_argument(
            "--out", type=Path, required=True, help="where to write: case_id and ranked ids, one JSON object a line"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """The catalogue is held in memory alone: no service of a team's directory is read or changed."""
        services = [service_of(entry) for entry in _catalogue(options["catalogue"])]
        engine = Engine.over(services)
        cases = list(_cases(options["cases"]))
        lines: list[str] = []
        notes: tuple[str, ...] = ()
        for number, case in cases:
            ranked, notes = _rank(engine, case, options["cases"], number)
            lines.append(json.dumps({"case_id": case["id"], "ranked": ranked}))
        options["out"].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        for note in notes:
            self.stderr.write(note)
        self.stdout.write(f"{len(lines)} cases ranked over {len(services)} services: {options['out']}")


def _rank(engine: Engine, case: Entry, path: Path, number: int) -> tuple[list[str], tuple[str, ...]]:
    """Of the case nothing but the story and the facts about the client is read."""
    if not isinstance(case.get("story"), str) or "id" not in case:
        raise CommandError(f"{path}, line {number}: a case needs an id and a story.")
    found = engine.find(Story(case["story"]), client_of(case.get("client") or {}))
    return [option.service.id for option in found.options], found.notes


def _catalogue(path: Path) -> list[Entry]:
    entries = _json(_text(path), str(path))
    if not isinstance(entries, list):
        raise CommandError(f"{path} must be one JSON list of services.")
    return entries


def _cases(path: Path) -> Iterator[tuple[int, Entry]]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.strip():
            yield number, _json(line, f"{path}, line {number}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise CommandError(f"{where} is not JSON: {error}") from error
