"""Every page about a person: for whom it opens, and whose look is logged."""

import pytest
from django.urls import reverse

from linkworks.domain.people.tests.factories import (
    AdjustmentFactory,
    AlertFactory,
    ConsentFactory,
    ContactDetailFactory,
    RelatedPersonFactory,
)
from linkworks.foundation.audit.models import ViewEntry

pytestmark = pytest.mark.django_db

PAGES = [
    "person",
    "identity",
    "address",
    "language",
    "practice",
    "death",
    "death_mistake",
    "telephone_new",
    "email_new",
    "alert_new",
    "communication_needs",
    "supporter_new",
    "consent_new",
]
ROW_PAGES = {
    "telephone": ContactDetailFactory,
    "contact_detail_end": ContactDetailFactory,
    "alert": AlertFactory,
    "alert_end": AlertFactory,
    "adjustment": AdjustmentFactory,
    "adjustment_end": AdjustmentFactory,
    "supporter": RelatedPersonFactory,
    "supporter_end": RelatedPersonFactory,
    "consent_withdraw": ConsentFactory,
}


def address(person, name):
    rows = [ROW_PAGES[name](person=person).pk] if name in ROW_PAGES else []
    return reverse(f"people:{name}", args=[person.pk, *rows])


@pytest.mark.parametrize("name", [*PAGES, *ROW_PAGES])
def test_the_page_opens_for_whoever_said_why_and_the_look_is_logged(opened, person, name):
    response = opened.get(address(person, name))
    assert response.status_code == 200
    assert "Rosa Marshall" in response.content.decode()
    look = ViewEntry.objects.get()
    assert (look.person_ids, look.reason, look.actor_name) == ([person.pk], "client_rang", "Amina Yusuf")


@pytest.mark.parametrize("name", [*PAGES, *ROW_PAGES])
def test_without_a_reason_the_page_asks_for_one(signed_in, team_lead, person, name):
    response = signed_in(team_lead).get(address(person, name))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("casework:open_record", args=[person.pk]))


@pytest.mark.parametrize("name", [*PAGES, *ROW_PAGES])
@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_for_everybody_else_there_is_nobody(request, signed_in, person, name, who):
    path = address(person, name)
    assert signed_in(request.getfixturevalue(who)).get(path).status_code == 404


def test_a_row_that_has_ended_has_no_page(opened, person):
    alert = AlertFactory(person=person, ended_at="2026-01-01T10:00Z")
    assert opened.get(reverse("people:alert", args=[person.pk, alert.pk])).status_code == 404
