from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form, untick_all

CALLER = "caller"


def at(path: str):
    return lambda world: path


def of_campaign(part: str):
    return lambda world: f"/calls/{world.outreach['campaign'].pk}/{part}"


def ring_again(world) -> str:
    return f"/people/{world.rosa.pk}/ring-again/{world.outreach['opt_out'].pk}"


def agree_no_time(page: Page) -> None:
    page.get_by_role("button", name="Ring back at a time").click()
    page.locator(".nhsuk-error-summary").wait_for()


WAYS = {
    "outreach.calls": {"empty": Visit("other_lead", at("/calls")), "filled": Visit("link_worker", at("/calls"))},
    "outreach.begin": form(CALLER, of_campaign("begin"), first="filled", wrongly=untick_all),
    "outreach.nobody": {"filled": Visit(CALLER, of_campaign("nobody"))},
    "outreach.line": {
        "filled": Visit(CALLER, at("/calls/line")),
        "error": Visit(CALLER, at("/calls/line"), agree_no_time),
    },
    "outreach.ring_again": form("team_lead", ring_again, first="filled"),
}
