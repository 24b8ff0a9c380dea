"""Rosa would like the lunch club: found, put to her, passed on as she agreed, and how it went."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.people.tests.factories import ContactDetailFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.models import MessageContent

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def options_page(team, link_worker) -> str:
    with acting(Actor.system("test", team.pk)):
        case = CaseFactory(team=team, worker_id=link_worker.user_id)
        ContactDetailFactory(person=case.person, value="+447700900123")
        ServiceFactory(name="Deptford lunch club", email="intake@albany.example")
    return reverse("onward:options", args=[case.pk])


def put_to_rosa(page: Page) -> None:
    page.get_by_label("what came up?").fill("lunch")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Put to them").click()
    page.get_by_label("Yes please").check()
    page.get_by_label("Why, in their own words").fill("I miss eating with others")
    page.get_by_role("button", name="Put it among the options").click()
    expect(page.get_by_text("I miss eating with others")).to_be_visible()


def refer_on(page: Page) -> None:
    page.get_by_role("link", name="Choose how they get there").click()
    page.get_by_role("button", name="Refer on").click()
    page.get_by_label("What do you ask of them?").fill("A place on Tuesdays, please.")
    page.get_by_label("Yes, they said so").check()
    page.get_by_role("button", name="See exactly what will leave").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This is exactly what will leave")
    expect(page.get_by_text("A place on Tuesdays, please.")).to_be_visible()
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_text("No answer yet, sent just now.")).to_be_visible()


def say_how_it_went(page: Page) -> None:
    page.get_by_label("Received help").check()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("How was it for them?").fill("A lifeline")
    page.get_by_role("button", name="Save how it went").click()
    expect(page.get_by_text("Received help, need met").first).to_be_visible()
    expect(page.get_by_role("list", name="How far it got").get_by_text("Need met")).to_be_visible()


@pytest.mark.parametrize("kind", ["desk", "plain_desk"])
def test_from_what_came_up_to_help_received(request, kind, options_page, team, link_worker):
    page = request.getfixturevalue(kind).page_of(link_worker)
    page.goto(options_page)
    put_to_rosa(page)
    refer_on(page)
    say_how_it_went(page)
    with acting(Actor.system("test", team.pk)):
        content = MessageContent.objects.get()
    assert content.recipient == "intake@albany.example"
    assert "A place on Tuesdays, please." in content.body
