"""Telling the database on whose behalf this transaction runs."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from django.db import transaction

from linkworks.foundation.access.models import leads
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.prepared import prepared_cursor

# The statements that are prepared name everybody by stand-ins: to plan them anew for each person would gain nothing.
PLAN_ONCE = {"plan_cache_mode": "force_generic_plan"}
SYSTEM_USER = "system"
NOTHING: Mapping[str, str] = MappingProxyType({})
# What the policies of the tables read, in the order of `_values`. Nobody sees anything.
SETTINGS = (
    "linkworks.team_id",
    "linkworks.people_team_id",
    "linkworks.user_id",
    "linkworks.only_person_id",
    "linkworks.leads_team_id",
)
NOBODY: Mapping[str, str] = MappingProxyType(dict.fromkeys(SETTINGS, ""))


@contextmanager
def acting(actor: Actor, also: Mapping[str, str] = NOTHING) -> Iterator[None]:
    """One transaction in which row security shows what this actor may see. `also` are further settings for it.

    The settings end with the transaction; inside an outer one (a test, a job within a job) the former ones come back.
    """
    database: Any = transaction.get_connection()
    is_inside = database.in_atomic_block
    former = getattr(database, "acts_for", NOBODY) if is_inside else NOBODY
    with transaction.atomic():
        database.acts_for = now = _values(actor)
        _set({**(PLAN_ONCE | now if former is NOBODY else _what_differs(now, former)), **also})
        try:
            yield
        finally:
            database.acts_for = former
        if is_inside and not transaction.get_rollback():  # rolling back brings them back by itself
            _set(_what_differs(former, now))


def history_of(who: str, request: str) -> dict[str, str]:
    """What the trigger history says of the changes of a transaction: who made them, in which request.

    The history's own library would put this before each statement that writes, and none could then be prepared.
    """
    told = {"actor": who, "request_id": request}
    return {"pghistory.context_id": str(uuid4()), "pghistory.context_metadata": json.dumps(told)}


def _values(actor: Actor) -> dict[str, str]:
    team = str(actor.team_id or "")
    user = SYSTEM_USER if actor.is_system else str(actor.user_id or "")
    people, led = team if actor.sees_people else "", team if leads(actor) else ""
    return dict(zip(SETTINGS, (team, people, user, str(actor.only_person or ""), led), strict=True))


def _what_differs(wanted: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in wanted.items() if now[name] != value}


def _set(values: Mapping[str, str]) -> None:
    """For this transaction. The statement is prepared: each request begins with it."""
    if not values:
        return
    settings = ", ".join("set_config(%s, %s, true)" for _ in values)
    with prepared_cursor() as cursor:
        cursor.execute(f"SELECT {settings}", [item for pair in values.items() for item in pair])
