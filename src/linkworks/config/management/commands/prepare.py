from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands
from django.db import connection, connections

from linkworks.config.database import refuse_old_server, refuse_unsuitable_role
from linkworks.config.static import collect_static
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import demonstration


class Command(BaseCommand):
    help = "Make everything ready to serve: the schema, the web role's rights, the static files, a fresh demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        owner = connections["owner"]
        refuse_old_server(owner)
        if not owner.introspection.table_names():
            if settings.DEMONSTRATION:
                demonstration.mark(owner)
            self.stdout.write("Making the tables ...")
        call_command("upgrade", verbosity=0)
        refuse_unsuitable_role(connection)
        collect_static(self.stdout.write)
        if demonstration.is_marked(connection):
            self._demonstrate()

    def _demonstrate(self) -> None:
        """Load the team once, and say every time how to sign in."""
        commands = get_commands()
        if "seed" in commands and not Team.objects.exists():
            self.stdout.write("Loading the demonstration team ...")
            call_command("seed")
        if "sign_ins" in commands:
            call_command("sign_ins")
