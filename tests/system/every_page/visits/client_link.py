from playwright.sync_api import Page

from tests.system.every_page.sheet_records import YEAR
from tests.system.every_page.visit import Visit, form

STRANGER = ""


def year_of(which: str):
    return lambda world: f"/sheet/{world.sheets.tokens[which]}/year"


def give_the_year(page: Page) -> None:
    if page.url.endswith("/year"):
        page.get_by_label("The year you were born").fill(str(YEAR))
        page.get_by_role("button", name="Open").click()
    page.get_by_role("heading", name="Your list").wait_for()


def enlarge(page: Page) -> None:
    give_the_year(page)
    page.get_by_role("link", name="Larger print").click()


WAYS = {
    "client_link.year": form(STRANGER, year_of("out")),
    "client_link.sheet": {
        "filled": Visit(STRANGER, year_of("filled"), give_the_year),
        "answered": Visit(STRANGER, year_of("opened"), give_the_year),
        "large": Visit(STRANGER, year_of("delicate"), enlarge),
        "delicate": Visit(STRANGER, year_of("delicate"), give_the_year),
        "taken_up": Visit(STRANGER, year_of("taken_up"), give_the_year),
    },
}
