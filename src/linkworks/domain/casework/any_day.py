"""A worker who stands for every worker of a role.

What My day asks differs from one worker to the next by ids alone, and from one day to the next by the date: so its
statements are written once a day, and run with the ids of whoever looks. `any_case` does the same for a case.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet

from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor, ActorKind
from linkworks.foundation.core.gather import Statement, write

ANY_TEAM, ANY_WORKER = uuid4(), uuid4()
STATEMENTS = 100  # a few for each role, and those of yesterday

Build = Callable[[Actor, date], dict[str, QuerySet[Any]]]


def gather_day(build: Build, actor: Actor) -> dict[str, list[Any]]:
    """What `core.gather` gives. `build` is asked once a day and role: its querysets may name who asks and their team
    by their ids, and the day, and nothing else that changes."""
    statement = _statement(build, actor.role, actor.sees_people, clock.today())
    return statement.run({ANY_TEAM: actor.team_id, ANY_WORKER: actor.user_id})


@lru_cache(maxsize=STATEMENTS)
def _statement(build: Build, role: str, sees_people: bool, today: date) -> Statement:
    anybody = Actor(ActorKind.STAFF, "anybody", ANY_TEAM, ANY_WORKER, role, sees_people)
    return write(build(anybody, today))
