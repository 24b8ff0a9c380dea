from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from linkworks.foundation.accounts.actions.teams import make_team
from linkworks.foundation.accounts.links import new_password_link
from linkworks.foundation.core.errors import Refused


class Command(BaseCommand):
    help = "Make the first team and its administrator, who then invites everybody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--team", required=True, help="the team's name, as on its pages")
        parser.add_argument("--slug", required=True, help="the team in public addresses, such as lewisham")
        parser.add_argument("--admin-email", required=True)
        parser.add_argument("--admin-name", required=True)
        parser.add_argument("--another", action="store_true", help="although there is a team already")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            administrator = make_team(
                name=options["team"],
                slug=options["slug"],
                admin_email=options["admin_email"],
                admin_name=options["admin_name"],
                besides_others=options["another"],
            )
        except Refused as refusal:
            raise CommandError(refusal.message) from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(
            f"{options['team']} is made. {administrator.name} chooses a password here, within 3 days:\n\n"
            f"  {new_password_link(administrator)}\n\n"
            "Give this link to nobody else: it works once."
        )
