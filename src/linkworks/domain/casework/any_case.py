"""A case that stands for every case.

Writing a page's statement through the ORM costs more than running it, and from case to case it differs by ids alone.
So it is written once, for this case, and run with the ids of the case that is read.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.db.models import QuerySet

from linkworks.domain.casework.models import Case
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import Statement, write

ANY_CASE = Case(pk=uuid4(), person_id=uuid4(), team_id=uuid4())
ANYBODY = Actor.system("anybody", ANY_CASE.team_id)

Build = Callable[[Actor, Case], dict[str, QuerySet[Any]]]


def ids_of(case: Case) -> Mapping[Any, UUID]:
    """The ids that take the place of those of ANY_CASE."""
    return {ANY_CASE.pk: case.pk, ANY_CASE.person_id: case.person_id, ANY_CASE.team_id: case.team_id}


def gather_case(build: Build, case: Case) -> dict[str, list[Any]]:
    """What `core.gather` gives, of a case that was already opened.

    `build` is asked once: its querysets may name the case, its person and its team by their ids, and nothing else that
    changes, such as today or who asks.
    """
    return _statement(build).run(ids_of(case))


@cache
def _statement(build: Build) -> Statement:
    return write(build(ANYBODY, ANY_CASE))
