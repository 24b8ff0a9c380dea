from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form


def of_campaign(part: str, which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}/{part}"


def ask_for_many(page: Page) -> None:
    page.get_by_label("Callers").fill("many")
    page.get_by_role("button", name="Foresee").click()
    page.locator(".nhsuk-error-summary").wait_for()


WAYS = {
    "outreach.board": {
        "empty": Visit("commissioner", of_campaign("board", "prepared")),
        "filled": Visit("coordinator", of_campaign("board")),
        "error": Visit("coordinator", of_campaign("board"), ask_for_many),
    },
    "outreach.report": {
        "empty": Visit("commissioner", of_campaign("report", "prepared")),
        "filled": Visit("coordinator", of_campaign("report")),
    },
    "outreach.close": form("coordinator", of_campaign("close"), first="filled"),
}
