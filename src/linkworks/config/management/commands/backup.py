from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from linkworks.config.backup import back_up, back_up_to_output
from linkworks.foundation.core import clock


class Command(BaseCommand):
    help = "Back the whole database up into one file. It holds everything about everybody: encrypt it, lock it away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", help="where to; - for standard output; if not given, a dated file in var/backups"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        owner = settings.DATABASES["owner"]
        if options["file"] == "-":
            back_up_to_output(owner)
            return
        dated = settings.ROOT / "var" / "backups" / f"linkworks-{clock.now():%Y%m%d-%H%M%S}.dump"
        file = Path(options["file"]) if options["file"] else dated
        back_up(owner, file)
        self.stdout.write(f"Backed up into {file} ({file.stat().st_size / 1_000_000:.1f} MB).")
