"""Rows on their way into the database, many at a time."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connections, transaction
from django.db.models import Model
from psycopg import Cursor, sql

OWNER = "owner"


def save(rows: Iterable[Model]) -> None:
    """Write rows of any tables in one transaction, by COPY as the owner, whom no row security holds.

    Keys between them may point either way: they are checked at the end.
    """
    by_table: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_table[type(row)].append(row)
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # so that what a search reads is read once too
        for table, its_rows in by_table.items():
            _copy(cursor.cursor, table, its_rows)


def _copy(cursor: Cursor, table: type[Model], rows: list[Model]) -> None:
    fields = [field for field in table._meta.concrete_fields if not field.generated]
    if rows[0].pk is None:  # the database numbers them
        fields.remove(table._meta.pk)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table._meta.db_table), sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    )
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([field.get_db_prep_save(field.pre_save(row, True), connections[OWNER]) for field in fields])
