from playwright.sync_api import Page

from tests.system.every_page.caller_records import CODE
from tests.system.every_page.visit import Visit, form, read

CALLER, LEAD, COORDINATOR = "caller", "team_lead", "coordinator"


def at(path: str):
    return lambda world: path


def of_campaign(part: str, which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}/{part}"


def a_sample(world) -> str:
    return f"/campaigns/{world.outreach['campaign'].pk}/calls/{world.outreach['sample'].pk}"


def answer_once(page: Page) -> None:
    page.locator("[data-answer='1']").click()
    page.get_by_text("We never ask for bank details").wait_for()


def go_back(page: Page) -> None:
    answer_once(page)
    page.get_by_role("button", name="Back to the last question").click()
    page.get_by_text("This is answered already.").wait_for()


def say_it_is_over(page: Page) -> None:
    page.locator("[data-outcome='1']").click()
    page.get_by_text("Nothing of this is kept.").wait_for()


def ask_about(code: str, who: str):
    def ask(page: Page) -> None:
        page.get_by_label("The four digits").fill(code)
        look_for(who)(page)

    return ask


def look_for(who: str):
    def look(page: Page) -> None:
        page.get_by_label("Their telephone number or name").fill(who)
        page.get_by_role("button", name="Look").click()
        page.locator(".app-important-notice, .app-empty-state, main section").first.wait_for()

    return look


WAYS = {
    "outreach.introduction": read(CALLER, at("/calls/introduction/never")),
    "outreach.rehearsals": {
        "empty": Visit("other_lead", at("/calls/practice")),
        "filled": Visit(CALLER, at("/calls/practice")),
    },
    "outreach.rehearse": {
        "filled": Visit(CALLER, at("/calls/practice/winifred")),
        "under_way": Visit(CALLER, at("/calls/practice/doris"), answer_once),
        "changing": Visit(CALLER, at("/calls/practice/rosa"), go_back),
        "over": Visit(CALLER, at("/calls/practice/amina"), say_it_is_over),
    },
    "outreach.pause": {
        "filled": Visit(CALLER, at("/calls/pause")),
        "paused": Visit("second_worker", at("/calls/pause")),
        "asked": Visit("settled", at("/calls/pause")),
    },
    "outreach.kind_words": {
        "empty": Visit(CALLER, at("/calls/kind-words")),
        "filled": Visit("second_worker", at("/calls/kind-words")),
    },
    "outreach.callers": {
        "empty": Visit("other_lead", at("/calls/callers")),
        "filled": Visit(LEAD, at("/calls/callers")),
    },
    "outreach.campaign_calls": {
        "empty": Visit(LEAD, of_campaign("calls", "prepared")),
        "filled": Visit(LEAD, of_campaign("calls")),
    },
    "outreach.choose_share": form(LEAD, of_campaign("calls/share"), first="filled"),
    "outreach.look_at_call": form(LEAD, a_sample, first="filled"),
    "outreach.check": {
        **form(COORDINATOR, of_campaign("check")),
        "ours": Visit(COORDINATOR, of_campaign("check"), ask_about(CODE, "Rosa")),
        "not_ours": Visit(COORDINATOR, of_campaign("check"), ask_about(CODE, "Nobody")),
    },
    "outreach.rang_back": {
        **form(COORDINATOR, of_campaign("rang-back")),
        "found": Visit(COORDINATOR, of_campaign("rang-back"), look_for("Rosa")),
        "nobody": Visit(COORDINATOR, of_campaign("rang-back"), look_for("Nobody")),
    },
}
