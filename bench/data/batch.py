"""Rows on their way into the database, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Model

ROWS_AT_ONCE = 500

Thing = TypeVar("Thing")


def save(rows: Iterable[Model]) -> None:
    """Insert rows of any tables. Keys between them may point either way: they are checked when the transaction ends."""
    by_table: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_table[type(row)].append(row)
    for table, its_rows in by_table.items():
        table._base_manager.bulk_create(its_rows, batch_size=ROWS_AT_ONCE)


def in_groups(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    left = iter(things)
    while group := list(islice(left, size)):
        yield group
