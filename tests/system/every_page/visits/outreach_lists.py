from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form

WHO = "coordinator"


def of_list(name: str, part: str = ""):
    return lambda world: f"/lists/{world.lists[name].pk}{part}"


def of_campaign(which: str, part: str):
    return lambda world: f"/campaigns/{world.outreach[which].pk}/lists{part}"


def say_nothing_is_used(page: Page) -> None:
    for box in page.locator("main select").all():
        box.select_option("")
    page.get_by_role("button", name="Compare the rows").click()


def leave_out_without_a_reason(page: Page) -> None:
    page.get_by_role("button", name="Leave").first.click()
    page.locator(".nhsuk-error-summary").wait_for()


WAYS = {
    "outreach.lists": {
        "empty": Visit(WHO, of_campaign("prepared", "")),
        "filled": Visit(WHO, of_campaign("campaign", "")),
    },
    "outreach.list_new": form(WHO, of_campaign("prepared", "/new")),
    "outreach.list": {
        "columns": Visit(WHO, of_list("columns")),
        "stopped": Visit(WHO, of_list("stopped")),
        "review": Visit(WHO, of_list("review")),
        "committed": Visit(WHO, of_list("committed")),
    },
    "outreach.list_commit": form(WHO, of_list("review", "/commit"), first="filled"),
    "outreach.list_columns": form(WHO, of_list("columns", "/columns"), first="filled", wrongly=say_nothing_is_used),
    "outreach.list_undo": form(WHO, of_list("columns", "/undo"), first="filled"),
    "outreach.list_drop": form(WHO, of_list("committed", "/drop"), first="filled"),
    "outreach.list_problems": {"filled": Visit(WHO, of_list("review", "/problems"))},
    "outreach.list_rows": form(
        WHO, of_list("review", "/rows/close"), first="filled", wrongly=leave_out_without_a_reason
    ),
    "outreach.list_row": form(
        WHO, lambda world: f"/list-rows/{world.lists['row'].pk}", first="filled", wrongly=leave_out_without_a_reason
    ),
}
