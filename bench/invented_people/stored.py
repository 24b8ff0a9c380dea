"""Invented people on record, in a database of their own: with their keys, and as people are searched."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.core.management import call_command
from django.db.models import Model
from psycopg import sql

from bench.data.team import make_team
from bench.support import database
from linkworks.domain.people import filing, matching
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.filing import RecordedPerson
from linkworks.domain.people.matching.numbers import read_phones
from linkworks.domain.people.matching.portrait import Description
from linkworks.domain.people.models import BlockKey, ContactDetail, KeptPortrait, Person
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.imports.chunks import in_chunks

SEED = 79
AT_ONCE = 2_000
TABLES = (Person, ContactDetail, KeptPortrait, BlockKey)
KEYS_INDEX = "people_blockkey_pkey"
MOBILE = "07"


def store(name: str, content: str, known: Iterable[Description]) -> None:
    """In a database of this name, which is kept: the next run finds everybody there. `content` says who they are."""
    database.make(content, lambda: _fill(name, known), name=name, shaped_by=_what_shapes_them())


def person_ids() -> Iterator[UUID]:
    """Of the people stored, in their order."""
    chance = Random(SEED)  # as scattered as those of people who come one by one
    while True:
        yield UUID(int=chance.getrandbits(128), version=4)


def _what_shapes_them() -> Iterator[Path]:
    yield Path(filing.__file__)
    for folder in (Path(matching.__file__).parent, Path(__file__).parent):
        yield from (file for file in folder.rglob("*") if file.suffix in (".py", ".toml"))


def _fill(name: str, known: Iterable[Description]) -> None:
    with database.using(name):
        call_command("upgrade", verbosity=0)
        team = make_team()
        team.save(using="owner")
    with psycopg.connect(database.addresses(name).owner, autocommit=True) as owner, _without_safeguards(owner):
        for some in in_chunks(zip(person_ids(), known, strict=False), AT_ONCE):
            _store_some(owner, team, some)


@contextmanager
def _without_safeguards(owner: psycopg.Connection) -> Iterator[None]:
    """To fill a table of twenty million rows, its index is made at the end, and nobody's history is written."""
    for model in TABLES:
        owner.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(_table(model)))
    for (constraint,) in owner.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = 'people_blockkey'::regclass AND contype = 'f'"
    ).fetchall():
        _drop(owner, constraint)
    _drop(owner, KEYS_INDEX)
    yield
    owner.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY (key, person_id)").format(_table(BlockKey)))


def _drop(owner: psycopg.Connection, constraint: str) -> None:
    statement = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}")
    owner.execute(statement.format(_table(BlockKey), sql.Identifier(constraint)))


def _store_some(owner: psycopg.Connection, team: Team, some: Iterable[tuple[UUID, Description]]) -> None:
    records = [_record(team, pk, described) for pk, described in some]
    filed = [(record.person.pk, record.file()) for record in records]
    _copy(owner, Person, (record.person for record in records))
    _copy(owner, ContactDetail, chain.from_iterable(record.details for record in records))
    stamp = _stamp(team)
    _copy(owner, KeptPortrait, (KeptPortrait(**stamp, person_id=pk, portrait=one.portrait) for pk, one in filed))
    with owner.cursor().copy("COPY people_blockkey (key, person_id, team_id) FROM STDIN") as copy:
        for pk, one in filed:
            for key in one.keys:
                copy.write_row((key, pk, team.pk))


def _record(team: Team, pk: UUID, one: Description) -> RecordedPerson:
    person = Person(
        **_stamp(team),
        id=pk,
        given_name=one.given_name,
        family_name=one.family_name,
        date_of_birth=date.fromisoformat(one.dob) if one.dob else None,
        nhs_number=one.nhs_number,
        address_line_1=one.address_line_1,
        address_line_2=one.address_line_2,
        town=one.town,
        postcode=one.postcode,
    )
    person.search_name = person.folded_names
    return RecordedPerson(person, details=[_detail(team, person, number) for number in read_phones(one.phone)])


def _detail(team: Team, person: Person, number: str) -> ContactDetail:
    kind = ContactKind.MOBILE if number.startswith(MOBILE) else ContactKind.LANDLINE
    return ContactDetail(**_stamp(team), person=person, kind=kind, value=f"+44{number[1:]}")


def _stamp(team: Team) -> dict[str, Any]:
    return {"team_id": team.pk, "created_at": clock.now(), "updated_at": clock.now()}


def _copy(owner: psycopg.Connection, model: type[Model], rows: Iterable[Model]) -> None:
    fields = model._meta.concrete_fields
    columns = sql.SQL(", ").join(sql.Identifier(str(field.column)) for field in fields)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(_table(model), columns)
    with owner.cursor().copy(statement) as copy:
        for row in rows:
            copy.write_row([getattr(row, field.attname) for field in fields])


def _table(model: type[Model]) -> sql.Identifier:
    return sql.Identifier(model._meta.db_table)
