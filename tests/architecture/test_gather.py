import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from linkworks.domain.people.models import Person, Practice
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.foundation.core.gather import gather

pytestmark = pytest.mark.django_db


def test_several_lists_come_in_one_query_as_they_would_alone(team):
    PersonFactory.create_batch(2, team=team, date_of_birth="1950-02-28", practice=PracticeFactory(team=team))
    people, practices = Person.objects.order_by("-family_name"), Practice.objects.filter(name__startswith="Practice")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = gather(people=people, practices=practices)
    assert len(queries) == 1
    assert found == {"people": list(people), "practices": list(practices)}
    for one, other in zip(found["people"], people, strict=True):
        assert all(getattr(one, f.attname) == getattr(other, f.attname) for f in Person._meta.concrete_fields)


def test_what_was_annotated_is_set(team):
    PersonFactory(team=team, practice=PracticeFactory(team=team, name="Deptford Surgery"))
    (person,) = gather(people=Person.objects.annotate(practice_name=F("practice__name")))["people"]
    assert person.practice_name == "Deptford Surgery"


def test_a_list_that_can_hold_nothing_is_empty(team):
    assert gather(people=Person.objects.none(), others=Person.objects.all()) == {"people": [], "others": []}
