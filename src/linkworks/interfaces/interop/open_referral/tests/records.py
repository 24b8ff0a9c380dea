"""Entries to read over the open door."""

from typing import Any
from uuid import UUID

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.models import Location
from linkworks.domain.directory.tests.imports.reading import import_records

HERE = "/open-referral/v3/"


def uuid_of(number: int) -> str:
    return str(UUID(int=number))


def a_service(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "id": uuid_of(number),
        "name": f"Lunch club {number}",
        "status": "active",
        "description": "A warm lunch and company.",
        "organization": {"id": uuid_of(1000 + number), "name": "Good Neighbours", "description": "A charity"},
    } | changes


def a_place(number: int = 1, **changes: Any) -> dict[str, Any]:
    location = {
        "id": uuid_of(3000 + number),
        "location_type": "physical",
        "name": "The Old Bakery",
        "latitude": 51.46,
        "longitude": -0.01,
        "addresses": [{"address_1": "12 Rose Lane", "city": "London", "postal_code": "SE13 6AB", "country": "GB"}],
    }
    return {"id": uuid_of(2000 + number), "location": location | changes}


def a_refuge(actor: Any, **changes: Any) -> None:
    """A service at a place that somebody here has marked as confidential."""
    import_records(actor, a_service(name="Safe House", service_at_locations=[a_place()], **changes))
    edit_entry(actor, entry=Location.objects.get(), changes={"linkworks.is_confidential": True})
