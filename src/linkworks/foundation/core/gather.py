"""Several short lists in one round trip to the database."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet

from linkworks.foundation.core.prepared import prepared_cursor


@dataclass(frozen=True)
class Statement:
    """Several querysets as one SELECT, ready to run."""

    sql: str
    parameters: tuple[Any, ...]
    models: dict[str, type[Model]]

    def run(self, instead: Mapping[Any, Any]) -> dict[str, list[Any]]:
        """The rows of each queryset, of a statement written with stand-ins: `instead` says for what they stand."""
        with prepared_cursor() as cursor:
            return self.read(cursor, [instead.get(one, one) for one in self.parameters])

    def read(self, cursor: CursorWrapper, parameters: Sequence[Any]) -> dict[str, list[Any]]:
        cursor.execute(self.sql, parameters)
        answers = cursor.fetchone()
        assert answers is not None  # noqa: S101 (a SELECT without FROM gives one row)
        return {
            name: [_instance(model, row) for row in _loaded(answer)]
            for (name, model), answer in zip(self.models.items(), answers, strict=True)
        }


def gather(**querysets: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each queryset, by its name, in its order. What was annotated is set on the instances.

    For a page that shows a few rows of many tables. `select_related` and `values` are not followed.
    """
    statement = write(querysets)
    with connection.cursor() as cursor:
        return statement.read(cursor, statement.parameters)


def write(querysets: Mapping[str, QuerySet[Any]]) -> Statement:
    selects = [_as_json(queryset) for queryset in querysets.values()]
    return Statement(
        sql="SELECT " + ", ".join(sql for sql, _ in selects),
        parameters=tuple(parameter for _, parameters in selects for parameter in parameters),
        models={name: queryset.model for name, queryset in querysets.items()},
    )


def _as_json(queryset: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    try:
        sql, parameters = queryset.query.sql_with_params()
    except EmptyResultSet:
        return "'[]'::json", ()
    return f"(SELECT coalesce(json_agg(gathered_row), '[]') FROM ({sql}) gathered_row)", parameters  # noqa: S608 (the ORM wrote it)  # nosec B608


def _loaded(answer: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(answer) if isinstance(answer, str) else answer
    return rows


def _instance(model: type[Model], row: dict[str, Any]) -> Model:
    columns = {field.attname: field.to_python(row.pop(str(field.column))) for field in model._meta.concrete_fields}
    instance = model.from_db(connection.alias, list(columns), list(columns.values()))
    for name, value in row.items():
        setattr(instance, name, value)
    return instance
