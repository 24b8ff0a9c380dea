"""Is this someone we know? The stored keys lead to whom to compare; the engine decides.

Everything is read under row security: whom the actor may not see is never a candidate.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar, cast
from uuid import UUID

import psycopg
from django.db.models import Count

from linkworks.domain.people.filing import numbers_of
from linkworks.domain.people.matching.blocks import FULL, looking_keys
from linkworks.domain.people.matching.deciding import Finding
from linkworks.domain.people.matching.judge import Judge, Row
from linkworks.domain.people.matching.name_counts import NameCounts
from linkworks.domain.people.matching.names import Name, read_name
from linkworks.domain.people.matching.packing import unpack
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.models import Person
from linkworks.domain.people.policies import works_with_people
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.cycles import no_search
from linkworks.foundation.core.prepared import prepared_cursor
from linkworks.foundation.imports.behind import Question, ask_ahead

Key = TypeVar("Key")
Line = tuple[UUID, str, list[int]]  # of somebody known: their portrait as it is kept, and the places where they may be

AT_ONCE = 1_000  # people looked for in one statement
TEAMS_REMEMBERED = 8
ANY_NAME = "x"  # stands for the other half, so that a name typed whole into one box is not split

# Each key leads to the few who are filed under it; one that leads to many tells nobody apart and is left out.
CANDIDATES = """
SELECT kept.person_id, kept.portrait, found.places
FROM (
    SELECT filed.person_id, array_agg(DISTINCT sought.place) AS places
    FROM unnest(%s::int[], %s::bigint[]) AS sought (place, key)
    CROSS JOIN LATERAL (
        SELECT array_agg(few.person_id) AS people
        FROM (SELECT person_id FROM people_blockkey WHERE key = sought.key LIMIT %s) AS few
    ) AS under_key
    CROSS JOIN LATERAL unnest(under_key.people) AS filed (person_id)
    WHERE cardinality(under_key.people) <= %s
    GROUP BY filed.person_id
) AS found
JOIN people_keptportrait AS kept ON kept.person_id = found.person_id
"""


def recognise(actor: Actor, person: Portrait) -> tuple[Finding[UUID], ...]:
    """Likeliest first; empty for somebody new."""
    judge = _judge(actor)
    return judge.decide(_compare_one(actor, judge, person))


def find_alike(actor: Actor, person: Portrait) -> tuple[Finding[UUID], ...]:
    """Everybody whom staff should look at before they say who this is; likeliest first."""
    judge = _judge(actor)
    return judge.show(_compare_one(actor, judge, person))


def recognise_list(actor: Actor, people: Sequence[Portrait]) -> Iterator[tuple[Finding[UUID], ...]]:
    """Of each in their order. A list tells more than one by one would: see `Judge.decide_list`."""
    judge = _judge(actor)
    parts = [people[start : start + AT_ONCE] for start in range(0, len(people), AT_ONCE)]
    # The portraits hold no cycles, and Python spent a third of its time in looking for some.
    with no_search(), closing(ask_ahead(_look(actor, part) for part in parts)) as found:
        together = zip(parts, found, strict=True)
        rows = [row for part, lines in together for row in _compare(judge, part, lines)]
    return judge.decide_list(rows)


def people_near(actor: Actor, people: Sequence[Portrait]) -> set[UUID]:
    """Everybody who shares a key with one of these: nobody else is ever compared with them."""
    require(works_with_people, actor)
    with prepared_cursor() as cursor:
        cursor.execute(CANDIDATES, _sought(actor, people))
        return {person_id for person_id, *_ in cursor.fetchall()}


def recognise_among(actor: Actor, person: Portrait, others: Mapping[Key, Portrait]) -> tuple[Finding[Key], ...]:
    """Among these alone, who need not be on record: the other rows of a list, for one. Likeliest first."""
    judge = cast("Judge[Key]", _judge(actor))
    return judge.decide(judge.compare(person, others))


def _compare_one(actor: Actor, judge: Judge[UUID], person: Portrait) -> Row[UUID]:
    with no_search(), prepared_cursor() as cursor:
        cursor.execute(CANDIDATES, _sought(actor, [person]))
        (row,) = _compare(judge, [person], cursor.fetchall())
    return row


def _look(actor: Actor, people: Sequence[Portrait]) -> Question[list[Line]]:
    sought = _sought(actor, people)

    def ask(database: psycopg.Connection) -> list[Line]:
        with psycopg.Cursor(database) as cursor:
            return cursor.execute(CANDIDATES, sought).fetchall()

    return ask


def _sought(actor: Actor, people: Sequence[Portrait]) -> list[Any]:
    """What the statement asks for: the place of each, with their keys."""
    numbers = [list(numbers_of(actor.own_team, looking_keys(person))) for person in people]
    places = _array(place for place, keys in enumerate(numbers) for _ in keys)
    return [places, _array(chain.from_iterable(numbers)), FULL + 1, FULL]


def _compare(judge: Judge[UUID], people: Sequence[Portrait], lines: Iterable[Line]) -> list[Row[UUID]]:
    """Each with the known people whom they may be."""
    found: list[dict[UUID, Portrait]] = [{} for _ in people]
    for person_id, line, places in lines:
        portrait = unpack(line)
        for place in places:
            found[place][person_id] = portrait
    return [judge.compare(person, candidates) for person, candidates in zip(people, found, strict=True)]


def _array(numbers: Iterable[int]) -> str:
    """As PostgreSQL reads it: to write many numbers one by one takes the driver longer than it takes to find them."""
    return f"{{{','.join(map(str, numbers))}}}"


def _judge(actor: Actor) -> Judge[UUID]:
    require(works_with_people, actor)
    return _judge_of(actor.own_team, clock.now().replace(minute=0, second=0, microsecond=0))


@lru_cache(maxsize=TEAMS_REMEMBERED)
def _judge_of(team_id: UUID, hour: datetime) -> Judge[UUID]:
    """How usual each name is changes slowly: it is counted anew each hour that somebody asks."""
    return Judge(_count_names(team_id))


def _count_names(team_id: UUID) -> NameCounts:
    counts = NameCounts()
    people = Person.objects.filter(team_id=team_id)
    for typed, number in people.values_list("given_name").annotate(Count("pk")):
        counts.add(Name(read_name(typed, ANY_NAME).given, ()), number)
    for typed, number in people.values_list("family_name").annotate(Count("pk")):
        counts.add(Name((), read_name(ANY_NAME, typed).family), number)
    return counts
