"""What callers do: they read what a call is, practise one, and ring."""

from collections.abc import Iterable, Mapping

from playwright.sync_api import Page, expect

from linkworks.domain.outreach.introduction.parts import parts
from tests.support.typing_in import follow, send

CALLS = "/calls"
SAVED = "Saved."

# What is said to a step, by its key; to all others, the first answer.
Said = Mapping[str, str]


def get_ready(page: Page) -> None:
    page.goto(CALLS)
    follow(page, "Begin to read")
    for _ in parts():
        page.locator("main a.nhsuk-button").click()
    page.locator("main li a").first.click()
    press_outcome(page, "No answer")
    send(page, "I have read it all, and I am ready")
    expect(page.get_by_text("You are ready.")).to_be_visible()
    follow(page, "Begin")
    send(page, "Begin")


def ring_at_once(pages: Iterable[Page]) -> dict[str, Page]:
    """Each with whom they got, by first name. Nobody waits for the others before they press."""
    ringing = list(pages)
    for page in ringing:
        page.goto(CALLS)
    for page in ringing:
        send_without_waiting(page)
    return {who_is_on_the_line(page): page for page in ringing}


def ring(page: Page) -> str:
    """Whom they got."""
    (who,) = ring_at_once([page])
    return who


def send_without_waiting(page: Page) -> None:
    page.get_by_role("button", name="Ring the next person").click(no_wait_after=True)


def who_is_on_the_line(page: Page) -> str:
    expect(page.locator("h1")).to_contain_text("Ringing")
    return page.locator("h1").inner_text().removeprefix("Ringing ")


def nobody_is_left(page: Page) -> None:
    page.goto(CALLS)
    send_without_waiting(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody to ring just now")


def talk(page: Page, said: Said) -> None:
    """Through the script, until all is said."""
    while page.locator("[name=step]").count():
        asked = page.locator("#say").inner_text()
        _answer(page, said.get(page.locator("[name=step]").first.input_value(), ""))
        expect(page.locator("#say")).not_to_have_text(asked)
        page.wait_for_load_state()


def _answer(page: Page, said: str) -> None:
    buttons, boxes = page.locator("#script button[data-answer]"), page.locator("#script input[data-answer]")
    if buttons.count():
        (buttons.and_(page.locator(f"[value='{said}']")) if said else buttons.first).click()
        return
    if boxes.count():
        boxes.first.check()
    elif said:
        page.locator("#words").fill(said)
    page.get_by_role("button", name="Carry on", exact=True).click()


def say_how_it_went(page: Page, outcome: str) -> None:
    press_outcome(page, outcome)
    expect(page.get_by_text(SAVED)).to_be_visible()


def press_outcome(page: Page, outcome: str) -> None:
    button = page.locator("button[data-outcome]").filter(has_text=outcome)
    if not button.is_visible():
        page.get_by_text("More ways it can go").click()
    button.click()
