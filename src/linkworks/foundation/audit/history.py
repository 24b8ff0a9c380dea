"""What others changed in a record since somebody opened it, from the trigger history."""

from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db.models import Field, ForeignKey, Model

from linkworks.foundation.core import words
from linkworks.foundation.core.clock import now

SILENT = frozenset({"id", "created_at", "updated_at", "version", "team", "person", "case", "by"})


def describe_changes(record: Any, seen_version: int | None) -> list[str]:
    """A sentence for each value that is no longer as it was in the version that was seen, oldest change first."""
    if seen_version is None:
        return []
    history = record.pgh_event_model.objects.filter(pgh_obj_id=record.pk, version__gte=seen_version)
    versions = list(history.select_related("pgh_context").order_by("version"))
    return [sentence for before, after in pairwise(versions) for sentence in _sentences(record, before, after)]


def _sentences(record: Model, before: Any, after: Any) -> list[str]:
    who = (after.pgh_context.metadata if after.pgh_context else {}).get("actor") or "Somebody"
    when = words.ago(after.pgh_created_at, now())
    return [
        f"{who} {_deed(field, getattr(after, field.attname))}, {when}."
        for field in record._meta.concrete_fields
        if field.name not in SILENT
        and field.editable
        and getattr(before, field.attname) != getattr(after, field.attname)
    ]


def _deed(field: "Field[Any, Any]", value: Any) -> str:
    if value in (None, ""):
        return f"took out the {field.verbose_name}"
    if isinstance(field, ForeignKey):
        return f"changed the {field.verbose_name}"
    return f"changed the {field.verbose_name} to “{_shown(field, value)}”"


def _shown(field: "Field[Any, Any]", value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return words.full_moment(value)
    if isinstance(value, date):
        return words.full_date(value)
    return str(dict(field.flatchoices).get(value, value))
