from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from linkworks.domain.directory.actions.whereabouts import load_postcodes, load_shipped_districts
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import from_path

ACTOR = Actor.system("load_postcodes", None)


class Command(BaseCommand):
    help = "Take in where postcodes are, from Code-Point Open, ONSPD or NSPL, so that distances can be measured."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            type=Path,
            help="a CSV file, a zip archive or a folder (default: the districts of south-east London that we know)",
        )

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        if file is None:
            load_shipped_districts(ACTOR)
            self.stdout.write("The middles of the districts of south-east London and Bromley are known.")
            return
        try:
            loaded = load_postcodes(ACTOR, files=from_path(file))
        except Unreadable as refusal:
            raise CommandError(refusal.message) from None
        self.stdout.write(f"{loaded:,} postcodes.")
