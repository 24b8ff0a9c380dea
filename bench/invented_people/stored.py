"""Invented people on record, in a database of their own: with their keys, and as people are searched."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.core.management import call_command
from django.db.models import Model
from psycopg import sql

from bench.data.team import make_team
from bench.support import database
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.filing import RecordedPerson
from linkworks.domain.people.matching.numbers import read_phones
from linkworks.domain.people.matching.portrait import Description
from linkworks.domain.people.models import BlockKey, ContactDetail, KeptPortrait, Person
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock

NAME = "bench_people"
AT_ONCE = 2_000
TABLES = (Person, ContactDetail, KeptPortrait, BlockKey)
KEYS_INDEX = "people_blockkey_pkey"
MOBILE = "07"


def store(known: Iterable[Description]) -> tuple[UUID, list[UUID]]:
    """Whose they are, and the people in their order."""
    database.make_empty(NAME)
    with database.using(NAME):
        call_command("upgrade", verbosity=0)
        team = make_team()
        team.save(using="owner")
        with psycopg.connect(database.addresses(NAME).owner, autocommit=True) as owner:
            with _without_safeguards(owner):
                people = _store(owner, team, iter(known))
            owner.execute("VACUUM ANALYZE")
    return team.pk, people


def _store(owner: psycopg.Connection, team: Team, known: Iterator[Description]) -> list[UUID]:
    people: list[UUID] = []
    while some := list(islice(known, AT_ONCE)):
        people += _store_some(owner, team, some)
    return people


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


def _store_some(owner: psycopg.Connection, team: Team, some: Iterable[Description]) -> list[UUID]:
    records = [_record(team, described) for described in some]
    filed = [(record.person.pk, record.file()) for record in records]
    _copy(owner, Person, (record.person for record in records))
    _copy(owner, ContactDetail, chain.from_iterable(record.details for record in records))
    stamp = _stamp(team)
    _copy(owner, KeptPortrait, (KeptPortrait(**stamp, person_id=pk, portrait=one.portrait) for pk, one in filed))
    with owner.cursor().copy("COPY people_blockkey (key, person_id, team_id) FROM STDIN") as copy:
        for pk, one in filed:
            for key in one.keys:
                copy.write_row((key, pk, team.pk))
    return [pk for pk, _ in filed]


def _record(team: Team, one: Description) -> RecordedPerson:
    person = Person(
        **_stamp(team),
        id=uuid4(),
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
