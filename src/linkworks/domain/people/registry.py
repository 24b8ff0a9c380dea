"""What becomes of each table that reaches a person: when two records are merged, on export, and when time is up.

Each app declares its own tables in `person_tables.py`, loaded when the app is ready; `undeclared` tells which table
nobody thought of, and a test fails for it. The foundation knows no person: its tables are declared here in people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps
from django.db.models import ForeignKey, Model

from linkworks.foundation.core.row_scope import RowScope

# How tables name a person that they may not have a key to.
BARE_KEYS = frozenset({"person_id", "person_ids", "about_person_id"})


class OnMerge(StrEnum):
    MOVE = "moves to the record that is kept"
    UNITE = "only one may stand: the two are made one, and the stricter holds"
    STAY = "stays as it was written, with the uuid of that day"


class OnExport(StrEnum):
    GIVE = "is given to the person"
    READ_FIRST = "is given once somebody has read it, because it may tell of others"
    LEAVE_OUT = "is left out: it says nothing about the person that is not said elsewhere"


class Keep(StrEnum):
    RECORD = "goes with the person’s record"
    LOG = "outlives the record: who did and who looked stays known, by uuid only"


@dataclass(frozen=True)
class PersonTable:
    model: type[Model]
    on_merge: OnMerge
    on_export: OnExport
    keep: Keep


_tables: dict[type[Model], PersonTable] = {}


def declare(*models: type[Model], on_merge: OnMerge, on_export: OnExport, keep: Keep) -> None:
    for model in models:
        table = PersonTable(model, on_merge, on_export, keep)
        if _tables.setdefault(model, table) != table:
            raise ValueError(f"{model._meta.label} is declared twice, and differently.")


def person_tables() -> list[PersonTable]:
    return sorted(_tables.values(), key=lambda table: table.model._meta.label)


def undeclared() -> set[type[Model]]:
    """Tables that reach a person and of which nobody has said what becomes of them."""
    return reaching_a_person() - _tables.keys()


def reaching_a_person() -> set[type[Model]]:
    """By row security, by a bare uuid, or by a key to a table that does. History follows the table that it tells of."""
    tables = [model for model in apps.get_models() if not hasattr(model, "pgh_tracked_model")]
    reached = {model for model in tables if _names_a_person(model)}
    while further := {model for model in tables if model not in reached and _points_into(model, reached)}:
        reached |= further
    return reached


def _names_a_person(model: type[Model]) -> bool:
    by_row_security = getattr(model, "row_scope", None) is RowScope.PERSON
    return by_row_security or any(field.attname in BARE_KEYS for field in model._meta.concrete_fields)


def _points_into(model: type[Model], reached: Iterable[type[Model]]) -> bool:
    keys = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return any(key.related_model in reached for key in keys)
