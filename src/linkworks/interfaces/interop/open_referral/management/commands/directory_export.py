from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from linkworks.interfaces.interop.open_referral.export import export_file, export_folder, export_tables


class Command(BaseCommand):
    help = "Write the whole directory as Open Referral UK 3.0: into a .json file, or a folder with a file of each kind."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, help="a file whose name ends in .json, or a folder")
        parser.add_argument("--csv", action="store_true", help="the CSV tables of an HSDS data package, into a folder")

    def handle(self, *args: Any, target: Path, csv: bool, **options: Any) -> None:
        try:
            for name, count in self._export(target, csv).items():
                self.stdout.write(f"{name}: {count:,}")
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}.") from None

    @staticmethod
    def _export(target: Path, csv: bool) -> dict[str, int]:
        if csv:
            return export_tables(target)
        return export_file(target) if target.suffix == ".json" and not target.is_dir() else export_folder(target)
