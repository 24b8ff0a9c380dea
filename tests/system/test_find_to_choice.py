"""From what Rosa says matters to an option that she chose herself, on her own link."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from linkworks.domain.casework.tests.factories import CaseFactory, WhatMattersFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.models import ClientChoice, ConfirmedCircumstance
from linkworks.domain.onward.selectors.looking import look_for_options
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from tests.support.browser import PHONE

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]
STORY = "I look after my mother and I never get out. I used to love walking. I do not drink."


@pytest.fixture
def case_page(team, link_worker) -> str:
    """Rosa's case, and services: one for her, one for carers alone, one for those who do drink."""
    with acting(Actor.system("test", team.pk)):
        case = CaseFactory(team=team, worker_id=link_worker.user_id)
        case.person.change(date_of_birth="1950-01-31")
        WhatMattersFactory(case=case, words=STORY)
        plain = {"telephone": "020 7946 0106", "referral_routes": ["self"]}
        ServiceFactory(name="Strollers", description="A walk with others every week.", categories=["walking"], **plain)
        ServiceFactory(
            name="Carers Hour",
            description="You meet other carers and have a cup of tea.",
            categories=["carers"],
            conditions_needed=["carer_adult"],
            **plain,
        )
        ServiceFactory(name="Dry Days", categories=["recovery"], conditions_needed=["alcohol_drugs"])
        look_for_options(link_worker, case)  # the language model takes its time at first
    return reverse("casework:case", args=[case.pk])


def find_options(page: Page, case_page: str) -> None:
    page.goto(case_page)
    page.get_by_role("link", name="Find options").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find options for Rosa")
    expect(page.locator("#story")).to_contain_text("I never get out")
    expect(page.get_by_role("heading", name="Carers Hour")).to_be_visible()
    expect(page.get_by_role("heading", name="Dry Days")).to_have_count(0)
    page.get_by_label("Anything else they told you?").fill("She would like company on a Tuesday.")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_label("Anything else they told you?")).to_have_value("She would like company on a Tuesday.")
    assert "Tuesday" not in page.url


def confirm_that_she_is_a_carer(page: Page) -> None:
    asked = page.locator("#circumstances li").filter(has_text="Looks after somebody without pay?")
    expect(asked).to_contain_text("look after my mother")
    asked.get_by_role("button", name="Yes").click()
    expect(page.locator("#circumstances")).to_contain_text("Confirmed just now by")


def put_to_her(page: Page) -> None:
    carers = page.locator("article").filter(has=page.get_by_role("heading", name="Carers Hour"))
    carers.get_by_role("button", name="Put to Rosa").click()
    expect(page.get_by_label("Why this one?")).not_to_have_value("")
    page.get_by_role("button", name="Put it among the options").click()
    walks = page.locator("article").filter(has=page.get_by_role("heading", name="Strollers"))
    walks.get_by_role("button", name="Keep it for their sheet").click()
    expect(page.get_by_role("link", name="Among the options already")).to_have_count(2)


def hand_her_a_sheet(page: Page) -> str:
    page.get_by_role("link", name="make a sheet to keep").click()
    page.get_by_label("Carers Hour").check()
    page.get_by_label("Strollers").check()
    page.get_by_role("button", name="Make the sheet").click()
    page.get_by_role("button", name="Make a link and a code").click()
    return page.get_by_label("The link").input_value()


def she_chooses(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("The year you were born").fill("1950")
    page.get_by_role("button", name="Open").click()
    card = page.get_by_role("region", name="Carers Hour")
    card.get_by_role("button", name="Yes please").click()
    expect(page.get_by_text("Thank you. You said: Yes please")).to_be_visible()


def the_choice_comes_back(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Carers Hour").first.click()
    expect(page.locator("main")).to_contain_text("by themselves on their options sheet")
    expect(page.locator("h1")).to_contain_text("Yes please")


@pytest.mark.parametrize("kind", ["desk", "plain_desk"])
def test_from_a_story_to_an_option_of_her_own_choosing(request, kind, case_page, team, link_worker):
    desk = request.getfixturevalue(kind)
    worker = desk.page_of(link_worker)
    find_options(worker, case_page)
    confirm_that_she_is_a_carer(worker)
    put_to_her(worker)
    address = hand_her_a_sheet(worker)
    she_chooses(desk.page_of(None, size=PHONE), address.replace("http://localhost:8000", desk.address))
    the_choice_comes_back(worker)
    with acting(Actor.system("test", team.pk)):
        chosen = ClientChoice.objects.get()
        assert (chosen.choice, chosen.by, chosen.option.service.name) == ("yes", None, "Carers Hour")
        assert [row.name for row in ConfirmedCircumstance.objects.all()] == ["carer_adult"]
