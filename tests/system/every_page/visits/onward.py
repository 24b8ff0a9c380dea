from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form, send_it_empty

WORKER = "link_worker"


def on_case(part: str = "", which: str = "case"):
    return lambda world: f"/cases/{getattr(world, which).pk}/options{part}"


def on_option(part: str = "", stands: str = "under_way"):
    return lambda world: f"/cases/{world.case.pk}/options/{world.options[stands].pk}{part}"


def to_offer(world) -> str:
    return f"/cases/{world.new_case.pk}/options/offer/{world.service.pk}"


def to_answer(world) -> str:
    return on_option(f"/referrals/{world.options['referral'].pk}/answer")(world)


def to_correct(world) -> str:
    return on_option(f"/outcomes/{world.options['outcome'].pk}/correct")(world)


def choose_nothing(page: Page) -> None:
    """A form that is right as it stands: take its choice away."""
    page.locator("main form[method=post] input[type=radio]").evaluate_all(
        "all => all.forEach(one => one.checked = false)"
    )
    send_it_empty(page)


def see_what_leaves(page: Page) -> None:
    page.get_by_label("What do you ask of them?").fill("Company at lunch on Tuesdays, if there is room.")
    page.get_by_label("Their email address").fill("intake@albany.example")
    page.get_by_label("Yes, they said so").check()
    page.get_by_role("button", name="See exactly what will leave").click()


def on_sheet(stands: str, part: str = ""):
    return lambda world: f"/cases/{world.case.pk}/options/sheets/{world.sheets.sheets[stands].pk}{part}"


def to_mend(world) -> str:
    return on_sheet("made", f"/entries/{world.sheets.entry.pk}")(world)


def on_new_sheet(which: str = "case"):
    return on_case("/sheets/new", which)


def take_all_words_out(page: Page) -> None:
    """What was typed is kept as a draft first, so the answer may take a moment."""
    send_it_empty(page)
    page.locator(".nhsuk-error-summary").wait_for()


def open_what_is_folded(page: Page) -> None:
    page.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")


def say_too_much(page: Page) -> None:
    page.get_by_label("Anything else they told you?").fill("x" * 1001)
    page.get_by_role("button", name="Look again").click()
    page.locator(".nhsuk-error-summary").wait_for()


def on_collection(name: str):
    return lambda world: f"/cases/{world.case.pk}/options/collections/{world.collections[name].pk}"


WAYS = {
    "onward.find": {
        "empty": Visit(WORKER, on_case("/find", "new_case")),
        "filled": Visit(WORKER, on_case("/find"), open_what_is_folded),
        "closed": Visit(WORKER, on_case("/find", "closed_case")),
        "error": Visit(WORKER, on_case("/find"), say_too_much),
    },
    "onward.options": {
        "empty": Visit(WORKER, on_case(which="new_case")),
        "filled": Visit(WORKER, on_case()),
        "found": Visit(WORKER, on_case("?q=lunch")),
        "closed": Visit(WORKER, on_case(which="closed_case")),
    },
    "onward.option": {
        stands: Visit(WORKER, on_option(stands=stands)) for stands in ("not_asked", "wanted", "under_way", "refused")
    },
    "onward.offer": {"filled": Visit(WORKER, to_offer), "error": Visit(WORKER, to_offer, choose_nothing)},
    "onward.collections": {
        "empty": Visit("team_lead", on_case("/collections")),
        "filled": Visit(WORKER, on_case("/collections")),
    },
    "onward.offer_collection": {
        "filled": Visit(WORKER, on_collection("filled")),
        "none": Visit(WORKER, on_collection("empty")),
        "error": Visit(WORKER, on_collection("filled"), send_it_empty),
    },
    "onward.choice": form(WORKER, on_option("/choice"), first="filled"),
    "onward.signpost": {
        "filled": Visit(WORKER, on_option("/signpost")),
        "error": Visit(WORKER, on_option("/signpost"), choose_nothing),
    },
    "onward.introduce": form(WORKER, on_option("/introduce"), first="filled"),
    "onward.answer": form(WORKER, to_answer, first="filled"),
    "onward.outcome": form(WORKER, on_option("/outcome"), first="filled"),
    "onward.correct": form(WORKER, to_correct, first="filled"),
    "onward.refer_on": form(WORKER, on_option("/refer-on", "wanted"), first="filled")
    | {"preview": Visit(WORKER, on_option("/refer-on", "wanted"), see_what_leaves)},
    "onward.sheet_new": {
        "filled": Visit(WORKER, on_new_sheet()),
        "empty": Visit(WORKER, on_new_sheet("new_case")),
        "error": Visit(WORKER, on_new_sheet(), send_it_empty),
    },
    "onward.sheet": {stands: Visit(WORKER, on_sheet(stands)) for stands in ("made", "hard", "out", "opened", "ended")},
    "onward.sheet_entry": form(WORKER, to_mend, first="filled", wrongly=take_all_words_out),
}
