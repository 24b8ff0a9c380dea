import pytest
from django.db import transaction

from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.errors import Conflict

pytestmark = pytest.mark.django_db


def test_an_inner_actor_gives_way_to_the_outer_one_again(team, other_team_worker):
    PersonFactory(team=team)
    with acting(other_team_worker):
        assert not Person.objects.exists()
    assert Person.objects.exists()


def test_an_inner_actor_gives_way_when_its_deeds_are_rolled_back(team, other_team_worker):
    PersonFactory(team=team)
    with acting(other_team_worker):
        transaction.set_rollback(True)
    assert Person.objects.exists()


def test_two_people_editing_one_record_conflict(team):
    person = PersonFactory(team=team)
    theirs = Person.objects.get(pk=person.pk)
    person.change(town="Deptford")
    with pytest.raises(Conflict):
        theirs.change(town="Catford")
    person.refresh_from_db()
    assert (person.town, person.version) == ("Deptford", 2)
