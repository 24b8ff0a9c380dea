from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connection, connections

from linkworks.config.database import refuse_unsuitable
from linkworks.config.static import collect_static


class Command(BaseCommand):
    help = "Make everything ready to serve: the schema, the web role's rights, the static files, a fresh demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        is_fresh = not connections["owner"].introspection.table_names()
        if is_fresh:
            self.stdout.write("Making the tables ...")
        call_command("upgrade", verbosity=0)
        refuse_unsuitable(connection)
        collect_static(self.stdout.write)
