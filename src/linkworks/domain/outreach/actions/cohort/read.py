"""A file comes in: every row is kept as it came, and nothing else happens until somebody has checked the columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import BinaryIO

from django.db import transaction

from linkworks.domain.outreach.actions.cohort.rows import stage
from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import Campaign, CohortImport
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.imports.chunks import in_chunks
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.spreadsheets import Sheet, read_sheet

AT_ONCE = 2_000
MEGABYTE = 1 << 20
MOST_CELLS = 200
OVER = (CohortState.DROPPED, CohortState.UNDONE)
ASKED: Mapping[str, str] = {
    "sender": "Say who sent the list.",
    "source": "Say where the list comes from: which records it was made from.",
    "purpose": "Say what the list may be used for.",
    "legal_basis": "Say on what legal basis we may use it.",
}


@dataclass(frozen=True)
class Provenance:
    """Who sent a list, what it was made from, what for, on what legal basis, and until when its rows may be kept."""

    sender: str
    source: str
    purpose: str
    legal_basis: str
    delete_by: date


@transaction.atomic
def read_list(
    actor: Actor, *, campaign: Campaign, file: BinaryIO, file_name: str, provenance: Provenance
) -> CohortImport:
    """Raises Refused for a file that cannot be read, that came before, or of which something is not said."""
    require(may_run_campaigns, actor)
    _insist_on_provenance(provenance)
    batch = CohortImport(
        team_id=actor.own_team,
        campaign=campaign,
        file_name=file_name[:200],
        file_hash=_hash(file),
        sent_in_by_id=actor.user_id,
        **vars(provenance),
    )
    _insist_on_new(batch)
    try:
        sheet = read_sheet(file, file_name)
        batch.headings = list(sheet.headings)
        batch.save()
        batch.size = _stage(batch, sheet)
    except Unreadable as error:
        raise Refused(error.message, "file") from error
    batch.save(update_fields=["size"])
    record(actor, "list.read", subject=batch, campaign=campaign.pk, rows=batch.size)
    return batch


def _hash(file: BinaryIO) -> str:
    digest = sha256()
    for some in iter(lambda: file.read(MEGABYTE), b""):
        digest.update(some)
    file.seek(0)
    return digest.hexdigest()


def _insist_on_provenance(provenance: Provenance) -> None:
    for name, sentence in ASKED.items():
        if not getattr(provenance, name).strip():
            raise Refused(sentence, name)
    if provenance.delete_by <= clock.today():
        raise Refused("The day on which the list is deleted must be still to come.", "delete_by")


def _insist_on_new(batch: CohortImport) -> None:
    there = CohortImport.objects.filter(campaign=batch.campaign, file_hash=batch.file_hash).exclude(state__in=OVER)
    if there.exists():
        raise Refused("This very file has come in already: open it under the lists of this campaign.", "file")


def _stage(batch: CohortImport, sheet: Sheet) -> int:
    size = 0
    for rows in in_chunks(sheet.rows, AT_ONCE):
        stage(batch, [(number, cells[:MOST_CELLS]) for number, cells in rows])
        size += len(rows)
    if not size:
        raise Unreadable("The sheet has headings and no rows.")
    return size
