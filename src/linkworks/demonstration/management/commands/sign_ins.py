from typing import Any

from django.core.management import BaseCommand

from linkworks.demonstration.load import is_loaded
from linkworks.demonstration.sign_ins import described


class Command(BaseCommand):
    help = "Say how to sign in to the demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(described() if is_loaded() else "There is no demonstration in this database.")
