from playwright.sync_api import Page

from tests.system.every_page.ladder_records import STATES
from tests.system.every_page.visit import Visit, form

COORDINATOR, LEAD = "coordinator", "team_lead"


def of_step(state: str, part: str = ""):
    def path(world) -> str:
        step = world.outreach["steps"][state]
        return f"/campaigns/{step.contact.campaign_id}/not-reached/{step.pk}{part}"

    return path


def of_campaign(part: str, *, which=lambda world: world.outreach["steps"]["kin"].contact.campaign_id):
    return lambda world: f"/campaigns/{which(world)}/{part}"


def a_way(world) -> str:
    rung = world.outreach["steps"]["surgery"].rung
    return f"/campaigns/{rung.campaign_id}/rules/other-ways/{rung.pk}"


def choose_nobody(page: Page) -> None:
    page.get_by_label("Who takes it?").select_option("")
    page.get_by_role("button", name="Give it to them").click()


NOBODY_YET = of_campaign("not-reached", which=lambda world: world.outreach["prepared"].pk)

WAYS = {
    "outreach.not_reached": {
        "empty": Visit(COORDINATOR, NOBODY_YET),
        "filled": Visit(COORDINATOR, of_campaign("not-reached")),
    },
    "outreach.other_way": {
        **{state: Visit(COORDINATOR, of_step(state)) for state in STATES},
        "error": form(COORDINATOR, of_step("doorstep"))["error"],
    },
    "outreach.other_way_give": form(COORDINATOR, of_step("kin", "/give"), first="filled", wrongly=choose_nobody),
    "outreach.safe_contact": form(LEAD, of_step("shut", "/safe-contact"), first="filled"),
    "outreach.other_ways": {"filled": Visit(COORDINATOR, of_campaign("rules/other-ways"))},
    "outreach.other_way_new": form(COORDINATOR, of_campaign("rules/other-ways/new")),
    "outreach.other_way_rule": form(COORDINATOR, a_way, first="filled"),
}
