"""The connection goes in the middle of a call: nothing that was said, typed or pressed is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.outreach.actions.hand_out import give_back
from linkworks.domain.outreach.models import CallAttempt, CampaignContact, LateNote, ScriptAnswer
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]
KEPT = re.compile("“.+” is kept in this browser, and sent when it is back")
# Signing out as far as this browser goes: the page stays, for there is no connection to another.
SIGN_OUT = """() => {
  const form = document.querySelector("[data-signs-out]");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.requestSubmit();
}"""
CUT_OFF = "ERR_INTERNET_DISCONNECTED"


@pytest.fixture
def page(desk, caller) -> Page:
    """On a call."""
    page = desk.page_of(caller)
    page.goto("/calls/line")
    return page


def kept_here(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage)")


def test_an_answer_waits_for_the_connection_and_the_script_goes_on(desk, page, team):
    asked = page.locator("#say").inner_text()
    page.context.set_offline(True)
    page.keyboard.press("1")
    expect(page.get_by_text(KEPT)).to_be_visible()
    expect(page.locator("#say")).to_have_text(asked)
    page.context.set_offline(False)
    expect(page.locator("#say")).not_to_have_text(asked)
    with acting(Actor.system("test", team.pk)):
        assert ScriptAnswer.objects.get().given == "person"
    desk.forgive(CUT_OFF)


def test_how_it_went_is_saved_with_the_note_once_the_connection_is_back(desk, page, team):
    page.context.set_offline(True)
    page.get_by_label("Note").fill("She rang off to see to the door.")
    page.locator("h1").click()
    for key in ("o", "2"):
        page.keyboard.press(key)
    expect(page.get_by_text(KEPT)).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Saved. Ring the next person when you are ready.")).to_be_visible()
    with acting(Actor.system("test", team.pk)):
        attempt = CallAttempt.objects.select_related("outcome").get()
    assert (attempt.outcome.code, attempt.note) == ("no-answer", "She rang off to see to the door.")
    assert not kept_here(page)
    desk.forgive(CUT_OFF)


def test_what_was_pressed_and_typed_is_offered_again_where_the_page_was_closed_meanwhile(desk, page, caller):
    page.context.set_offline(True)
    page.get_by_label("Note").fill("Her son shops for her.")
    page.locator("h1").click()
    for key in ("o", "2"):
        page.keyboard.press(key)
    expect(page.get_by_text(KEPT)).to_be_visible()
    context = page.context
    page.close()
    context.set_offline(False)
    again = desk.page_of(caller)
    again.goto("/calls/line")
    expect(again.get_by_text("It is not saved: press it again.")).to_be_visible()
    expect(again.get_by_label("Note")).to_have_value("Her son shops for her.")
    desk.forgive(CUT_OFF)


def test_a_note_to_a_call_that_is_over_is_offered_to_whoever_rings_next(desk, page, team, caller):
    page.context.set_offline(True)
    page.get_by_label("Note").fill("Ring after church.")
    page.locator("h1").click()
    for key in ("o", "2"):
        page.keyboard.press(key)
    expect(page.get_by_text(KEPT)).to_be_visible()
    context = page.context
    page.close()
    with acting(Actor.system("test", team.pk)):
        token = CampaignContact.objects.get().token
    with acting(caller):
        give_back(caller, token=token)
    context.set_offline(False)
    again = desk.page_of(caller)
    again.goto("/calls")
    expect(again.get_by_label("Your note")).to_have_value("Ring after church.")
    again.get_by_role("button", name="Keep it for whoever rings next").click()
    expect(again.get_by_text("Your note is kept for whoever rings next.")).to_be_visible()
    with acting(Actor.system("test", team.pk)):
        assert LateNote.objects.get().note == "Ring after church."
    desk.forgive(CUT_OFF)


def test_signing_out_leaves_nothing_of_a_call_behind(desk, page):
    page.context.set_offline(True)
    page.keyboard.press("1")
    expect(page.get_by_text(KEPT)).to_be_visible()
    assert kept_here(page)
    page.evaluate(
        "document.querySelector('[data-signs-out]').addEventListener('submit', (one) => one.preventDefault())"
    )
    page.evaluate(SIGN_OUT)
    assert not kept_here(page)
    desk.forgive(CUT_OFF)
