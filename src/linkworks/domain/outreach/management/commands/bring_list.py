from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.urls import reverse

from linkworks.domain.outreach.actions.cohort.read import Provenance, read_list
from linkworks.domain.outreach.models import Campaign, CohortImport
from linkworks.domain.outreach.selectors.campaigns import list_campaigns
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.actors import actor_for
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, Refused


class Command(BaseCommand):
    help = "Bring a list of people that is too large for the page. Its columns are checked on its page, as ever."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV or XLSX")
        parser.add_argument("--campaign", required=True, help="its name")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="the team lead or coordinator who brings it")
        parser.add_argument("--sender", required=True, help="who sent it")
        parser.add_argument("--source", required=True, help="which records it was made from")
        parser.add_argument("--purpose", required=True, help="what it may be used for")
        parser.add_argument("--legal-basis", required=True, help="on what legal basis we may use it")
        parser.add_argument("--delete-by", required=True, type=date.fromisoformat, help="like 2026-12-31")

    def handle(self, *args: Any, **options: Any) -> None:
        actor = _actor(options["by"])
        with acting(actor):
            batch = self._read(actor, _campaign(actor, options["campaign"]), options)
        columns = reverse("outreach:list_columns", args=[batch.pk])
        self.stdout.write(f"{batch.size:,} rows are kept. Now check the columns: {settings.PUBLIC_ADDRESS}{columns}")

    def _read(self, actor: Actor, campaign: Campaign, options: dict[str, Any]) -> CohortImport:
        path: Path = options["file"]
        said = ("sender", "source", "purpose", "legal_basis", "delete_by")
        provenance = Provenance(**{name: options[name] for name in said})
        try:
            with path.open("rb") as file:
                return read_list(actor, campaign=campaign, file=file, file_name=path.name, provenance=provenance)
        except Refused as refusal:
            raise CommandError(refusal.message) from None
        except NotAllowed:
            raise CommandError(f"{options['by']} may not bring lists: team leads and coordinators do.") from None
        except OSError as fault:
            raise CommandError(f"{path} could not be read: {fault}.") from fault


def _actor(email: str) -> Actor:
    actor = actor_for(User.objects.filter(email__iexact=email).first() or User(is_active=False))
    if not actor.is_staff:
        raise CommandError(f"Nobody works here under {email}.")
    return actor


def _campaign(actor: Actor, name: str) -> Campaign:
    campaigns = {campaign.name: campaign for campaign in list_campaigns(actor)}
    if name not in campaigns:
        raise CommandError(f"There is no campaign “{name}”, but: {', '.join(campaigns) or 'none'}.")
    return campaigns[name]
