from playwright.sync_api import Page

from tests.system.every_page.visit import Visit, form, name_no_place, read, send_it_empty


def press(page: Page) -> None:
    """For forms with nothing to fill in: the deed itself is refused."""
    page.locator("main form[method=post] button[type=submit]").last.click()


def add_nothing(page: Page) -> None:
    page.get_by_role("button", name="Add the note").click()


def _import(name: str, more: str = ""):
    return lambda world: f"/directory/imports/{world.imports[name].pk}{more}"


def _edited(more: str):
    return lambda world: f"/directory/{world.imports['edited_service'].pk}/{more}"


def name_impossible_ages(page: Page) -> None:
    page.get_by_label("Youngest age").fill("60")
    page.get_by_label("Oldest age").fill("50")
    page.get_by_role("button", name="Save for everybody").click()
    page.locator(".nhsuk-error-summary").wait_for(timeout=15000)


def _collection(name: str, more: str = ""):
    return lambda world: f"/directory/collections/{world.collections[name].pk}{more}"


def _collect(world) -> str:
    return f"/directory/{world.service.pk}/collect?back=/directory"


def _line(world) -> str:
    return _collection("filled", f"/services/{world.collections['item'].pk}/words")(world)


def write_too_much(page: Page) -> None:
    page.get_by_label("A line of your own").fill("Ask for Joy. " * 20)
    page.locator("main form[method=post] button[type=submit]").last.click()


def choose_no_collection(page: Page) -> None:
    page.get_by_role("button", name="Add it").click()


def _row(name: str):
    return lambda world: f"/directory/imports/{world.imports['ready'].pk}/rows/{world.imports[name]}"


def _check(more: str):
    return lambda world: f"/directory/checks/{world.checks['to_check'].pk}/{more}"


def too_many(page: Page) -> None:
    page.get_by_label("How many entries").fill("99")
    page.get_by_role("button", name="Save").click()
    page.locator(".nhsuk-error-summary").wait_for()


def _told(name: str):
    return lambda world: f"/directory/changes-told/{world.told[name].pk}"


def _of_told(more: str):
    return lambda world: f"/directory/{world.told['service'].pk}/{more}"


def name_no_website(page: Page) -> None:
    page.get_by_label("Website").fill("nowhere")
    page.get_by_role("button", name="Save for everybody").click()
    page.locator(".nhsuk-error-summary").wait_for(timeout=15000)


WAYS = {
    "directory.search": {
        "filled": Visit("link_worker", lambda world: "/directory"),
        "found": Visit("link_worker", lambda world: "/directory?near=SE13&reach=either&age=67"),
        "empty": Visit("link_worker", lambda world: "/directory?q=zzzzqqq"),
        "error": Visit("link_worker", lambda world: "/directory", name_no_place),
    },
    "directory.service": {
        "filled": Visit("link_worker", lambda world: f"/directory/{world.service.pk}"),
        "told": Visit("link_worker", lambda world: f"/directory/{world.told['service'].pk}"),
    },
    "directory.facts": form("link_worker", _of_told("facts"), first="filled", wrongly=name_no_website),
    "directory.tell": form("link_worker", _of_told("tell")),
    "directory.ask": form("link_worker", _of_told("ask"), first="filled"),
    "directory.told_changes": {
        "filled": Visit("link_worker", lambda world: "/directory/changes-told"),
        "empty": Visit("other_lead", lambda world: "/directory/changes-told"),
    },
    "directory.told_change": {
        "proposed": Visit("link_worker", _told("proposed")),
        "words": Visit("link_worker", _told("words")),
        "error": Visit("link_worker", _told("proposed"), send_it_empty),
    },
    "directory.check": form("link_worker", lambda world: f"/directory/{world.service.pk}/check", first="filled"),
    "directory.imports": read("team_lead", lambda world: "/directory/imports"),
    "directory.import_new": form("coordinator", lambda world: "/directory/imports/new"),
    "directory.import": {
        "ready": Visit("team_lead", _import("ready", "?show=mended")),
        "refused": Visit("team_lead", _import("refused")),
        "committing": Visit("team_lead", _import("committing")),
        "committed": Visit("administrator", _import("committed")),
    },
    "directory.import_row": {
        "changed": Visit("team_lead", _row("changed_row")),
        "held": Visit("team_lead", _row("held_row")),
    },
    "directory.import_commit": form("team_lead", _import("risky", "/commit"), first="filled", wrongly=press),
    "directory.import_undo": form("team_lead", _import("edited", "/undo"), first="filled", wrongly=press),
    "directory.edit": form("link_worker", _edited("edit"), first="filled", wrongly=name_impossible_ages),
    "directory.notes": form("link_worker", _edited("notes"), first="filled", wrongly=add_nothing),
    "directory.origins": read("link_worker", _edited("origins")),
    "directory.checks": {
        "filled": Visit("link_worker", lambda world: "/directory/checks"),
        "empty": Visit("second_worker", lambda world: "/directory/checks"),
    },
    "directory.check_pause": form("link_worker", _check("pause")),
    "directory.check_pass_on": form("link_worker", _check("pass-on")),
    "directory.freshness": form("team_lead", lambda world: "/directory/freshness", first="filled", wrongly=too_many),
    "directory.collections": {
        "empty": Visit("settled", lambda world: "/directory/collections"),
        "filled": Visit("link_worker", lambda world: "/directory/collections"),
        "not_found": Visit("link_worker", lambda world: "/directory/collections?q=zzzzqqq"),
    },
    "directory.collection": {
        state: Visit("link_worker", _collection(state)) for state in ("empty", "filled", "retired")
    },
    "directory.collection_new": form("link_worker", lambda world: "/directory/collections/new", first="filled"),
    "directory.collection_edit": form("link_worker", _collection("filled", "/edit"), first="filled"),
    "directory.collection_send": form("link_worker", _collection("filled", "/send"), first="filled"),
    "directory.item_words": form("link_worker", _line, first="filled", wrongly=write_too_much),
    "directory.collect": {
        "first": Visit("settled", _collect),
        "filled": Visit("link_worker", _collect),
        "error": Visit("link_worker", _collect, choose_no_collection),
    },
    "directory.clashes": read("link_worker", lambda world: "/directory/clashes"),
}
