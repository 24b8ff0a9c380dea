from datetime import timedelta

import pytest

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.selectors.consents import holds_consent
from linkworks.domain.people.tests.factories import ConsentFactory, PersonFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

SHARE = ConsentKind.SHARE_PRACTICE


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def test_nobody_asked_is_no_yes(link_worker, person):
    assert not holds_consent(link_worker, person.pk, SHARE)


@pytest.mark.parametrize(
    ("values", "stands"),
    [
        ({}, True),
        ({"given": False}, False),
        ({"withdrawn_at": clock.now()}, False),
        ({"until": clock.today()}, True),
        ({"until": clock.today() - timedelta(days=1)}, False),
    ],
)
def test_a_yes_stands_until_it_is_withdrawn_or_runs_out(link_worker, person, values, stands):
    ConsentFactory(person=person, kind=SHARE, **values)
    assert holds_consent(link_worker, person.pk, SHARE) is stands


def test_the_newest_answer_counts(link_worker, person):
    ConsentFactory(person=person, kind=SHARE, given=False)
    ConsentFactory(person=person, kind=SHARE, given_at=clock.now() - timedelta(days=3))
    assert not holds_consent(link_worker, person.pk, SHARE)


def test_a_yes_to_one_organisation_is_no_yes_to_another(link_worker, person):
    ConsentFactory(person=person, kind=ConsentKind.SHARE_PARTNER, about="Bench Outreach")
    assert holds_consent(link_worker, person.pk, ConsentKind.SHARE_PARTNER, about="Bench Outreach")
    assert not holds_consent(link_worker, person.pk, ConsentKind.SHARE_PARTNER, about="999 Club")
