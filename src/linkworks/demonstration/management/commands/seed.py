import time
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import connection

from linkworks.demonstration.load import is_loaded, load
from linkworks.foundation.core import clock, demonstration


class Command(BaseCommand):
    help = "Load the demonstration: an invented team and its invented people. All of it or nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not demonstration.is_marked(connection):
            raise CommandError(
                "This database was not made to be a demonstration, and there may be real people in it:"
                " nothing was loaded."
            )
        if is_loaded():
            self.stdout.write("The demonstration is here already.")
            return
        began = time.monotonic()
        loaded = load(clock.today())
        self.stdout.write(
            f"Loaded {loaded.referrals:,} referrals and {loaded.cases:,} cases of invented people"
            f" ({loaded.rows:,} rows) in {time.monotonic() - began:.1f} seconds."
        )
