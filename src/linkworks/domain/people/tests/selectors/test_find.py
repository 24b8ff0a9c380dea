from datetime import date

import pytest

from linkworks.domain.people.finding import Sought
from linkworks.domain.people.selectors.find import find_people
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory, RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(team):
    person = PersonFactory(
        team=team,
        given_name="Rosa",
        family_name="O'Brien",
        search_name="rosa obrien",
        date_of_birth=date(1956, 3, 27),
        nhs_number="9990000018",
        postcode="SE8 4AA",
    )
    ContactDetailFactory(person=person, value="+447700900123")
    PersonFactory(team=team, given_name="Ben", family_name="Okafor", search_name="ben okafor", postcode="SE6 1AA")
    return person


def found(actor: Actor, **sought) -> list:
    with acting(actor):
        return list(find_people(actor, Sought(**sought)).people)


@pytest.mark.parametrize(
    "sought",
    [
        {"name": "obrein"},
        {"name": "rosa"},
        {"name": "obrien rosa"},
        {"date_of_birth": date(1956, 3, 27)},
        {"nhs_number": "9990000018"},
        {"postcode": "SE8 4AA"},
        {"telephone": "+447700900123"},
        {"name": "rosa", "postcode": "SE8 4AA"},
    ],
)
def test_a_person_is_found_by_each_of_their_facts(link_worker, rosa, sought):
    assert found(link_worker, **sought) == [rosa]


def test_everything_sought_must_apply(link_worker, rosa):
    assert found(link_worker, name="rosa", postcode="SE6 1AA") == []


def test_nothing_sought_finds_nobody(link_worker, rosa):
    assert found(link_worker) == []


def test_the_function_that_runs_as_owner_keeps_the_line(link_worker, second_worker, team_lead, other_team_worker, rosa):
    RestrictionFactory(person=rosa, staff_ids=[link_worker.user_id], placed_by_id=team_lead.user_id)
    assert found(link_worker, name="rosa") == [rosa]
    assert found(second_worker, name="rosa") == []
    assert found(other_team_worker, name="rosa") == []


def test_a_commissioner_finds_nobody(commissioner, rosa):
    with pytest.raises(NotAllowed):
        found(commissioner, name="rosa")
