"""The invented team keeps up with the models, or the benchmarks would notice first on the day they are needed."""

import pytest

from bench.data import Size, load
from bench.data.leads import list_leads
from bench.data.timeline import LONGEST
from linkworks.domain.casework import timeline
from linkworks.domain.people.models import Person
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor

ONE_OF_EACH_STAGE = 12
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def team():
    load(Size(people=ONE_OF_EACH_STAGE, leads=1))
    made = Team.objects.get()
    with acting(Actor.system("test", made.pk)):
        yield made


def test_the_longest_timelines_are_as_long_as_promised(team):
    lead = next(iter(list_leads()))

    longest = next(case for case in lead.caseload if case.pk == lead.longest[0])

    assert count_entries(longest) == LONGEST


def test_everybody_is_invented(team):
    people = Person.objects.all()

    assert len(people) == ONE_OF_EACH_STAGE
    assert all(person.nhs_number.startswith("999") for person in people)


def count_entries(case) -> int:
    page, entries = 0, 0
    has_older = True
    while has_older:
        page += 1
        told = timeline.read(case, page=page)
        entries, has_older = entries + len(told.entries), told.has_older
    return entries
