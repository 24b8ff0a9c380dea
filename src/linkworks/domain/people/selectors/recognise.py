"""Is this someone we know? The stored keys lead to whom to compare; the engine decides.

Everything is read under row security: whom the actor may not see is never a candidate.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TypeVar, cast
from uuid import UUID

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
from linkworks.foundation.core.prepared import prepared_cursor

Key = TypeVar("Key")

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
    (row,) = _compare(actor, judge, [person])
    return judge.decide(row)


def find_alike(actor: Actor, person: Portrait) -> tuple[Finding[UUID], ...]:
    """Everybody whom staff should look at before they say who this is; likeliest first."""
    judge = _judge(actor)
    (row,) = _compare(actor, judge, [person])
    return judge.show(row)


def recognise_list(actor: Actor, people: Sequence[Portrait]) -> Iterator[tuple[Finding[UUID], ...]]:
    """Of each in their order. A list tells more than one by one would: see `Judge.decide_list`."""
    judge = _judge(actor)
    parts = (people[start : start + AT_ONCE] for start in range(0, len(people), AT_ONCE))
    return judge.decide_list([row for part in parts for row in _compare(actor, judge, part)])


def recognise_among(actor: Actor, person: Portrait, others: Mapping[Key, Portrait]) -> tuple[Finding[Key], ...]:
    """Among these alone, who need not be on record: the other rows of a list, for one. Likeliest first."""
    judge = cast("Judge[Key]", _judge(actor))
    return judge.decide(judge.compare(person, others))


def _compare(actor: Actor, judge: Judge[UUID], people: Sequence[Portrait]) -> Iterator[Row[UUID]]:
    candidates = _candidates(actor, people)
    return (judge.compare(person, candidates[place]) for place, person in enumerate(people))


def _candidates(actor: Actor, people: Sequence[Portrait]) -> Mapping[int, dict[UUID, Portrait]]:
    """Known people by the place of whoever they may be."""
    require(works_with_people, actor)
    numbers = [numbers_of(actor.own_team, looking_keys(person)) for person in people]
    sought = [(place, key) for place, keys in enumerate(numbers) for key in keys]
    found: dict[int, dict[UUID, Portrait]] = defaultdict(dict)
    with prepared_cursor() as cursor:
        asking, asked = (_array(each) for each in (list(zip(*sought, strict=True)) or ((), ())))
        cursor.execute(CANDIDATES, [asking, asked, FULL + 1, FULL])
        for person_id, line, places in cursor.fetchall():
            portrait = unpack(line)
            for place in places:
                found[place][person_id] = portrait
    return found


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
