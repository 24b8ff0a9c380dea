"""Writing many rows at once, by the database's own COPY."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import psycopg
from django.db.models import Model
from psycopg import sql

from linkworks.foundation.imports.behind import Deed

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copying(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Deed:
    """`rows` hold None, text, numbers, uuids, and JSON as text. They are read now, and written when the deed is done.

    Nothing is checked but by the database.
    """
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    lines = ("\t".join(map(_told, row)) for row in rows)
    text = "".join(f"{line}\n" for line in lines)

    def write(database: psycopg.Connection) -> None:
        with database.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write(text)

    return write


def as_json(value: Any) -> str:
    """The same text for the same value."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError:  # it knows no numbers of more than 64 bits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)


def _told(value: Any) -> str:
    """JSON, which is most of it, holds nothing to escape but backslashes."""
    if value is None:
        return r"\N"
    words = str(value)
    return words.replace("\\", "\\\\") if words.isprintable() else words.translate(_ESCAPES)
