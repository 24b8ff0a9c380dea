from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connections, transaction

from linkworks.foundation.access.row_security import statements


class Command(BaseCommand):
    help = "Bring the database up to date: migrate as its owner, then grants and row security for the web role."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", database="owner", interactive=False, verbosity=options["verbosity"])
        protect()


def protect() -> None:
    owner = connections["owner"]
    with transaction.atomic(using="owner"), owner.cursor() as cursor:
        for statement in statements(settings.DATABASES["default"]["USER"]):
            cursor.execute(statement)
