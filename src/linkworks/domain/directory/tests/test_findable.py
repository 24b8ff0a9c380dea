"""What a search looks through is always what a fresh reading of all services would make of them."""

from datetime import time

import pytest
from django.db import connection

from linkworks.domain.directory.actions.findable import found_when_done
from linkworks.domain.directory.actions.imports.undo import undo_import
from linkworks.domain.directory.choices import AgeOf, ServiceStatus
from linkworks.domain.directory.models import Findable, Location, OpeningTime, Organization, Service, ServiceAtLocation
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

HALL = {"id": "l1", "name": "Hall", "latitude": 51.457, "longitude": -0.013}
_FRESH = "SELECT * FROM directory_findable_rows(ARRAY(SELECT id FROM directory_service))"


def drifted() -> list:
    """Rows of which one side knows and the other does not."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"(({_FRESH}) EXCEPT TABLE directory_findable) UNION ALL (TABLE directory_findable EXCEPT ({_FRESH}))"
        )
        return cursor.fetchall()


def told(service: Service) -> set[str]:
    return set(Findable.objects.get(service=service).facts)


@pytest.fixture
def held(db):
    """A service in a hall, open on Tuesday evenings."""
    service = ServiceFactory(is_free=True, languages=["Polish"], postcode_districts=["SE13"], areas=["Lewisham"])
    hall = Location.objects.create(latitude=51.457, longitude=-0.013, access_features=["step-free"])
    ServiceAtLocation.objects.create(service=service, location=hall)
    OpeningTime.objects.create(service=service, weekday=1, opens=time(18), closes=time(20))
    return service


def test_it_holds_what_can_be_asked_for(held):
    assert told(held) == {
        *("free", "speaks Polish", "serves SE13", "serves Lewisham", "access step-free", "at 2572 -1"),
        *("open", "open evening", "open 1", "open 1 evening"),
    }
    assert not drifted()


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.change(name="Other", search_words="other"),
        lambda s: s.change(gone_at=clock.now()),
        lambda s: s.change(status=ServiceStatus.DEFUNCT),
        lambda s: Organization.objects.update(search_names="renamed"),
        lambda s: Location.objects.update(latitude=51.5, access_features=[]),
        lambda s: Location.objects.update(is_confidential=True),
        lambda s: Location.objects.update(gone_at=clock.now()),
        lambda s: ServiceAtLocation.objects.all().delete(),
        lambda s: ServiceAtLocation.objects.update(service=ServiceFactory()),
        lambda s: OpeningTime.objects.update(weekday=2, opens=time(9)),
        lambda s: OpeningTime.objects.update(service=ServiceFactory()),
        lambda s: OpeningTime.objects.all().delete(),
        lambda s: s.delete(),
    ],
)
def test_whatever_changes_it_does_not_drift(held, change):
    before = list(Findable.objects.values())
    change(held)
    assert list(Findable.objects.values()) != before
    assert not drifted()


def test_what_comes_back_is_findable_again(held):
    held.change(gone_at=clock.now())
    assert not Findable.objects.exists()
    held.change(gone_at=None)
    assert Findable.objects.get().service_id == held.pk


def test_many_changes_are_read_again_in_one_go_at_the_end(held):
    with found_when_done():
        Service.objects.update(is_free=False)
        ServiceFactory()
        assert "free" in told(held)
    assert "free" not in told(held)
    assert not drifted()


def test_an_import_and_its_undoing_leave_nothing_behind(coordinator):
    record = {"id": "s1", "name": "Choir", "status": "active", "organization": {"id": "o1", "name": "The Albany"}}
    schedule = {"id": "t1", "byday": "TU", "opens_at": "18:00", "closes_at": "20:00"}
    import_records(coordinator, record)
    batch = import_records(
        coordinator,
        record | {"service_at_locations": [{"id": "p1", "location": HALL}], "schedules": [schedule]},
        record | {"id": "s2", "name": "Singing"},
    )
    assert told(Service.objects.get(name="Choir")) >= {"at 2572 -1", "open 1 evening"}
    assert not drifted()
    undo_import(coordinator, batch=batch)
    assert list(Findable.objects.values_list("name", "facts")) == [("Choir", [])]
    assert not drifted()


@pytest.mark.parametrize(
    ("ages", "fits"),
    [
        ({"minimum_age": 55}, (False, True)),
        ({"maximum_age": 25}, (True, False)),
        ({"minimum_age": 70, "maximum_age": 60}, (False, False)),
        ({"minimum_age": 70, "maximum_age": 60, "age_of": AgeOf.CLIENT_OR_CHILD}, (True, True)),
        ({}, (True, True)),
    ],
)
def test_ages_that_make_no_sense_suit_nobody_and_break_nothing(ages, fits):
    ServiceFactory(**ages)
    assert tuple(Findable.objects.filter(ages__contains=age).exists() for age in (18, 67)) == fits
