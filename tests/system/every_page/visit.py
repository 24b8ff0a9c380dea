from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

Step = Callable[[Page], None]


def nothing_more(page: Page) -> None:
    """The address alone leads to the state."""


def send_it_empty(page: Page) -> None:
    """Empty what can be emptied and press the page's own button, so that it must say what is missing."""
    form = page.locator("main form[method=post]").last
    for box in form.locator("input[type=text], input[type=email], input[type=search], input[type=tel], textarea").all():
        if box.is_visible():
            box.fill("")
    form.locator("button[type=submit]").last.click()


def name_an_impossible_day(page: Page) -> None:
    """For forms that ask for nothing: the first day that can be named is the 31st of February."""
    form = page.locator("main form[method=post]").last
    for part, typed in (("Day", "31"), ("Month", "2"), ("Year", "2100")):
        form.get_by_label(part, exact=True).first.fill(typed)
    form.locator("button[type=submit]").last.click()


def untick_all(page: Page) -> None:
    form = page.locator("main form[method=post]").last
    for box in form.locator("input[type=checkbox]").all():
        box.uncheck()
    form.locator("button[type=submit]").last.click()


def name_no_place(page: Page) -> None:
    """For the questions of the directory."""
    page.get_by_label("Near which postcode?").fill("nowhere")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".nhsuk-error-summary").wait_for()


@dataclass(frozen=True)
class Visit:
    """How one state of a page is reached: `who` is a name of the world's people, empty for a stranger.

    `path` is worked out from the world; `then` does what is left to do in the browser.
    """

    who: str
    path: Callable[[Any], str]
    then: Step = nothing_more


def form(
    who: str, path: Callable[[Any], str], *, first: str = "empty", wrongly: Step = send_it_empty
) -> dict[str, Visit]:
    """The two states of most form pages: as first shown, and with errors."""
    return {first: Visit(who, path), "error": Visit(who, path, wrongly)}


def read(who: str, path: Callable[[Any], str], *, state: str = "filled") -> dict[str, Visit]:
    return {state: Visit(who, path)}
