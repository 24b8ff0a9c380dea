"""Several short lists in one round trip to the database."""

import json
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet


def gather(**querysets: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each queryset, by its name, in its order. What was annotated is set on the instances.

    For a page that shows a few rows of many tables. `select_related` and `values` are not followed.
    """
    selects = {name: _as_json(queryset) for name, queryset in querysets.items()}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(sql for sql, _ in selects.values()),
            [parameter for _, parameters in selects.values() for parameter in parameters],
        )
        answers = cursor.fetchone()
    return {
        name: [_instance(queryset.model, row) for row in _loaded(answer)]
        for (name, queryset), answer in zip(querysets.items(), answers, strict=True)
    }


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
