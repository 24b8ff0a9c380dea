from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form, send_it_empty

COORDINATOR = "coordinator"
SCRIPTS = "/campaigns/scripts"


def at(path: str):
    return lambda world: path


def of_version(part: str = "", which: str = "draft"):
    return lambda world: f"{SCRIPTS}/versions/{world.outreach['scripts'][which].pk}{part}"


def add_no_language(page: Page) -> None:
    page.get_by_role("button", name="Add it").click()


# The form is the first of its page: buttons that move and remove stand under it.
def clear_the_words(page: Page) -> None:
    page.get_by_label("Words to say").fill("")
    page.get_by_role("button", name="Save", exact=True).click()


def clear_the_title(page: Page) -> None:
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save", exact=True).click()


def throw_it_away(page: Page) -> None:
    page.get_by_role("button", name="Throw it away").click()


OVER = "/preview?said=who-answered.person&said=who-we-are.check-first"
LATER = "/preview?language=ur&said=who-answered.person&said=who-we-are.carry-on&said=two-facts.right&said=may-ask.yes"

WAYS = {
    "outreach.scripts": {"empty": Visit("other_lead", at(SCRIPTS)), "filled": Visit(COORDINATOR, at(SCRIPTS))},
    "outreach.script_new": form(COORDINATOR, at(f"{SCRIPTS}/new")),
    "outreach.script_version": {
        "draft": Visit(COORDINATOR, of_version()),
        "published": Visit(COORDINATOR, of_version(which="published")),
        "wrong": Visit(COORDINATOR, of_version(which="wrong")),
    },
    "outreach.script_changes": {
        "first": Visit(COORDINATOR, of_version("/changes", "published")),
        "filled": Visit(COORDINATOR, of_version("/changes")),
    },
    "outreach.script_preview": {
        "filled": Visit(COORDINATOR, of_version("/preview")),
        "other_language": Visit(COORDINATOR, of_version(LATER)),
        "over": Visit(COORDINATOR, of_version(OVER)),
    },
    "outreach.script_throw_away": {
        "filled": Visit(COORDINATOR, of_version("/throw-away")),
        "error": Visit(COORDINATOR, of_version("/throw-away", "published"), throw_it_away),
    },
    "outreach.script_part_new": form(COORDINATOR, of_version("/new-part")),
    "outreach.script_part": form(COORDINATOR, of_version("/parts/food"), first="filled", wrongly=clear_the_title),
    "outreach.script_step_new": form(COORDINATOR, of_version("/parts/food/new-step")),
    "outreach.script_step": form(
        COORDINATOR, of_version("/steps/food-enough"), first="filled", wrongly=clear_the_words
    ),
    "outreach.script_when": {"filled": Visit(COORDINATOR, of_version("/steps/food-none/when"))},
    "outreach.script_answer_new": form(COORDINATOR, of_version("/steps/food-enough/new-answer")),
    "outreach.script_answer": form(
        COORDINATOR, of_version("/steps/food-why/answers/money"), first="filled", wrongly=send_it_empty
    ),
    "outreach.script_translations": {
        "empty": Visit(COORDINATOR, of_version("/translations", "wrong")),
        "filled": Visit(COORDINATOR, of_version("/translations")),
        "published": Visit(COORDINATOR, of_version("/translations", "published")),
        "error": Visit(COORDINATOR, of_version("/translations"), add_no_language),
    },
    "outreach.script_translate": {"filled": Visit(COORDINATOR, of_version("/translations/ur/opening"))},
}
