"""Writing many rows at once. Rows of models, one by one, would take most of the time that loading may take."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from typing import Any

import orjson
from django.db import connection
from django.db.models import CharField, Model, TextField

AT_ONCE = 2_000


class Pourer:
    """Rows as plain values by column, held until they are written: tables `in_order` first, the others as they came."""

    def __init__(self, in_order: Iterable[type[Model]]) -> None:
        self._tables: dict[type[Model], list[dict[str, Any]]] = {model: [] for model in in_order}

    def add(self, model: type[Model], **values: Any) -> dict[str, Any]:
        """What is not told is as the model has it. The row may still be changed until it is written."""
        row = _defaults(model) | values
        self._tables.setdefault(model, []).append(row)
        return row

    def write(self) -> int:
        for model, rows in self._tables.items():
            for start in range(0, len(rows), AT_ONCE):
                _write(model, rows[start : start + AT_ONCE])
        return sum(map(len, self._tables.values()))


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    return {str(field.column): _default(field) for field in model._meta.concrete_fields}


def _default(field: Any) -> Any:
    if field.has_default() and not callable(field.default):
        return field.default
    return "" if isinstance(field, CharField | TextField) and not field.null else None


def _write(model: type[Model], rows: list[dict[str, Any]]) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    sent = orjson.dumps(rows, default=_plain).decode()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} SELECT * FROM json_populate_recordset(NULL::{table}, %s)",  # noqa: S608 (no value)  # nosec B608
            [sent],
        )


def _plain(value: Any) -> Any:
    """What JSON does not know: a length of time, as PostgreSQL reads it."""
    if isinstance(value, timedelta):
        return f"{value.total_seconds()} seconds"
    raise TypeError
