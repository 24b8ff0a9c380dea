"""Imports of services, one for each way they can stand, and a field on which a source has come to differ."""

import json
from typing import Any

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.actions.note import add_note
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import reader_of_files
from linkworks.domain.directory.models import DirectoryImport, Service
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.choices import BatchState
from linkworks.foundation.imports.material import from_bytes

NAMELESS = {"id": "s99", "description": "Has no name"}


def build(lead: Actor) -> dict[str, Any]:
    before = _read(lead, "Council", *_services(8))
    commit_import(lead, batch=before)
    edit_entry(lead, entry=Service.objects.get(name="Walking group 1"), changes={"fees": "Free"})
    committed = _read(lead, "Council", *_services(8, fees="£4"))
    commit_import(lead, batch=committed)
    edited = _read(lead, "Charity", *_services(1))
    commit_import(lead, batch=edited)
    entry = Service.objects.get(source__name="Charity")
    edit_entry(lead, entry=entry, changes={"fees": "Free", "linkworks.aliases": ["The walkers"]})
    add_note(lead, service=entry, words="Ring before ten")
    committing = _read(lead, "County", *_services(2))
    committing.change(state=BatchState.COMMITTING, committed_by=lead.name)
    ready = _read(lead, "Council", *_services(8, fees="£5", url="walk.example"), NAMELESS)
    return {
        "ready": ready,
        "risky": _read(lead, "Council", *_services(1)),
        "committing": committing,
        "committed": committed,
        "edited": edited,
        "edited_service": entry,
        "refused": _read(lead, "Broken feed"),
        "changed_row": ready.rows.filter(decision="changed").first().number,
        "held_row": ready.rows.get(decision="held").number,
    }


def _services(number: int, **values: str) -> list[dict[str, Any]]:
    fees = {"fees": "£3"} | values
    return [{"id": f"s{n}", "name": f"Walking group {n}", "status": "Open", **fees} for n in range(1, number + 1)]


def _read(lead: Actor, name: str, *records: dict[str, Any]) -> DirectoryImport:
    files = from_bytes("services.json", json.dumps(records).encode())
    source = known_source(lead, name=name, feed_format=FeedFormat.ORUK_3)
    return read_source(lead, source=source, reader=reader_of_files(FeedFormat.ORUK_3, files), origin=files.name)
