from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form

COORDINATOR = "coordinator"


def at(path: str):
    return lambda world: path


def of_campaign(part: str = "", which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}{part}"


def of_rule(kind: str, code: str):
    return lambda world: f"/campaigns/{world.outreach['prepared'].pk}/rules/{kind}/{world.outreach[code].pk}"


def close_before_opening(page: Page) -> None:
    page.get_by_label("Monday").fill("5pm to 9am")
    page.get_by_role("button", name="Save").click()


def save_without_words(page: Page) -> None:
    page.locator("main input[type=text]").first.fill("")
    page.get_by_role("button", name="Save").click()


def choose_nothing(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


WAYS = {
    "outreach.campaigns": {
        "empty": Visit("other_lead", at("/campaigns")),
        "filled": Visit(COORDINATOR, at("/campaigns")),
    },
    "outreach.campaign_new": form(COORDINATOR, at("/campaigns/new")),
    "outreach.campaign": {
        "empty": Visit(COORDINATOR, of_campaign(which="prepared")),
        "filled": Visit(COORDINATOR, of_campaign()),
    },
    "outreach.told": {
        "empty": Visit("other_lead", at("/campaigns/told")),
        "filled": Visit(COORDINATOR, at("/campaigns/told")),
    },
    "outreach.campaign_about": form(COORDINATOR, of_campaign("/about"), first="filled"),
    "outreach.campaign_rules": {
        "wrong": Visit(COORDINATOR, of_campaign("/rules", "prepared")),
        "filled": Visit(COORDINATOR, of_campaign("/rules")),
    },
    "outreach.campaign_hours": form(
        COORDINATOR, of_campaign("/rules/hours"), first="filled", wrongly=close_before_opening
    ),
    "outreach.campaign_script": form(
        COORDINATOR, of_campaign("/rules/script", "prepared"), first="filled", wrongly=choose_nothing
    ),
    "outreach.campaign_band_new": form(COORDINATOR, of_campaign("/rules/bands/new")),
    "outreach.campaign_band": form(COORDINATOR, of_rule("bands", "band"), first="filled", wrongly=save_without_words),
    "outreach.campaign_outcome_new": form(COORDINATOR, of_campaign("/rules/outcomes/new")),
    "outreach.campaign_outcome": {
        **form(COORDINATOR, of_rule("outcomes", "outcome"), first="filled", wrongly=save_without_words),
        "retired": Visit(COORDINATOR, of_rule("outcomes", "retired")),
    },
}
