from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from linkworks.interfaces.interop.open_referral.export import export_file, export_folder


class Command(BaseCommand):
    help = "Write the whole directory as Open Referral UK 3.0: into a .json file, or a folder with a file of each kind."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, help="a file whose name ends in .json, or a folder")

    def handle(self, *args: Any, target: Path, **options: Any) -> None:
        try:
            is_file = target.suffix == ".json" and not target.is_dir()
            counts = {target.name: export_file(target)} if is_file else export_folder(target)
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}.") from None
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count:,}")
