"""Rosa keeps a sheet of her options: handed out by her link worker, answered on an old phone, told on My day."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.models import ClientChoice
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from tests.support import axe
from tests.support.browser import PHONE
from tests.support.manners import rudeness

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def options_page(team, link_worker) -> str:
    with acting(Actor.system("test", team.pk)):
        case = CaseFactory(team=team, worker_id=link_worker.user_id)
        case.person.change(date_of_birth="1950-01-31")
        lunch = ServiceFactory(name="Deptford lunch club", telephone="020 7946 0106", referral_routes=["self"])
        refuge = ServiceFactory(name="Rising Again", description="A group for women after domestic abuse.")
        for service in (lunch, refuge):
            OptionFactory(case=case, service=service)
    return reverse("onward:options", args=[case.pk])


def the_worker_makes_a_sheet(page: Page, options_page: str) -> str:
    """And hands it out: the address of its link."""
    page.goto(options_page)
    page.get_by_role("link", name="Make a sheet to keep").click()
    expect(page.get_by_text("Its entry says “abuse”.")).to_be_visible()
    page.get_by_label("Deptford lunch club").check()
    page.get_by_role("button", name="Make the sheet").click()
    expect(page.locator("main")).not_to_contain_text("Rising Again")
    page.get_by_role("button", name="Make a link and a code").click()
    expect(page.get_by_alt_text("A square code.")).to_be_visible()
    return page.get_by_label("The link").input_value()


def change_the_words(page: Page) -> None:
    page.get_by_role("link", name="Change the words").click()
    page.get_by_label("The first time").fill("Multidisciplinary assessment of participants.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Too hard to read: “Multidisciplinary").first).to_be_visible()
    page.get_by_label("The first time").fill("Jo meets you at the door.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Jo meets you at the door.")).to_be_visible()


def rosa_opens_it(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("The year you were born").fill("1951")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text("That year does not open it.").first).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Rosa")
    page.get_by_label("The year you were born").fill("1950")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", name="Deptford lunch club")).to_be_visible()
    expect(page.get_by_text("Jo meets you at the door.")).to_be_visible()


def rosa_answers(page: Page) -> None:
    page.get_by_role("link", name="Larger print").click()
    page.get_by_label("Anything you want to say?").fill("I used to cook for forty.")
    page.get_by_role("button", name="Tell me more").click()
    expect(page.get_by_text("Thank you. You said: Tell me more")).to_be_visible()
    page.get_by_role("button", name="Yes please").click()
    expect(page.get_by_text("Thank you. You said: Yes please")).to_be_visible()
    expect(page.get_by_role("link", name="Smaller print")).to_be_visible()


def the_answer_is_on_my_day(page: Page) -> None:
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Deptford lunch club")
    page.get_by_role("link", name="Deptford lunch club").first.click()
    expect(page.locator("main")).to_contain_text("by themselves on their options sheet")
    expect(page.locator("main")).to_contain_text("I used to cook for forty.")


def test_the_choice_is_rosas(desk, plain_desk, options_page, team, link_worker):
    worker = desk.page_of(link_worker)
    address = the_worker_makes_a_sheet(worker, options_page)
    change_the_words(worker)
    phone = plain_desk.page_of(None, size=PHONE)
    rosa_opens_it(phone, address.replace("http://localhost:8000", plain_desk.address))
    rosa_answers(phone)
    the_answer_is_on_my_day(worker)
    with acting(Actor.system("test", team.pk)):
        assert list(ClientChoice.objects.order_by("at").values_list("choice", "by")) == [
            ("tell_me_more", None),
            ("yes", None),
        ]


def test_a_link_that_opens_nothing_is_a_good_page_too(desk):
    page = desk.page_of(None, size=PHONE)
    answer = page.goto("/sheet/never-was")
    assert answer is not None
    assert answer.status == 404
    assert not axe.faults(page) + rudeness(page)
