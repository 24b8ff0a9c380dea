from linkworks.interfaces.public_site.tests.answers import YOURSELF
from linkworks.interfaces.public_site.views.entry import STATES
from tests.system.every_page.visit import Visit, form, name_no_place, read, send_it_empty

STRANGER = ""
YOURSELF_PAGE = "/refer/lewisham/yourself"
FIND = "/find-support/lewisham"


def progress(state: str, part: str = ""):
    return lambda world: f"/progress/{world.referrals.progress[state]}{part}"


def entry(state: str, part: str = ""):
    return lambda world: f"/entry/{world.told['links'][state]}{part}"


def name_no_website(page) -> None:
    page.get_by_label("Website").fill("nowhere")
    page.get_by_role("button", name="Send").click()
    page.locator(".nhsuk-error-summary").wait_for(timeout=15000)


def answer(state: str):
    return lambda world: f"/answer/{world.referrals.answer[state]}"


def answer_every_question(page) -> None:
    for answers in YOURSELF.values():
        for name, given in answers.items():
            answer_one(page, name, given)
        page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Check your answers").wait_for()


def answer_one(page, name: str, given: str | list[str]) -> None:
    boxes = page.locator(f"[name={name}]")
    if boxes.first.get_attribute("type") in {"radio", "checkbox"}:
        for value in given if isinstance(given, list) else [given]:
            page.locator(f"[name={name}][value={value}]").check()
    else:
        boxes.fill(str(given))


WAYS = {
    "public_site.home": read(STRANGER, lambda world: "/about/lewisham"),
    "public_site.find_support": {
        "filled": Visit(STRANGER, lambda world: FIND),
        "found": Visit(STRANGER, lambda world: f"{FIND}?near=SE13"),
        "empty": Visit(STRANGER, lambda world: f"{FIND}?q=zzzzqqq"),
        "error": Visit(STRANGER, lambda world: FIND, name_no_place),
    },
    "public_site.service": {
        "filled": Visit(STRANGER, lambda world: f"{FIND}/{world.service.pk}"),
        "told": Visit(STRANGER, lambda world: f"{FIND}/{world.service.pk}?told=yes"),
    },
    "public_site.tell": form(STRANGER, lambda world: f"{FIND}/{world.service.pk}/tell"),
    "public_site.entry": {state: Visit(STRANGER, entry(state)) for state in STATES},
    "public_site.entry_correct": form(STRANGER, entry("open", "/correct"), first="filled", wrongly=name_no_website),
    "public_site.refer_someone": form(STRANGER, lambda world: "/refer/lewisham/someone"),
    "public_site.refer_yourself": {
        "question": Visit(STRANGER, lambda world: YOURSELF_PAGE),
        "error": Visit(STRANGER, lambda world: YOURSELF_PAGE, send_it_empty),
        "check": Visit(STRANGER, lambda world: YOURSELF_PAGE, answer_every_question),
    },
    "public_site.sent": {
        "for_somebody": Visit(STRANGER, progress("received", "/sent")),
        "for_oneself": Visit(STRANGER, progress("for_oneself", "/sent")),
    },
    "public_site.progress": {state: Visit(STRANGER, progress(state)) for state in ("received", "accepted", "closed")},
    "public_site.answer": {
        "empty": Visit(STRANGER, answer("waiting")),
        "error": Visit(STRANGER, answer("waiting"), send_it_empty),
        "done": Visit(STRANGER, answer("done")),
    },
}
