"""Finding anyone: by name with slips forgiven, date of birth, NHS number, postcode or telephone.

Everything sought must apply. Whoever is alike besides, by a name they had or a slip in what was typed, may be the one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When

from linkworks.domain.people.finding import Sought
from linkworks.domain.people.models import Person
from linkworks.domain.people.policies import works_with_people
from linkworks.domain.people.selectors.recognise import find_alike
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

MOST = 50
MOST_ALIKE = 5


@dataclass(frozen=True)
class Found:
    """The people, best fit first, and whether the list was cut."""

    people: QuerySet[Person]
    is_cut: bool


def find_people(actor: Actor, sought: Sought) -> Found:
    """People to whom everything sought applies. Two queries; the first runs past row security and repeats its line."""
    require(works_with_people, actor)
    if sought.is_empty:
        return Found(Person.objects.none(), is_cut=False)
    ids = _ids(sought)
    place = Case(
        *(When(pk=person_id, then=Value(n)) for n, person_id in enumerate(ids)), output_field=IntegerField(), default=0
    )
    people = Person.objects.visible_to(actor).filter(pk__in=ids).select_related("practice")
    return Found(people.annotate(place=place).order_by("place"), is_cut=len(ids) == MOST)


@dataclass(frozen=True)
class MayBe:
    person: Person
    why: str


def find_who_may_be(actor: Actor, sought: Sought, besides: Collection[UUID]) -> list[MayBe]:
    """Likeliest first. Three queries; a name is needed, because everything else is found as it was typed or not."""
    require(works_with_people, actor)
    if not sought.name:
        return []
    others = [one for one in find_alike(actor, sought.portray()) if one.key not in besides][:MOST_ALIKE]
    people = Person.objects.visible_to(actor).select_related("practice").in_bulk([one.key for one in others])
    return [MayBe(people[one.key], one.agreement) for one in others if one.key in people]


def _ids(sought: Sought) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id FROM people_find(%s, %s, %s, %s, %s, %s)",
            [sought.name, sought.date_of_birth, sought.nhs_number, sought.postcode, sought.telephone, MOST],
        )
        return [row[0] for row in cursor.fetchall()]
