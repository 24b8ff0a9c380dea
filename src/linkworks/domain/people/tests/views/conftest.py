import pytest

from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock


@pytest.fixture
def person(team):
    return PersonFactory(team=team, given_name="Rosa", family_name="Marshall", date_of_birth="1950-03-15")


@pytest.fixture
def say_why():
    """The actor has said today why they open this person's record."""

    def say(actor, person):
        RecordOpening.objects.create(
            team_id=person.team_id,
            person_id=person.pk,
            user_id=actor.user_id,
            on_day=clock.today(),
            reason=RecordOpening.Reason.CLIENT_RANG,
        )
        return actor

    return say


@pytest.fixture
def opened(signed_in, link_worker, person, say_why):
    """A browser in which the link worker may open the person's pages."""
    return signed_in(say_why(link_worker, person))
