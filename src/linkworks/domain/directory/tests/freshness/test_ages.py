import pytest
from django.urls import reverse

from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.presenters.ages import READ_FROM, aged
from linkworks.domain.directory.presenters.service import ServiceCard, detail_rows, reach_rows
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.origins import origins_on_page
from linkworks.domain.directory.tests.imports.reading import import_records
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "id": "s1",
    "name": "Talking Therapies",
    "alternate_name": "TT",
    "description": "Somebody to talk to",
    "status": "active",
    "email": "tt@example.org",
    "url": "https://tt.example",
    "phones": [{"number": "020 7946 0100"}],
    "eligibility_description": "Adults",
    "minimum_age": 18,
    "maximum_age": 65,
    "service_areas": [{"name": "Lewisham"}],
    "schedules": [{"byday": "MO", "opens_at": "09:00", "attending_type": "online"}],
    "fees_description": "Free",
    "languages": [{"name": "English"}],
    "required_documents": [{"document": "Passport"}],
    "attributes": [{"taxonomy_term": {"id": "t1", "name": "Talking", "taxonomy": "kinds"}}],
    "service_at_locations": [{"location": {"id": "l1", "name": "The House"}}],
    "linkworks": {
        "gender": "women",
        "conditions_needed": ["bereaved"],
        "conditions_ruled_out": ["mh_crisis"],
        "most_referrals": 1,
        "most_referrals_days": 7,
        "first_reply": "within 6 weeks",
        "number_withheld": True,
        "referral_routes": ["self"],
        "access_features": ["step-free"],
        "former_names": ["IAPT"],
    },
}


@pytest.fixture
def service(coordinator):
    import_records(coordinator, EVERYTHING)
    return get_service(coordinator, Service.objects.get().pk)


def text(response):
    return " ".join(response.content.decode().split())


def test_every_value_on_the_page_says_who_says_it_and_how_old_it_is(coordinator, service):
    rows = (*reach_rows(service), *ServiceCard.of(service).rows, *detail_rows(service))
    rows = [row for row in rows if row.key != "Information from"]
    shown = aged(rows, origins_on_page(coordinator, service))
    assert {row.key for row in shown} == READ_FROM.keys() - {"What it is", "State"}, "nothing is left out of this test"
    assert {row.key: row.age for row in shown} == {row.key: "Feed, today" for row in shown}


def test_what_a_colleague_says_is_the_colleagues(signed_in, link_worker, service):
    changes = {"fees_description": "£2", "linkworks.live_state": "full"}
    edit_entry(link_worker, entry=service, changes=changes)
    place = service.places.get().location
    edit_entry(link_worker, entry=place, changes={"name": "The other house"})
    client, page = signed_in(link_worker), reverse("directory:service", args=[service.pk])
    html = text(client.get(page))
    assert html.count("Amina Yusuf, today") == 3
    assert "Full: Amina Yusuf, today" in html
    with at_most(14):
        client.get(page)


def test_what_the_person_will_experience_stands_on_the_page(signed_in, link_worker, service):
    html = text(signed_in(link_worker).get(reverse("directory:service", args=[service.pk])))
    for said in ("within 6 weeks", "the number is withheld", "Passport", "1 referral of one person in 7 days", "IAPT",
                 "18 to 65", "bereaved", "mh crisis", "Women", "step-free"):  # fmt: skip
        assert said in html, said


def test_who_said_it_is_for_those_who_keep_the_directory(signed_in, commissioner, service):
    html = text(signed_in(commissioner).get(reverse("directory:service", args=[service.pk])))
    assert "within 6 weeks" in html
    assert "app-service__age" not in html
