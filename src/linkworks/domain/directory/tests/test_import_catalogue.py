import pytest

from linkworks.domain.directory.actions.import_catalogue import import_catalogue
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db

ENTRY = {
    "id": "S1",
    "name": "Kettle On Calls",
    "description": "A friendly regular telephone call.",
    "categories": ["befriending"],
    "eligibility": {
        "text": "People aged 50 and over",
        "age_min": 50,
        "age_max": None,
        "age_of": "client",
        "areas": ["Lewisham"],
        "postcode_districts": None,
        "gender": "any",
        "conditions_any": ["bereaved"],
        "conditions_none": [],
    },
    "status": "open",
    "location": {"postcode_district": "SE13", "lat": 51.45, "lon": -0.01, "approximate": True},
    "days_hours": "Mon-Wed 10:00-12:00, Sat",
    "cost": "free",
    "access_features": ["from home"],
    "referral_routes": ["self"],
    "languages": ["English"],
    "delivery": ["phone"],
    "phone": "020 7946 0188",
    "fictional": True,
}


def test_a_second_load_is_a_difference(coordinator):
    assert import_catalogue(coordinator, source="catalogue", entries=[ENTRY]) == {"new": 1}
    assert import_catalogue(coordinator, source="catalogue", entries=[ENTRY]) == {"same": 1}
    shut = ENTRY | {"status": "closed"}
    assert import_catalogue(coordinator, source="catalogue", entries=[shut]) == {"changed": 1}
    service = Service.objects.get()
    assert service.live_state == LiveState.CLOSED_FOR_NOW
    assert service.places.get().location.district == "SE13"


def test_every_fact_of_an_entry_arrives(coordinator):
    import_catalogue(coordinator, source="catalogue", entries=[ENTRY])
    service = Service.objects.get()
    assert (service.minimum_age, service.conditions_needed, service.areas) == (50, ["bereaved"], ["Lewisham"])
    assert (service.categories, service.is_free, service.telephone) == (["befriending"], True, "020 7946 0188")
    assert service.times == "Mon-Wed 10:00-12:00, Sat"
    times = list(service.opening_times.order_by("weekday").values_list("weekday", "opens__hour"))
    assert times == [(0, 10), (1, 10), (2, 10), (5, None)]
    assert service.places.get().location.is_approximate
    assert service.record["fictional"] is True
    assert service.organization.name == "Kettle On Calls"


def test_a_link_worker_does_not_load_catalogues(link_worker):
    with pytest.raises(NotAllowed):
        import_catalogue(link_worker, source="catalogue", entries=[ENTRY])
