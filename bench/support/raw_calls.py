"""The statements of one claim and one save, sent by psycopg alone: what PostgreSQL itself can do on this machine.

They are listened to while the real actions run once, and then said again for other people and other tokens.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock, Thread
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.selectors.holds import Held
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

TRIES = 5
WHO_IS_NEXT = "UPDATE outreach_campaigncontact"
Statement = tuple[str, Any]


@dataclass(frozen=True)
class Heard:
    """The statements of a claim and of a save, and the values in them that another claim and save change: those of
    the one call, and the ids of the rows that it writes.
    """

    claim: list[Statement]
    save: list[Statement]
    values: dict[UUID, str]
    made: set[UUID]


def listen(actor: Actor, campaign_id: UUID) -> Heard:
    """Twice, for what is asked only the first time is no part of it, and what differs was made for the one call."""
    former = _ring(actor, campaign_id)
    claim, save, held = _ring(actor, campaign_id)
    names = {actor.own_id: "me", held.contact_id: "contact", held.person_id: "person", held.token: "token"}
    made = _ids(claim + save) - _ids(former[0] + former[1]) - names.keys()
    return Heard(claim, save, names, made)


def _ids(statements: list[Statement]) -> set[UUID]:
    said = (params.values() if isinstance(params, dict) else params or () for _, params in statements)
    return {value for values in said for value in values if isinstance(value, UUID)}


def _ring(actor: Actor, campaign_id: UUID) -> tuple[list[Statement], list[Statement], Held]:
    with _listening() as claim, acting(actor):
        held = take_next_call(actor, campaign_id=campaign_id)
    assert held is not None  # noqa: S101 (the campaign is full of people)
    with _listening() as save, acting(actor):
        save_call(actor, contact_id=held.contact_id, token=held.token, call=Call("talked"))
    return claim, save, held


@contextmanager
def _listening() -> Iterator[list[Statement]]:
    heard: list[Statement] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        heard.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield heard


@dataclass
class Cycles:
    done: int = 0
    again: int = 0
    lock: Lock = field(default_factory=Lock)

    def count(self, again: int) -> None:
        with self.lock:
            self.done, self.again = self.done + 1, self.again + again


def run(heard: Heard, address: str, callers: Sequence[UUID], seconds: float) -> float:
    """Cycles a second. As the web role, under row security, with the same commits."""
    cycles, began = Cycles(), time.monotonic()
    threads = [Thread(target=partial(_be, heard, address, me, began + seconds, cycles)) for me in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return cycles.done / (time.monotonic() - began)


def _be(heard: Heard, address: str, me: UUID, deadline: float, cycles: Cycles) -> None:
    with psycopg.connect(address, autocommit=True, prepare_threshold=0) as database:
        database.prepared_max = None
        while time.monotonic() < deadline:
            values: dict[Any, Any] = {"me": me, "token": uuid4()} | {made: uuid4() for made in heard.made}
            again = _until_taken(heard, database, values)
            with database.transaction():
                for statement in heard.save:
                    _say(database, statement, heard, values)
            cycles.count(again)


def _until_taken(heard: Heard, database: psycopg.Connection, values: dict[Any, Any]) -> int:
    for again in range(TRIES):
        try:
            with database.transaction():
                _claim(heard, database, values)
        except psycopg.errors.UniqueViolation:
            continue
        return again
    raise RuntimeError("Nobody could be taken.")


def _claim(heard: Heard, database: psycopg.Connection, values: dict[Any, Any]) -> None:
    for statement in heard.claim:
        cursor = _say(database, statement, heard, values)
        if WHO_IS_NEXT in statement[0]:
            row = cursor.fetchone()
            if row is None:
                raise RuntimeError("Nobody is left to take.")
            values["contact"], values["person"] = row[0], row[1]


def _say(
    database: psycopg.Connection, statement: Statement, heard: Heard, values: dict[Any, Any]
) -> psycopg.Cursor[Any]:
    sql, params = statement
    if isinstance(params, dict):
        said: Any = {name: _instead(value, heard, values) for name, value in params.items()}
    else:
        said = [_instead(value, heard, values) for value in params or ()]
    return database.execute(sql, said or None)


def _instead(value: Any, heard: Heard, values: dict[Any, Any]) -> Any:
    return values.get(heard.values.get(value, value), value) if isinstance(value, UUID) else value
