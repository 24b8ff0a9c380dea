import pghistory
import pytest

from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.foundation.audit.history import describe_changes

pytestmark = pytest.mark.django_db


def test_each_value_that_others_changed_gets_a_sentence_that_names_them(team):
    person = PersonFactory(team=team, town="Catford", date_of_birth="1950-01-31")
    seen = person.version
    with pghistory.context(actor="Dev Patel"):
        person.change(town="Deptford", gender=Gender.WOMAN)
    with pghistory.context(actor="Ben Okafor"):
        person.change(town="", interpreter_needed=True, practice=PracticeFactory(team=team))
    assert describe_changes(Person.objects.get(pk=person.pk), seen) == [
        "Dev Patel changed the gender to “Woman”, just now.",
        "Dev Patel changed the town to “Deptford”, just now.",
        "Ben Okafor changed the need for an interpreter to “yes”, just now.",
        "Ben Okafor took out the town, just now.",
        "Ben Okafor changed the GP practice, just now.",
    ]


def test_nothing_is_told_of_versions_already_seen(team):
    person = PersonFactory(team=team)
    person.change(town="Deptford")
    assert describe_changes(person, person.version) == []
    assert describe_changes(person, None) == []
