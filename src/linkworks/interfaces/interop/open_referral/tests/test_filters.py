from urllib.parse import urlencode

import pytest

from linkworks.domain.directory.models import Location, Organization, Service, ServiceAtLocation, Whereabouts
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.core import clock
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_service, uuid_of

pytestmark = pytest.mark.django_db


def found(client, path="services", **asked):
    page = client.get(f"{HERE}{path}?{urlencode(asked)}").json()
    return [int(entry.get("service_id", entry["id"])[-4:], 16) for entry in page["contents"]]


def test_words_find_what_fits_best_first(client, coordinator):
    import_records(
        coordinator,
        a_service(1, description="Singing"),
        a_service(2, name="Singing", description="Singing for singers, and song"),
        a_service(3),
    )
    assert found(client, search="singing") == [2, 1]
    assert found(client, search="nobody here") == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"minimum_age": 18}, [2, 4]),
        ({"maximum_age": 25}, [1, 2]),
        ({"minimum_age": 17.5, "maximum_age": 25}, [2]),
        ({"age": 20}, [2, 3, 4]),
        ({"age": 17.9}, [1, 3]),
        ({"age": 90}, [3, 4]),
    ],
)
def test_the_standards_ages_are_limits_and_ours_is_a_persons(client, coordinator, asked, expected):
    import_records(
        coordinator,
        a_service(1, minimum_age=11, maximum_age=17),
        a_service(2, minimum_age=18, maximum_age=25),
        a_service(3),
        a_service(4, minimum_age=18),
    )
    assert found(client, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"day": "MO"}, [1]),
        ({"day": "tuesday"}, [1, 2]),
        ({"day": "Tue", "start_time": "12:00"}, [2]),
        ({"start_time": "13:30:00"}, [2]),
        ({"end_time": "12:00"}, [1]),
        ({"start_time": "9:00", "end_time": "16:00"}, [1, 2]),
    ],
)
def test_a_day_and_times_are_of_the_same_stretch_of_a_week(client, coordinator, asked, expected):
    def week(*days):
        return [{"freq": "WEEKLY", "byday": day, "opens_at": opens, "closes_at": closes} for day, opens, closes in days]

    import_records(
        coordinator,
        a_service(1, schedules=week(("MO", "10:00", "12:00"), ("TU", "10:00", "12:00"))),
        a_service(2, schedules=week(("TU", "14:00", "16:00"))),
        a_service(3),
    )
    assert found(client, **asked) == expected


def test_the_times_of_one_place_are_not_those_of_another(client, coordinator):
    def at(number, day):
        return a_place(number) | {"schedules": [{"freq": "WEEKLY", "byday": day}]}

    import_records(coordinator, a_service(service_at_locations=[at(1, "MO"), at(2, "TU")]))
    answer = client.get(f"{HERE}service_at_locations?day=TU").json()
    assert [place["id"] for place in answer["contents"]] == [uuid_of(2002)]
    assert found(client, day="MO") == [1]


def test_terms_their_lists_and_organisations(client, coordinator):
    term = {"id": uuid_of(6), "name": "Food", "taxonomy_detail": {"id": uuid_of(5), "name": "Kinds of help"}}
    import_records(coordinator, a_service(1, attributes=[{"taxonomy_term": term}]), a_service(2))
    assert found(client, taxonomy_term_id=uuid_of(6)) == [1]
    assert found(client, taxonomy_id=uuid_of(5)) == [1]
    assert found(client, taxonomy_id=uuid_of(6)) == []
    assert found(client, organization_id=uuid_of(1002)) == [2]
    assert found(client, "service_at_locations", taxonomy_id=uuid_of(5)) == []


@pytest.mark.parametrize("model", [Service, Organization, ServiceAtLocation, Location])
def test_whatever_a_whole_service_shows_makes_it_newer(client, coordinator, model):
    import_records(coordinator, a_service(1, service_at_locations=[a_place()]), a_service(2))
    now = clock.now()
    assert found(client, modified_after=now.isoformat()) == []
    changed = model.objects.order_by("pk").first()
    changed.change()
    assert found(client, modified_after=now.isoformat()) == [1]
    assert found(client, "service_at_locations", modified_after=now.isoformat()) == [1]
    assert found(client, modified_after="2001-01-01") == [1, 2]


