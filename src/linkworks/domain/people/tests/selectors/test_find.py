from datetime import date

import pytest

from linkworks.domain.people.finding import Sought
from linkworks.domain.people.selectors.find import find_people, find_who_may_be
from linkworks.domain.people.tests.actions.test_filing import correct
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


def may_be(actor: Actor, besides=(), **sought) -> list:
    with acting(actor):
        return [one.person for one in find_who_may_be(actor, Sought(**sought), besides)]


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


@pytest.mark.parametrize(
    "sought",
    [
        {"name": "rosa obrien", "date_of_birth": date(1956, 3, 28)},
        {"name": "rosie obrien", "date_of_birth": date(1956, 3, 28)},
        {"name": "obrein rosa", "date_of_birth": date(1957, 3, 27)},
        {"name": "diaz", "date_of_birth": date(1956, 3, 27)},
        {"name": "rosa", "date_of_birth": date(1956, 3, 27), "postcode": "SE6 1AA"},
    ],
    ids=str,
)
def test_somebody_is_recognised_by_a_slip_a_short_name_or_a_name_they_had(link_worker, rosa, sought):
    with acting(link_worker):
        correct(link_worker, rosa, family_name="Diaz")
        correct(link_worker, rosa, family_name="O'Brien")
    assert found(link_worker, **sought) == []
    assert may_be(link_worker, **sought) == [rosa]


def test_whoever_was_found_is_not_offered_again_and_nobody_without_a_name(link_worker, rosa):
    sought = {"name": "rosa obrien", "date_of_birth": date(1956, 3, 27)}
    assert may_be(link_worker, besides=[rosa.pk], **sought) == []
    assert may_be(link_worker, date_of_birth=date(1956, 3, 27)) == []


def test_nobody_hidden_is_offered(second_worker, link_worker, team_lead, other_team_worker, rosa):
    RestrictionFactory(person=rosa, staff_ids=[link_worker.user_id], placed_by_id=team_lead.user_id)
    sought = {"name": "rosa obrien", "date_of_birth": date(1956, 3, 28)}
    assert may_be(link_worker, **sought) == [rosa]
    assert may_be(second_worker, **sought) == []
    assert may_be(other_team_worker, **sought) == []


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
