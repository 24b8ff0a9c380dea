"""Telling the database on whose behalf this transaction runs."""

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """One transaction in which row security shows what this actor may see.

    The settings end with the transaction; inside an outer one (a test, a job within a job) the former ones come back.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        former = _current() if nested else None
        _set(_values(actor))
        yield
        if former is not None and not transaction.get_rollback():  # rolling back brings them back by itself
            _set(former)


def _values(actor: Actor) -> list[str]:
    team = str(actor.team_id or "")
    user = SYSTEM_USER if actor.is_system else str(actor.user_id or "")
    people, led = team if actor.sees_people else "", team if leads(actor) else ""
    return [team, people, user, str(actor.only_person or ""), led]


def _current() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join("coalesce(current_setting(%s, true), '')" for _ in SETTINGS), SETTINGS)
        return list(cursor.fetchone())


def _set(values: list[str]) -> None:
    pairs = [item for pair in zip(SETTINGS, values, strict=True) for item in pair]
    with connection.cursor() as cursor:
        cursor.execute(", ".join([f"SELECT {PLAN_ONCE}", *("set_config(%s, %s, true)" for _ in SETTINGS)]), pairs)
