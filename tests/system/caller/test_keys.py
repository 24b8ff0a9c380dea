"""A telephone at one ear and one hand free: calls by keyboard alone, key by key."""

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.outreach.models import CampaignContact, ScriptAnswer
from linkworks.domain.outreach.rules import OUTCOME_KEYS
from linkworks.domain.outreach.scripts.content import StepKind
from linkworks.domain.outreach.shipped import welfare
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from tests.system.caller.conftest import SCRIPT

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]
MOST_KEYS = 25
LANGUAGE = [one["code"] for one in welfare()["outcomes"]].index("language")


def keys_for_all_is_well(page: Page) -> list[str]:
    """What answers the step that is shown with its first answer."""
    key = page.locator("[name=step]").first.input_value()
    kind = SCRIPT.steps[key].kind
    return {StepKind.CHOICE: ["1"], StepKind.SEVERAL: ["1", "Enter"]}.get(kind, ["Enter"])


def state_of(team) -> tuple[str, str]:
    with acting(Actor.system("test", team.pk)):
        contact = CampaignContact.objects.select_related("last_outcome").get()
    return contact.state, contact.last_outcome.code


def test_no_answer_takes_two_keys(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    for key in ("o", "2"):
        page.keyboard.press(key)
    expect(page.get_by_text("Saved. Ring the next person when you are ready.")).to_be_visible()
    assert state_of(team) == ("resting", "no-answer")


def test_escape_takes_o_back_and_the_next_number_is_an_answer(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    asked = page.locator("#say").inner_text()
    page.keyboard.press("o")
    expect(page.locator("[data-waits-for=outcome]")).to_be_visible()
    for key in ("Escape", "1"):
        page.keyboard.press(key)
    expect(page.locator("#say")).not_to_have_text(asked)


def test_enter_behind_a_time_does_not_say_how_it_went(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    time = page.get_by_label("Time", exact=True)
    time.fill("3pm")
    time.press("Enter")
    time.fill("")
    page.locator("h1").click()
    for key in ("o", "2"):
        page.keyboard.press(key)
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert state_of(team) == ("resting", "no-answer")


def test_another_language_is_asked_for_and_chosen_by_its_first_letters(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    for key in ("o", OUTCOME_KEYS[LANGUAGE]):
        page.keyboard.press(key)
    page.get_by_role("link", name="Choose which language they need.").press("Enter")
    expect(page.get_by_label("Which language do they need?")).to_be_focused()
    page.keyboard.type("Pol")
    expect(page.get_by_label("Which language do they need?")).to_have_value("Polish")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("Saved. Ring the next person when you are ready.")).to_be_visible()
    assert state_of(team) == ("resting", "language")


def answer_until(page: Page, key: str) -> None:
    while page.locator("[name=step]").first.input_value() != key:
        asked = page.locator("#say").inner_text()
        for pressed in keys_for_all_is_well(page):
            page.keyboard.press(pressed)
        expect(page.locator("#say")).not_to_have_text(asked)


def given_to(team, step: str) -> object:
    with acting(Actor.system("test", team.pk)):
        return ScriptAnswer.objects.get(step=step).given


def test_leaving_a_question_out_takes_one_key_more_than_answering_it(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    answer_until(page, "food-enough")
    asked = page.locator("#say").inner_text()
    for key in ("l", "2"):
        page.keyboard.press(key)
    expect(page.locator("#say")).not_to_have_text(asked)
    assert given_to(team, "food-enough") == "left out: not the right moment"


def test_another_reason_is_typed_and_sent_with_enter(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    answer_until(page, "food-enough")
    asked = page.locator("#say").inner_text()
    for key in ("l", "4"):
        page.keyboard.press(key)
    expect(page.get_by_label("Another reason")).to_be_focused()
    page.keyboard.type("Her son does the shopping, 1 o'clock")
    page.keyboard.press("Enter")
    expect(page.locator("#say")).not_to_have_text(asked)
    assert given_to(team, "food-enough") == "left out: Her son does the shopping, 1 o'clock"


def test_a_call_in_which_all_is_well_takes_few_keys(desk, caller, team):
    page = desk.page_of(caller)
    page.goto("/calls/line")
    pressed = 0
    while page.locator("[name=step]").count():
        asked = page.locator("#say").inner_text()
        for key in keys_for_all_is_well(page):
            page.keyboard.press(key)
            pressed += 1
        expect(page.locator("#say")).not_to_have_text(asked)
    for key in ("o", "1"):
        page.keyboard.press(key)
        pressed += 1
    expect(page.get_by_text("Saved. Ring the next person when you are ready.")).to_be_visible()
    assert state_of(team) == ("ended", "talked")
    assert pressed <= MOST_KEYS, pressed