def test_the_moment_told_is_one_to_go_on_from(client, coordinator):
    import_records(coordinator, a_service())
    told = client.get(f"{HERE}services/{uuid_of(1)}").json()["last_modified"]
    assert found(client, modified_after=told) == [1]


def test_a_postcode_asks_who_serves_it_and_a_distance_how_near(client, coordinator):
    Whereabouts.objects.create(code="SE13", latitude=51.46, longitude=-0.01, councils=["Lewisham"])
    import_records(
        coordinator,
        a_service(1, service_at_locations=[a_place(1)]),
        a_service(2, service_areas=[{"name": "SE13"}], service_at_locations=[a_place(2, latitude=51.50)]),
        a_service(3, service_areas=[{"name": "BR1"}], service_at_locations=[a_place(3)]),
        a_service(4, service_areas=[{"name": "Lewisham"}], service_at_locations=[a_place(4, longitude=0.1)]),
    )
    assert found(client, "service_at_locations", postcode="se136ab") == [1, 2, 4]
    assert found(client, "service_at_locations", postcode="SE13 6AB", proximity=2000) == [1]
    assert found(client, "service_at_locations", postcode="SE13 6AB", proximity=7000) == [1, 2]
    assert found(client, "service_at_locations", postcode="SE13 6AB", proximity=9000) == [1, 2, 4]
    assert found(client, "service_at_locations", postcode="M1 1AA", proximity=9000) == []


@pytest.mark.parametrize("asked", ["day=Caturday", "start_time=noon", "taxonomy_id=x", "postcode=x", "end_time=25:00"])
def test_words_that_cannot_be_read_match_nothing_and_that_is_said(client, coordinator, asked):
    import_records(coordinator, a_service(service_at_locations=[a_place()]))
    page = client.get(f"{HERE}service_at_locations?{asked}").json()
    assert page["empty"]
    assert page["linkworks"]["not_understood"] == [asked.partition("=")[0]]


@pytest.mark.parametrize(
    "asked",
    [
        "page=two",
        "page=1.5",
        "age=",
        "modified_after=",
        "per_page=1O",
        "minimum_age=old",
        "age=0x12",
        "modified_after=yesterday",
        "modified_after=2026-02-31",
    ],
)
def test_what_is_not_of_its_type_is_refused_with_a_sentence(client, asked):
    answer = client.get(f"{HERE}services?{asked}")
    assert answer.status_code == 400
    assert asked.partition("=")[0] in answer.json()["error"]


@pytest.mark.parametrize(
    ("asked", "number", "size"),
    [
        ("page=-1", 1, 3),
        ("page=0&per_page=0", 1, 1),
        ("page=2&per_page=2", 2, 1),
        ("page=99999999999999999999999", 10**12, 0),
        ("per_page=1e9", 1, 3),
        ("per_page=-5", 1, 1),
        ("page=1e999", 10**12, 0),
    ],
)
def test_a_page_out_of_bounds_is_the_nearest_or_empty(client, coordinator, asked, number, size):
    import_records(coordinator, *map(a_service, (1, 2, 3)))
    page = client.get(f"{HERE}services?{asked}").json()
    assert (page["page_number"], page["size"], page["total_items"]) == (number, size, 3)
    assert page["empty"] == (size == 0)


@pytest.mark.parametrize(
    "asked",
    [
        "search=%00",
        "search=%27%22%26%7C%21%28",
        "search=" + "a+" * 5000,
        "age=-1e999",
        "maximum_age=1e400",
        "minimum_age=-99999999999999999999",
        "modified_after=0001-01-01T00:00:00%2B14:00",
        "modified_after=9999-12-31T23:59:59-14:00",
        "modified_after=9999-12-31",
        "modified_after=0001-01-01",
        "proximity=-1&postcode=SE13",
        "proximity=1e999&postcode=ZZ99+3WZ",
    ],
)
def test_nothing_that_is_asked_breaks_it(client, coordinator, asked):
    import_records(coordinator, a_service(service_at_locations=[a_place()]))
    for path in ("services", "service_at_locations", "organizations", "taxonomies"):
        assert client.get(f"{HERE}{path}?{asked}").status_code == 200


@pytest.mark.parametrize("path", ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"])
def test_what_names_no_entry_is_not_there(client, path):
    for wrong in ("1", uuid_of(9), "%00", "%F0%9F%8D%B2"):
        answer = client.get(f"{HERE}{path}/{wrong}")
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
