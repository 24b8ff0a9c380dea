"""Searches every answer for what must not be in it."""

import pytest

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.models import LocalEdit, Service, ServiceNote, Whereabouts
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.core import clock
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_refuge, a_service, uuid_of

pytestmark = pytest.mark.django_db

EVERYTHING = (
    *("services", "services?full=true", f"services/{uuid_of(1)}", "organizations", f"organizations/{uuid_of(1001)}"),
    *("service_at_locations", "service_at_locations?full=true", f"service_at_locations/{uuid_of(2001)}"),
)


def everything(client):
    answers = [client.get(HERE + path) for path in EVERYTHING]
    assert {answer.status_code for answer in answers} == {200}
    return "\n".join(answer.content.decode() for answer in answers)


@pytest.mark.parametrize("secret", ["Rose Lane", "SE13", "6AB", "51.46", "-0.01", "Old Bakery"])
def test_where_a_confidential_place_is(client, coordinator, secret):
    a_refuge(coordinator)
    assert secret not in everything(client)
    (place,) = client.get(f"{HERE}services/{uuid_of(1)}").json()["service_at_locations"]
    assert place["location"] == {"id": uuid_of(3001), "location_type": "physical"}


def test_what_its_neighbours_in_the_record_say_of_it(client, coordinator):
    a_refuge(
        coordinator,
        description="Find us at 12, rose  lane, London SE136AB. For women.",
        organization={"id": uuid_of(1001), "name": "Haven", "description": "Write to 12 Rose Lane"},
        contacts=[{"title": "Desk, 12 Rose Lane"}],
    )
    told = everything(client).lower()
    assert "rose" not in told
    assert "se13" not in told
    assert "for women" in told


def test_the_same_place_told_twice(client, coordinator):
    a_refuge(coordinator)
    organization = {"id": uuid_of(1001), "name": "Good Neighbours"}
    shop = a_service(2, organization=organization, service_at_locations=[a_place(2)])
    import_records(coordinator, a_service(name="Safe House", service_at_locations=[a_place()]), shop)
    assert "51.46" not in everything(client) + client.get(f"{HERE}services/{uuid_of(2)}").content.decode()


def test_a_confidential_place_is_near_nothing(client, coordinator):
    a_refuge(coordinator)
    other = a_service(2, service_at_locations=[a_place(2, addresses=[{"postal_code": "SE13 7ZZ"}])])
    import_records(coordinator, a_service(name="Safe House", service_at_locations=[a_place()]), other)
    Whereabouts.objects.create(code="SE13", latitude=51.46, longitude=-0.01)
    near = client.get(f"{HERE}service_at_locations?postcode=SE13&proximity=2000000").json()["contents"]
    assert [place["service_id"] for place in near] == [uuid_of(2)]


def test_what_the_team_keeps_to_itself(client, coordinator, link_worker):
    metadata = [{"updated_by": "SECRET", "previous_value": "SECRET"}]
    import_records(
        coordinator,
        a_service(
            metadata=metadata,
            internal_notes="SECRET",
            assurer_email="secret@example.org",
            contacts=[{"name": "SECRET", "email": "secret@example.org", "title": "Manager", "metadata": metadata}],
            service_at_locations=[a_place(addresses=[{"attention": "SECRET", "address_1": "1 High Street"}])],
            url={"no": "SECRET"},
            linkworks={"assured_by": "SECRET", "note": "SECRET", "live_state": "full"},
        ),
    )
    service = Service.objects.get()
    ServiceNote.objects.create(
        team_id=link_worker.team_id, service=service, words="SECRET", by_name="SECRET", at=clock.now()
    )
    edit_entry(coordinator, entry=service, changes={"linkworks.assured_by": "SECRET", "anything": "SECRET"})
    assert LocalEdit.objects.filter(by_name=coordinator.name).exists()
    told = everything(client)
    assert "secret" not in told.lower()
    assert coordinator.name not in told
    assert "Manager" in told
    assert '"live_state": "full"' in told
