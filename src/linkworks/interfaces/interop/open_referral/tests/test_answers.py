import pytest

from linkworks.domain.directory.actions.check import confirm_service
from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.models import Service, Source
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.core import clock
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_service, uuid_of
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db


def contents(client, path):
    return client.get(HERE + path).json()["contents"]


def test_the_details_say_which_standard_this_is(client):
    assert client.get(HERE).json()["version"] == "HSDS-UK-3.0"


def test_a_service_is_told_whole_with_what_we_say_over_it(client, coordinator):
    schedule = {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}
    import_records(
        coordinator,
        a_service(schedules=[schedule], phones=[{"number": "020 7946 0001"}], service_at_locations=[a_place()]),
    )
    edit_entry(coordinator, entry=Service.objects.get(), changes={"alert": "Moved upstairs", "linkworks.gender": "men"})
    service = client.get(f"{HERE}services/{uuid_of(1)}").json()
    assert (service["name"], service["alert"], service["linkworks"]["gender"]) == (
        "Lunch club 1",
        "Moved upstairs",
        "men",
    )
    assert service["schedules"][0]["byday"] == "MO"
    assert service["phones"][0]["number"] == "020 7946 0001"
    assert service["organization"]["name"] == "Good Neighbours"
    (place,) = service["service_at_locations"]
    assert place["location"]["addresses"][0]["address_1"] == "12 Rose Lane"
    assert (place["id"], place["location_id"]) == (uuid_of(2001), uuid_of(3001))


def test_the_assured_date_is_that_of_whoever_assured_it_last(client, coordinator):
    told = {"assured_date": "2020-01-31", "assurer_email": "jo@example.org"}
    import_records(coordinator, a_service(**told), a_service(2, **told, linkworks={"assured_on": "no day"}))
    confirm_service(coordinator, service=Service.objects.get(pk=uuid_of(1)), told_by="Jo Private")
    first, second = (client.get(f"{HERE}services/{uuid_of(number)}") for number in (1, 2))
    assert first.json()["assured_date"] == clock.today().isoformat()
    assert second.json()["assured_date"] == "2020-01-31"
    assert not any(kept in first.content.decode() for kept in ("Jo Private", "jo@example.org"))


def test_lists_hold_no_lists_unless_all_is_asked_for(client, coordinator):
    import_records(coordinator, a_service(service_at_locations=[a_place()], languages=[{"name": "Welsh"}]))
    (listed,) = contents(client, "services")
    assert {"languages", "service_at_locations"}.isdisjoint(listed)
    (whole,) = contents(client, "services?full=true")
    assert whole["languages"][0]["name"] == "Welsh"
    assert whole == client.get(f"{HERE}services/{uuid_of(1)}").json()


def test_a_service_at_a_place_names_both(client, coordinator):
    import_records(coordinator, a_service(service_at_locations=[a_place()]))
    (listed,) = contents(client, "service_at_locations")
    assert (listed["service"]["name"], listed["location"]["name"]) == ("Lunch club 1", "The Old Bakery")
    whole = client.get(f"{HERE}service_at_locations/{listed['id']}").json()
    assert whole["location"]["addresses"]
    assert whole["service"]["organization"]["name"] == "Good Neighbours"


def test_organisations_tell_of_their_services(client, coordinator):
    import_records(coordinator, a_service())
    (listed,) = contents(client, "organizations")
    whole = client.get(f"{HERE}organizations/{listed['id']}").json()
    assert [service["name"] for service in whole["services"]] == ["Lunch club 1"]


def test_terms_and_their_lists(client, coordinator):
    taxonomy = {"id": uuid_of(5), "name": "Kinds of help"}
    term = {"id": uuid_of(6), "name": "Food", "taxonomy_detail": taxonomy}
    import_records(coordinator, a_service(attributes=[{"taxonomy_term": term}]))
    assert [one["name"] for one in contents(client, "taxonomies")] == ["Kinds of help"]
    assert [one["name"] for one in contents(client, "taxonomy_terms")] == ["Food"]
    assert client.get(f"{HERE}taxonomies/{uuid_of(5)}").json()["taxonomy_terms"][0]["name"] == "Food"
    assert client.get(f"{HERE}taxonomy_terms/{uuid_of(6)}").json()["taxonomy_id"] == uuid_of(5)


def test_what_has_ended_or_gone_is_not_told(client, coordinator):
    import_records(coordinator, a_service(1), a_service(2), a_service(3, status="defunct"))
    import_records(coordinator, a_service(1), a_service(3, status="defunct"))
    assert [one["id"] for one in contents(client, "services")] == [uuid_of(1)]
    for gone in (2, 3):
        assert client.get(f"{HERE}services/{uuid_of(gone)}").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("services", 5),
        ("services?full=true", 6),
        ("service_at_locations", 5),
        ("organizations", 5),
        ("taxonomy_terms", 5),
    ],
)
def test_a_page_of_fifty_costs_as_many_queries_as_a_page_of_one(client, coordinator, path, most):
    """One of them counts who asks."""
    term = {"id": uuid_of(6), "name": "Food"}
    import_records(
        coordinator,
        *(
            a_service(number, service_at_locations=[a_place(number)], attributes=[{"taxonomy_term": term}])
            for number in range(1, 61)
        ),
    )
    with at_most(most):
        page = client.get(HERE + path).json()
    assert page["size"] == min(50, page["total_items"])


def test_whose_words_they_are_goes_along(client, coordinator):
    import_records(coordinator, a_service())
    assert "linkworks" not in client.get(f"{HERE}services/{uuid_of(1)}").json()
    Source.objects.update(licence="OGL v3.0")
    service = client.get(f"{HERE}services/{uuid_of(1)}").json()
    assert service["linkworks"]["source"] == {"licence": "OGL v3.0"}
