"""Telling the database on whose behalf this transaction runs."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from django.db import connection, transaction

from linkworks.foundation.access.models import leads
from linkworks.foundation.core.actor import Actor

SETTINGS = (
    "linkworks.team_id",
    "linkworks.people_team_id",
    "linkworks.user_id",
    "linkworks.only_person_id",
    "linkworks.leads_team_id",
)
# The statements that are prepared name everybody by stand-ins: to plan them anew for each person would gain nothing.
PLAN_ONCE = "set_config('plan_cache_mode', 'force_generic_plan', true)"
SYSTEM_USER = "system"
NOTHING: Mapping[str, str] = MappingProxyType({})
_NOBODY = ("",) * len(SETTINGS)


@contextmanager
def acting(actor: Actor, also: Mapping[str, str] = NOTHING) -> Iterator[None]:
    """One transaction in which row security shows what this actor may see. `also` are further settings for it.

    The settings end with the transaction; inside an outer one (a test, a job within a job) the former ones come back.
    """
    database: Any = transaction.get_connection()
    former = getattr(database, "acts_for", _NOBODY) if database.in_atomic_block else None
    with transaction.atomic():
        database.acts_for = _values(actor)
        _set(database.acts_for, also)
        try:
            yield
        finally:
            database.acts_for = former or _NOBODY
        if former is not None and not transaction.get_rollback():  # rolling back brings them back by itself
            _set(former, NOTHING)


def history_of(who: str, request: str) -> dict[str, str]:
    """What the trigger history says of the changes of a transaction: who made them, in which request.

    The history's own library would put this before each statement that writes, and none could then be prepared.
    """
    told = {"actor": who, "request_id": request}
    return {"pghistory.context_id": str(uuid4()), "pghistory.context_metadata": json.dumps(told)}


def _values(actor: Actor) -> tuple[str, ...]:
    team = str(actor.team_id or "")
    user = SYSTEM_USER if actor.is_system else str(actor.user_id or "")
    people, led = team if actor.sees_people else "", team if leads(actor) else ""
    return team, people, user, str(actor.only_person or ""), led


def _set(values: tuple[str, ...], also: Mapping[str, str]) -> None:
    pairs = [*zip(SETTINGS, values, strict=True), *also.items()]
    with connection.cursor() as cursor:
        settings = ", ".join([PLAN_ONCE, *("set_config(%s, %s, true)" for _ in pairs)])
        cursor.execute(f"SELECT {settings}", [item for pair in pairs for item in pair])
