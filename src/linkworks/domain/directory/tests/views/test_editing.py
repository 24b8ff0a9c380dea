import pytest
from django.urls import reverse

from linkworks.domain.directory.models import LocalEdit, Service, ServiceNote
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.access.database import acting

pytestmark = pytest.mark.django_db

TOLD = {
    "id": "s1",
    "name": "Talking Therapies",
    "status": "active",
    "minimum_age": 16,
    "service_areas": [{"name": "Lewisham"}],
    "service_at_locations": [{"location": {"id": "l1", "name": "House"}}],
}
ANSWER = {
    "eligibility": "Adults",
    "minimum_age": "18",
    "maximum_age": "",
    "age_of": "client",
    "gender": "any",
    "areas": "Lewisham",
    "postcode_districts": "se13\r\nSE14",
    "conditions_needed": "",
    "conditions_ruled_out": "mh_crisis",
    "most_referrals": "1",
    "most_referrals_days": "7",
    "first_reply": "within 6 weeks",
    "number_withheld": "yes",
    "bring": "Proof of address",
    "referral_routes": ["self"],
    "access_features": "",
    "is_secret": "on",
    "aliases": "Bench",
    "former_names": "IAPT",
}


@pytest.fixture
def service(coordinator):
    import_records(coordinator, TOLD)
    return Service.objects.get()


def address(name, service, *more):
    return reverse(f"directory:{name}", args=[service.pk, *more])


def text(response):
    return response.content.decode()


def test_what_is_edited_is_seen_searched_and_decided_on(signed_in, link_worker, service):
    client = signed_in(link_worker)
    client.post(address("edit", service), ANSWER)
    service.refresh_from_db()
    assert (service.eligibility, service.minimum_age, service.postcode_districts) == ("Adults", 18, ["SE13", "SE14"])
    assert (service.most_referrals, service.most_referrals_days, service.number_withheld) == (1, 7, True)
    assert (service.first_reply, service.bring, service.former_names) == (
        "within 6 weeks",
        ["Proof of address"],
        ["IAPT"],
    )
    assert service.places.get().location.is_confidential
    assert "service_areas" not in set(LocalEdit.objects.values_list("field", flat=True))
    assert "Talking Therapies" in text(client.get("/directory", {"q": "iapt"}))


def test_the_form_shows_what_is_and_saving_it_again_changes_nothing(signed_in, link_worker, service):
    client = signed_in(link_worker)
    client.post(address("edit", service), ANSWER)
    edits = LocalEdit.objects.count()
    html = text(client.get(address("edit", service)))
    assert "Proof of address" in html
    client.post(address("edit", service), ANSWER)
    assert LocalEdit.objects.count() == edits


def test_each_value_says_who_says_so_and_since_when(signed_in, link_worker, service):
    client = signed_in(link_worker)
    client.post(address("edit", service), ANSWER)
    html = text(client.get(address("origins", service)))
    for part in ("Amina Yusuf", "Said here", "Its source says: 16", "Feed", "Lewisham"):
        assert part in html


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"minimum_age": "60", "maximum_age": "50"}, "must not be below the youngest"),
        ({"postcode_districts": "Lewisham"}, "is no postcode district"),
        ({"aliases": "x" * 121}, "no more than 120 characters"),
        ({"gender": ""}, "Choose an answer"),
    ],
)
def test_what_makes_no_sense_is_answered(signed_in, link_worker, service, given, sentence):
    response = signed_in(link_worker).post(address("edit", service), ANSWER | given)
    assert response.status_code == 422
    assert sentence in text(response)


def test_a_note_is_the_teams_own_and_can_be_withdrawn(signed_in, link_worker, service, other_team_worker):
    client = signed_in(link_worker)
    assert "Ring before ten" in text(client.post(address("notes", service), {"words": "Ring before ten"}, follow=True))
    with acting(other_team_worker):
        assert not ServiceNote.objects.exists()
    note = ServiceNote.objects.get()
    assert "Ring before ten" not in text(client.get(address("service", service)))
    html = text(client.post(address("note_withdraw", service, note.pk), follow=True))
    assert "Ring before ten" not in html


@pytest.mark.parametrize("name", ["edit", "notes", "origins"])
def test_a_commissioner_keeps_no_service(signed_in, commissioner, service, name):
    assert signed_in(commissioner).get(address(name, service)).status_code == 403
