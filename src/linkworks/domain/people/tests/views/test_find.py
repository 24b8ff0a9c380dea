from datetime import date

import pytest

from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.audit.models import ViewEntry
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

ADDRESS = "/people/find"


@pytest.fixture
def rosa(team):
    return PersonFactory(team=team, family_name="Marshall", search_name="rosa marshall")


def test_a_worker_finds_somebody_and_the_look_is_logged(signed_in, link_worker, rosa):
    answer = signed_in(link_worker).post(ADDRESS, {"words": "rosa marshal"})
    assert "Rosa Marshall" in answer.text
    assert ViewEntry.objects.get(page="people.find").person_ids == [rosa.pk]


def test_whoever_may_be_the_one_is_offered_with_the_reason(signed_in, link_worker, team):
    rosa = PersonFactory(
        team=team, family_name="Marshall", search_name="rosa marshall", date_of_birth=date(1956, 3, 27)
    )
    answer = signed_in(link_worker).post(ADDRESS, {"words": "Rosie Marshall 28/3/1956"})
    assert "Nobody matches." in answer.text
    assert "1 person who may be the one" in answer.text
    assert "Forms of one given name, same family name, dates of birth a slip apart" in answer.text
    assert ViewEntry.objects.get(page="people.find").person_ids == [rosa.pk]


def test_what_cannot_be_read_is_said_and_kept(signed_in, link_worker):
    answer = signed_in(link_worker).post(ADDRESS, {"words": "Rosa 31/2/1956"})
    assert answer.status_code == 422
    assert "is not a date" in answer.text
    assert 'value="Rosa 31/2/1956"' in answer.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Type a name, a date of birth"), ("999 000 0019", "That is not an NHS number: one digit may be wrong")],
)
def test_what_cannot_be_looked_for_is_said_and_not_called_nobody(signed_in, link_worker, typed, sentence):
    answer = signed_in(link_worker).post(ADDRESS, {"words": typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Nobody matches" not in answer.text


def test_another_team_finds_nobody(signed_in, other_team_worker, rosa):
    assert "Nobody matches" in signed_in(other_team_worker).post(ADDRESS, {"words": "rosa"}).text


def test_a_commissioner_cannot_look(signed_in, commissioner):
    assert signed_in(commissioner).get(ADDRESS).status_code == 403


def test_finding_costs_the_same_for_one_and_for_many(signed_in, link_worker, team):
    PersonFactory.create_batch(30, team=team, search_name="rosa marshall")
    client = signed_in(link_worker)
    with at_most(15):
        client.post(ADDRESS, {"words": "rosa"})
