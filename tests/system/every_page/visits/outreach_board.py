from playwright.sync_api import Page

from tests.system.every_page.visit import Visit


def of_campaign(which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}/board"


def ask_for_many(page: Page) -> None:
    page.get_by_label("Callers").fill("many")
    page.get_by_role("button", name="Foresee").click()
    page.locator(".nhsuk-error-summary").wait_for()


WAYS = {
    "outreach.board": {
        "empty": Visit("commissioner", of_campaign("prepared")),
        "filled": Visit("coordinator", of_campaign()),
        "error": Visit("coordinator", of_campaign(), ask_for_many),
    }
}
