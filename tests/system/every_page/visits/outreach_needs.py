from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form

COORDINATOR, LEAD, STRANGER = "coordinator", "team_lead", ""


def of_campaign(part: str, which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}/{part}"


def of_need(part: str = "", which: str = "late"):
    return lambda world: f"/campaigns/{world.outreach['campaign'].pk}/needs/{world.outreach['needs'][which].pk}{part}"


def of_service(world):
    return of_need(f"/services/{world.outreach['service'].pk}", "with_case")(world)


def of_offer(which: str):
    return lambda world: f"/help/{world.outreach['offers'][which]}"


def of_concern(world):
    return f"/campaigns/{world.outreach['campaign'].pk}/concerns/{world.outreach['concern'].pk}"


def of_provider(world):
    return f"/campaigns/{world.outreach['campaign'].pk}/providers/{world.outreach['provider'].pk}"


def say_nothing_happened(page: Page) -> None:
    page.get_by_role("button", name="Save what happened").click()
    page.locator(".nhsuk-error-summary").wait_for()


def refer_with_nothing_ticked(page: Page) -> None:
    page.get_by_role("button", name="Hand it on").click()


def say_they_were_not_asked(page: Page) -> None:
    page.get_by_role("button", name="Go on to what leaves").click()


def name_no_time(page: Page) -> None:
    page.get_by_role("button", name="That is when we come").click()
    page.locator(".nhsuk-error-summary").wait_for()


def keep_it_open(page: Page) -> None:
    page.get_by_role("button", name="Close the concern").click()


def keep_no_address(page: Page) -> None:
    page.get_by_label("E-mail address").fill("")
    page.get_by_label("Telephone number").fill("")
    page.get_by_role("button", name="Save").click()


WAYS = {
    "outreach.campaign_needs": {
        "empty": Visit(COORDINATOR, of_campaign("needs", "prepared")),
        "filled": Visit(COORDINATOR, of_campaign("needs")),
    },
    "outreach.need": form(COORDINATOR, of_need(), first="filled", wrongly=say_nothing_happened),
    "outreach.need_ask": form(COORDINATOR, of_need("/ask", "offered")),
    "outreach.need_refer": form(COORDINATOR, of_need("/refer"), wrongly=refer_with_nothing_ticked),
    "outreach.need_services": {
        "no_case": Visit(COORDINATOR, of_need("/services")),
        "filled": Visit(COORDINATOR, of_need("/services", "with_case")),
    },
    "outreach.need_service": form(COORDINATOR, of_service, first="filled", wrongly=say_they_were_not_asked),
    "outreach.call_need": form("caller", lambda world: "/calls/line/need"),
    "outreach.campaign_routes": {
        "empty": Visit(COORDINATOR, of_campaign("who-helps", "prepared")),
        "filled": Visit(COORDINATOR, of_campaign("who-helps")),
    },
    "outreach.route_new": form(COORDINATOR, of_campaign("who-helps/new")),
    "outreach.provider_new": form(COORDINATOR, of_campaign("providers/new")),
    "outreach.provider": form(COORDINATOR, of_provider, first="filled", wrongly=keep_no_address),
    "outreach.need_clocks": form(COORDINATOR, of_campaign("how-soon", "prepared"), first="filled"),
    "outreach.need_type_new": form(COORDINATOR, of_campaign("kinds-of-help/new")),
    "outreach.campaign_concerns": {
        "empty": Visit(LEAD, of_campaign("concerns", "prepared")),
        "filled": Visit(LEAD, of_campaign("concerns")),
    },
    "outreach.call_concern": form(LEAD, of_concern, first="filled", wrongly=keep_it_open),
    "partner_portal.offer": {
        "offered": Visit(STRANGER, of_offer("offered")),
        "accepted": Visit(STRANGER, of_offer("accepted")),
        "error": Visit(STRANGER, of_offer("accepted"), name_no_time),
        "delivered": Visit(STRANGER, of_offer("delivered")),
    },
}
