"""What a feed writes is words on every page that shows it, whatever it would like to be."""

import pytest
from django.urls import reverse

from linkworks.domain.directory.models import DirectoryImport, Service
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.domain.onward.actions.hand_out import hand_out
from linkworks.domain.onward.actions.sheets import make_sheet
from linkworks.domain.onward.tests.conftest import case
from linkworks.domain.onward.tests.factories import OptionFactory

pytestmark = pytest.mark.django_db

__all__ = ["case"]
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
    "&lt;script&gt;alert(4)&lt;/script&gt;\"'>"
)
RECORD = {
    "id": "s1",
    "name": f"Lunch {HOSTILE}",
    "alternate_name": f"Dinner {HOSTILE}",
    "description": f"<p>Tea</p>{HOSTILE}",
    "status": "active",
    "eligibility_description": HOSTILE,
    "fees_description": f"Free {HOSTILE}",
    "url": "javascript:alert(5)",
    "email": "tea@example.org",
    "alert": HOSTILE,
    "phones": [{"number": f"020 7946 0123 {HOSTILE}"}],
    "languages": [{"name": HOSTILE}],
    "service_areas": [{"name": HOSTILE}],
    "schedules": [{"description": f"Mondays {HOSTILE}", "byday": "MO"}],
    "attributes": [{"taxonomy_term": {"id": "t1", "name": HOSTILE}}],
    "organization": {"id": "o1", "name": f"The Albany {HOSTILE}", "description": HOSTILE},
    "service_at_locations": [
        {"location": {"id": "l1", "name": f"Hall {HOSTILE}", "addresses": [{"address_1": HOSTILE}]}}
    ],
    "unknown": HOSTILE,
}


@pytest.fixture
def hostile(coordinator):
    import_records(coordinator, RECORD)
    return Service.objects.get()


def insist_on_words(response):
    html = response.content.decode()
    assert response.status_code == 200
    for markup in ("<script>alert", "<img src=x", "<svg onload", 'href="javascript:', 'src="javascript:'):
        assert markup not in html, markup
    assert "Lunch" in html


def test_pages_of_staff(hostile, signed_in, coordinator, link_worker):
    batch = DirectoryImport.objects.get()
    number = batch.rows.get(kind="service").number
    for path in (
        reverse("directory:import", args=[batch.pk]),
        reverse("directory:import", args=[batch.pk]) + "?show=mended",
        reverse("directory:import_row", args=[batch.pk, number]),
    ):
        insist_on_words(signed_in(coordinator).get(path))
    worker = signed_in(link_worker)
    for path in ("/directory?q=lunch", *(f"/directory/{hostile.pk}{more}" for more in ("", "/edit", "/origins"))):
        insist_on_words(worker.get(path))


def test_pages_for_the_public(hostile, client, team):
    found = client.get(reverse("public_site:find_support", args=[team.slug]), {"q": "lunch"})
    insist_on_words(found)
    insist_on_words(client.get(reverse("public_site:service", args=[team.slug, hostile.pk])))


def test_the_list_that_a_client_keeps(hostile, client, signed_in, case, link_worker):
    case.person.change(date_of_birth="1950-01-31")
    option = OptionFactory(case=case, service=hostile)
    sheet = make_sheet(link_worker, case=case, options=[option.pk])
    sheet.entries.update(
        what="A warm lunch with others.", times="", first_time="", joining="", getting_there="", cost=""
    )
    token = hand_out(link_worker, sheet=sheet)
    insist_on_words(client.post(f"/sheet/{token}/year", {"year": "1950"}, follow=True))
