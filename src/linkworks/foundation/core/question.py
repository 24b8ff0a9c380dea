"""Querysets and rows whose text is written once, for what every request or every call asks and writes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import DatabaseDefault
from django.db.models.query import get_related_populators
from django.db.transaction import get_connection

from linkworks.foundation.core.prepared import prepared_cursor

Row = TypeVar("Row", bound=Model)
STAND_INS: dict[type, Callable[[], Any]] = {UUID: uuid4, str: lambda: uuid4().hex}


class Question(Generic[Row]):
    """A queryset with blanks: Django writes its text once, and PostgreSQL plans it once for each connection.

        of_user = Question(lambda user: Membership.objects.filter(user_id=user), user=UUID)
        of_user.first(user=user_id)

    `write` is asked once, with a stand-in for each blank, and may name nothing else that changes: no clock.
    `select_related` is followed.
    """

    def __init__(self, write: Callable[..., QuerySet[Row]], **blanks: type) -> None:
        self._write = write
        self._blanks = blanks

    def first(self, **values: Any) -> Row | None:
        return next(iter(self.rows(**values)), None)

    def rows(self, **values: Any) -> list[Row]:
        with prepared_cursor() as cursor:
            cursor.execute(self._written.sql, self._written.parameters(values))
            return list(self._written.read(cursor.fetchall()))

    @cached_property
    def _written(self) -> "_Written":
        stand_ins = {name: STAND_INS[kind]() for name, kind in self._blanks.items()}
        compiler = self._write(**stand_ins).query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        return _Written(sql, parameters, {stand_in: name for name, stand_in in stand_ins.items()}, compiler)


@dataclass
class _Written:
    sql: str
    stand_ins: tuple[Any, ...]
    names: dict[Any, str]
    compiler: Any

    def parameters(self, values: dict[str, Any]) -> list[Any]:
        return [values[self.names[one]] if one in self.names else one for one in self.stand_ins]

    def read(self, rows: list[Any]) -> Iterable[Any]:
        """As Django's own querysets make instances of rows."""
        model, alias = self._told["model"], connection.alias
        for row in self.compiler.apply_converters(rows, self._converters):
            instance = model.from_db(alias, self._names, row[self._span])
            for populator in self._related:
                populator.populate(row, instance)
            yield instance

    @property
    def _told(self) -> Any:
        return self.compiler.klass_info

    @cached_property
    def _names(self) -> list[str]:
        return [column[0].target.attname for column in self.compiler.select[self._span]]

    @cached_property
    def _span(self) -> slice:
        """Where the model's own columns stand in a row; those that `select_related` adds follow."""
        return slice(self._told["select_fields"][0], self._told["select_fields"][-1] + 1)

    @cached_property
    def _related(self) -> Any:
        return get_related_populators(self._told, self.compiler.select, connection.alias)  # type: ignore[call-arg]

    @cached_property
    def _converters(self) -> Any:
        return self.compiler.get_converters([column[0] for column in self.compiler.select])


def add(*rows: Model) -> None:
    """Write new rows in one statement: what `save(force_insert=True)` does of each, without its signals."""
    database = get_connection()
    said = [(type(row), dict(_values(row))) for row in rows]
    written = tuple((model, tuple(field.column for field in values)) for model, values in said)
    parameters = [field.get_db_prep_save(value, database) for _, values in said for field, value in values.items()]
    with prepared_cursor() as cursor:
        cursor.execute(_insert(written), parameters)
    for row in rows:
        row._state.adding, row._state.db = False, database.alias


def _values(row: Model) -> Iterator[tuple[Any, Any]]:
    for field in row._meta.concrete_fields:
        if not field.generated and not isinstance(value := field.pre_save(row, True), DatabaseDefault):
            yield field, value


def change(model: type[Model], where: dict[str, Any], **values: Any) -> int:
    """Set columns, named as attributes (`holder_id`), of the rows where others have these values; says of how many."""
    database, fields = get_connection(), _fields(model)
    parameters = [fields[name].get_db_prep_save(value, database) for name, value in (*values.items(), *where.items())]
    with prepared_cursor() as cursor:
        cursor.execute(_update(model, tuple(values), tuple(where)), parameters)
        return int(cursor.rowcount)


@cache
def _update(model: type[Model], values: tuple[str, ...], where: tuple[str, ...]) -> str:
    sets, wanted = ([f'"{_fields(model)[name].column}" = %s' for name in names] for names in (values, where))
    return f'UPDATE "{model._meta.db_table}" SET {", ".join(sets)} WHERE {" AND ".join(wanted)}'  # noqa: S608 (names of ours)  # nosec B608


@cache
def _fields(model: type[Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


@cache
def _insert(written: tuple[tuple[type[Model], tuple[str, ...]], ...]) -> str:
    """The rows but the last stand in front of it, each as a statement within the statement."""
    *others, last = (_insert_of(model, columns) for model, columns in written)
    beside = ", ".join(f"row_{place} AS ({text})" for place, text in enumerate(others))
    return f"WITH {beside} {last}" if others else last


def _insert_of(model: type[Model], columns: tuple[str, ...]) -> str:
    names, blanks = ", ".join(f'"{column}"' for column in columns), ", ".join("%s" for _ in columns)
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({blanks})'  # noqa: S608 (names of ours)  # nosec B608
