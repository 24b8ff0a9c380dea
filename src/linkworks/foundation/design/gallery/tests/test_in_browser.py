"""What the script adds, and that everything works before it has come, in a real browser."""

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        path = os.environ.get("LINKWORKS_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server) -> Iterator[Page]:
    context = chromium.new_context(base_url=live_server.url, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    yield opened
    context.close()
    assert faults == []


def kept_here(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('linkworks-draft:'))")


def test_a_draft_is_kept_as_one_types_and_says_so(page):
    page.goto("/design/fields")
    page.fill("#id_note", "She sang")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    assert kept_here(page) == []


def test_the_browser_keeps_a_copy_only_during_an_outage(page):
    page.goto("/design/fields")
    page.route("**/draft", lambda route: route.abort())
    page.fill("#id_note", "She sang")
    page.check("#id_kind-2")
    expect(page.get_by_text("We cannot reach Linkworks")).to_be_visible()
    assert len(kept_here(page)) == 1

    page.unroute("**/draft")
    page.reload()
    expect(page.locator("#id_note")).to_have_value("She sang")
    expect(page.locator("#id_kind-2")).to_be_checked()
    expect(page.get_by_text("Draft saved")).to_be_visible()
    assert kept_here(page) == []


def test_saving_the_form_forgets_the_copy(page):
    page.goto("/design/fields")
    page.route("**/draft", lambda route: route.abort())
    page.fill("#id_note", "She sang")
    expect(page.get_by_text("We cannot reach Linkworks")).to_be_visible()
    page.unroute("**/draft")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_title(re.compile("^Error: "))
    assert kept_here(page) == []


def test_errors_take_the_focus_and_lead_to_the_box_that_is_wrong(page):
    page.goto("/design/fields")
    for part, typed in (("day", "31"), ("month", "13"), ("year", "1950")):
        page.fill(f"#id_born-{part}", typed)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="the month must be a number from 1 to 12").click()
    expect(page.locator("#id_born-month")).to_be_focused()


def test_plus_and_minus_change_the_number_and_stay_in_range(page):
    page.goto("/design/fields")
    page.get_by_role("button", name="More by 5").dblclick()
    expect(page.locator("#id_minutes")).to_have_value("10")
    for _ in range(4):
        page.get_by_role("button", name="Less by 5").click()
    expect(page.locator("#id_minutes")).to_have_value("0")


def test_copying_says_that_it_copied(page):
    page.goto("/design/")
    page.get_by_role("button", name="Copy for EMIS").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Social prescribing contact")


def test_alt_and_a_letter_do_what_the_link_does(page):
    page.goto("/design/")
    page.evaluate("document.querySelector('[data-key=N]').href = '/design/done'")
    page.keyboard.press("Alt+n")
    expect(page).to_have_title(re.compile("^Referral sent"))


def test_one_is_warned_before_the_page_locks_and_can_stay(page):
    page.goto("/design/locking")
    warning = page.get_by_role("dialog", name="Are you still there?")
    expect(warning).to_be_visible()
    with page.expect_response("**/draft") as answer:
        page.get_by_role("button", name="Stay signed in").click()
    assert answer.value.ok
    expect(warning).to_be_hidden()


def test_one_is_warned_before_even_a_session_in_use_ends(page):
    page.goto("/design/ending")
    warning = page.get_by_role("dialog", name="You will be signed out at")
    expect(warning).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    expect(warning).to_be_hidden()


@pytest.mark.parametrize("path", ["/design/", "/design/fields", "/design/public", "/design/done"])
def test_nothing_needs_sideways_scrolling_in_the_narrowest_window(page, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


def test_a_field_on_a_branch_is_revealed_without_script(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/design/fields")
    expect(page.get_by_label("Which language?")).to_be_hidden()
    page.check("#id_interpreter")
    expect(page.get_by_label("Which language?")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    context.close()
