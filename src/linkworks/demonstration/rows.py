"""Everything that is to be written, in memory until it is written at once."""

from collections import defaultdict
from datetime import datetime
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Model
from django.db.models.sql import InsertQuery

from linkworks.demonstration.chance import Chance
from linkworks.foundation.core.models import Record

BATCH = 1000

Row = TypeVar("Row", bound=Record)
Plain = TypeVar("Plain", bound=Model)


class Rows:
    """Rows by table. Their ids come from the seed, and they say that they were made when their story says."""

    def __init__(self, chance: Chance) -> None:
        self._ids = chance.of("ids")
        self._tables: defaultdict[type[Model], list[Model]] = defaultdict(list)

    def add(self, model: type[Row], made_at: datetime, **values: Any) -> Row:
        row = model(id=self._ids.uuid(), created_at=made_at, updated_at=made_at, **values)
        self._tables[model].append(row)
        return row

    def put(self, model: type[Plain], **values: Any) -> Plain:
        """A row of a table that has no dates of its own."""
        row = model(id=self._ids.uuid(), **values)
        self._tables[model].append(row)
        return row

    def of(self, model: type[Row]) -> list[Row]:
        return self._tables[model]  # type: ignore[return-value]

    def write(self) -> int:
        """Write them as they are, dates included. Foreign keys are looked at when the transaction ends."""
        for model, rows in self._tables.items():
            for start in range(0, len(rows), BATCH):
                query = InsertQuery(model)
                query.insert_values(model._meta.concrete_fields, rows[start : start + BATCH], raw=True)
                query.get_compiler(connection=connections["default"]).execute_sql()
        return sum(map(len, self._tables.values()))
