"""Statements written out in SQL, for what the query builder cannot say."""

from typing import Any

from django.db import connection


def read_rows(statement: str, parameters: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
