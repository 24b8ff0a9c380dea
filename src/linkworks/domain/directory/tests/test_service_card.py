from datetime import timedelta

import pytest

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.presenters.service import ServiceCard, freshness, state_tag, where
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def at(service, **values):
    ServiceAtLocation.objects.create(service=service, location=Location.objects.create(**values))


def test_only_what_is_known_is_said(link_worker):
    service = ServiceFactory(times="Tue 12:00", cost="£3", referral_routes=["self", "phone"], delivery=["in_person"])
    card = ServiceCard.of(get_service(link_worker, service.pk))
    assert {row.key: row.value for row in card.rows} == {
        "When": "Tue 12:00",
        "How": "in person",
        "Cost": "£3",
        "How to get in": "the person gets in touch or by telephone",
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Never assured: check with them before anybody relies on it"),
        ({"days": 12, "assured_by": "Jo"}, "Last assured 12 days ago by Jo"),
        ({"days": 0}, "Last assured today"),
        ({"days": 400, "assured_by": "Jo"}, "Last assured 13 months ago by Jo: it may have changed since"),
    ],
)
def test_a_fact_says_how_fresh_it_is(values, words):
    days = values.pop("days", None)
    assured_on = clock.today() - timedelta(days=days) if days is not None else None
    assert freshness(ServiceFactory(assured_on=assured_on, **values)) == words


def test_the_state_is_a_word_and_says_the_wait():
    tag = state_tag(ServiceFactory(live_state=LiveState.WAITING_LIST, waiting_weeks=6))
    assert tag.text == "Waiting list, about 6 weeks"


def test_open_is_only_said_when_somebody_assured_us():
    assert state_tag(ServiceFactory()).text == "Said to be open"
    assert state_tag(ServiceFactory(assured_on=clock.today())).text == "Open"


def test_the_place_in_their_own_district_comes_first_and_a_private_one_stays_private():
    service = ServiceFactory()
    at(service, district="SE13")
    at(service, district="SE8", name="The Albany")
    at(service, district="SE4", address="1 Hidden Road", is_confidential=True)
    told = where(service, near="SE8")
    assert told[0] == "The Albany, SE8: their own postcode district"
    assert set(told[1:]) == {"SE13", "Address kept private: ask them"}
