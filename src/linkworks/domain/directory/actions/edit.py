"""Saying something else than the source does, taking that back, and deciding when the two clash."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from linkworks.domain.directory.announcements import announce_change
from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import DirectoryRecord, LocalEdit, OpeningTime, Service
from linkworks.domain.directory.overlay import laid_over, our_field, value_at
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.projection import project
from linkworks.domain.directory.projection.opening import openings
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

SECRET = our_field("is_confidential")


@transaction.atomic
def edit_entry(
    actor: Actor, *, entry: DirectoryRecord, changes: Mapping[str, Any], expected_version: int | None = None
) -> None:
    """Say these values of an entry's fields (see `LocalEdit.field`). One that the source says too needs no edit."""
    require(may_keep_services, actor)
    edits = _edits_of(entry)
    before = _says(edits)
    for field, value in changes.items():
        _say(actor, entry, edits, field, value)
    _work_out_again(entry, before, _says(edits), expected_version)
    announce_change()
    record(actor, "entry.edited", subject=entry, fields=" ".join(changes))


@transaction.atomic
def edit_service(
    actor: Actor, *, service: Service, changes: Mapping[str, Any], is_secret: bool, expected_version: int | None = None
) -> None:
    """Edit a service, and say of its places whether their address is secret."""
    edit_entry(actor, entry=service, changes=changes, expected_version=expected_version)
    for place in service.places.select_related("location"):
        if place.location.is_confidential != is_secret:
            edit_entry(actor, entry=place.location, changes={SECRET: is_secret or None})


@transaction.atomic
def follow_source(actor: Actor, *, entry: DirectoryRecord, field: str) -> None:
    """Let the source's value stand again."""
    edit_entry(actor, entry=entry, changes={field: value_at(entry.record, field)})


@transaction.atomic
def keep_edit(actor: Actor, *, edit: LocalEdit) -> None:
    """The source now says something else than when we edited; ours stays all the same."""
    require(may_keep_services, actor)
    edit.change(replaced=edit.clashes_with, clashes_with=None, clashed_at=None)
    record(actor, "entry.edit_kept", subject=edit, field=edit.field)


def _edits_of(entry: DirectoryRecord) -> dict[str, LocalEdit]:
    edits = LocalEdit.objects.select_for_update().filter(kind=entry.kind, record_id=entry.pk)
    return {edit.field: edit for edit in edits}


def _says(edits: Mapping[str, LocalEdit]) -> dict[str, Any]:
    return {field: edit.value for field, edit in edits.items()}


def _say(actor: Actor, entry: DirectoryRecord, edits: dict[str, LocalEdit], field: str, value: Any) -> None:
    told, edit = value_at(entry.record, field), edits.pop(field, None)
    if value == told:
        if edit is not None:
            edit.delete()
        return
    values = {"value": value, "replaced": told, "by_name": actor.name, "at": clock.now()}
    if edit is None:
        edit = LocalEdit.objects.create(kind=entry.kind, record_id=entry.pk, field=field, **values)
    else:
        edit.change(clashes_with=None, clashed_at=None, **values)
    edits[field] = edit


def _work_out_again(
    entry: DirectoryRecord, before: Mapping[str, Any], after: Mapping[str, Any], expected_version: int | None
) -> None:
    """Only the columns that the edit moves are written."""
    was, becomes = laid_over(entry.record, before), laid_over(entry.record, after)
    columns = project(entry.kind, was)
    changed = {name: value for name, value in project(entry.kind, becomes).items() if columns[name] != value}
    entry.change(expected_version=expected_version, **changed)
    if entry.kind is Kind.SERVICE and openings(was) != openings(becomes):
        OpeningTime.objects.filter(service_id=entry.pk, place=None).delete()
        OpeningTime.objects.bulk_create(OpeningTime(service_id=entry.pk, **vars(one)) for one in openings(becomes))
