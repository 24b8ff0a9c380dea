"""An answer was pressed wrongly: the caller goes back, by key or by button, and puts it right."""

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.outreach.models import ScriptAnswer
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


def is_asked(page: Page, words: str) -> None:
    expect(page.locator("#say")).to_contain_text(words)


def given_to(team, step: str) -> list:
    with acting(Actor.system("test", team.pk)):
        return list(ScriptAnswer.objects.filter(step=step).order_by("at").values_list("given", flat=True))


def press_answer(page: Page, label: str) -> None:
    page.locator(".app-call__answers").get_by_role("button", name=label).click()


def test_two_keys_put_the_last_answer_right(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    page.keyboard.press("2")
    is_asked(page, "My name is Joan Abbott")
    page.keyboard.press("b")
    is_asked(page, "May I speak to")
    page.keyboard.press("1")
    is_asked(page, "My name is Joan Abbott")
    assert given_to(team, "who-answered") == ["fetching", "person"]


def test_keys_lead_back_one_by_one_and_enter_leaves_an_answer_as_it_is(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    page.keyboard.press("1")
    is_asked(page, "My name is Joan Abbott")
    page.keyboard.press("1")
    is_asked(page, "So that I know")
    page.keyboard.press("b")
    is_asked(page, "My name is Joan Abbott")
    page.keyboard.press("b")
    is_asked(page, "May I speak to")
    page.keyboard.press("Enter")
    is_asked(page, "So that I know")
    assert given_to(team, "who-answered") == ["person"]


def test_the_wrong_person_after_all(seat, caller, team):
    page = seat.page_of(caller)
    page.goto("/calls/line")
    for label, then in (
        ("It is them", "My name is Joan Abbott"),
        ("Happy to carry on", "So that I know"),
        ("Both are right", "Have you about ten minutes?"),
        ("Yes", "Are you on your own"),
    ):
        page.locator(".app-call__answers li").get_by_role("button", name=label).first.click()
        is_asked(page, then)
    page.get_by_role("button", name="Change the answer to: So that I know").click()
    expect(page.get_by_text("This is answered already.")).to_be_visible()
    press_answer(page, "It does not fit")
    is_asked(page, "I may have the wrong number")
    expect(page.get_by_text("1 other answer counts no more")).to_be_visible()
    expect(page.get_by_role("button", name="Change the answer to: Have you about")).to_have_count(0)
    assert given_to(team, "two-facts") == ["right", "wrong"]


def test_practice_has_it_too(seat, caller):
    page = seat.page_of(caller)
    page.goto("/calls/practice/rosa")
    press_answer(page, "I am told that they have died")
    is_asked(page, "I am so sorry")
    page.get_by_role("button", name="Back to the last question").click()
    press_answer(page, "It is them")
    is_asked(page, "My name is Joan Abbott")
