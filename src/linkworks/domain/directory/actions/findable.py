"""When the database reads again what a search looks through: at once, or for many changes in one go."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_WHEN = "SET CONSTRAINTS directory_read_again {when}"


@contextmanager
def found_when_done() -> Iterator[None]:
    """What changes inside is read again once, at the end. For transactions that touch the same services again and
    again; whoever leaves it out is only slower."""
    with connection.cursor() as cursor:
        cursor.execute(_WHEN.format(when="DEFERRED"))
    yield
    with connection.cursor() as cursor:
        cursor.execute(_WHEN.format(when="IMMEDIATE"))
