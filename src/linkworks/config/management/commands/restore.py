from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from linkworks.config.backup import restore, set_aside


class Command(BaseCommand):
    help = "Restore a back-up, all of it or nothing, and bring it up to this version. Stop the server first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what manage backup wrote")
        parser.add_argument(
            "--set-aside", action="store_true", help="keep the present database under another name and take its place"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file, owner = options["file"], connections["owner"]
        present = dict(owner.settings_dict)
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if not owner.introspection.table_names():
            self._fill(present, file)
            return
        if not options["set_aside"]:
            raise CommandError(
                f"The database {present['NAME']} is not empty: name an empty one in DATABASE_URL and"
                " DATABASE_OWNER_URL, or add --set-aside to keep this one under another name and take its place."
            )
        connections.close_all()
        with set_aside(present) as (new, kept):
            self._fill(new, file)
        self.stdout.write(f"What was there before is kept as the database {kept}.")

    def _fill(self, database: dict[str, Any], file: Path) -> None:
        """Restore and upgrade in this database, whatever its name is at present."""
        restore(database, file)
        named = {alias: connections[alias].settings_dict["NAME"] for alias in settings.DATABASES}
        try:
            self._use(dict.fromkeys(named, database["NAME"]))
            call_command("upgrade", verbosity=0)
        finally:
            self._use(named)
        self.stdout.write("Restored.")

    @staticmethod
    def _use(names: dict[str, str]) -> None:
        connections.close_all()
        for alias, name in names.items():
            connections[alias].settings_dict["NAME"] = name
