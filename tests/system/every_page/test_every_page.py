import re
from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import get_resolver
from pytest_django.live_server_helper import LiveServer

from linkworks.foundation.design.page_registry import pages
from tests.support import axe, database
from tests.support.browser import PHONE, Desk
from tests.support.manners import rudeness
from tests.system.every_page.visits import WAYS
from tests.system.every_page.world import build

pytestmark = pytest.mark.system

# Looked at where they are made: the component gallery is not part of a team's product.
NOT_WALKED = {
    "gallery.components",
    "gallery.done",
    "gallery.ending",
    "gallery.fields",
    "gallery.locking",
    "gallery.public",
}


# Everybody in this world is a Marshall; a title stays in the browser's history.
NAMES = re.compile("Rosa|Marshall")


def states() -> list[tuple[str, str]]:
    assert get_resolver().url_patterns  # views register their pages when they are imported
    return [(page.name, state) for page in pages() if page.name not in NOT_WALKED for state in page.states]


@pytest.fixture(scope="module")
def walk(browser, django_db_setup, django_db_blocker):
    """One world for all visits: pages are looked at, and errors change nothing.

    Somebody may sit for longer between two visits than a session stays unlocked.
    """
    with django_db_blocker.unblock(), override_settings(LOCK_AFTER=timedelta(minutes=45)):
        server = LiveServer("localhost")
        world, desk = build(), Desk(browser, server.url)
        yield world, desk
        desk.close()
        server.stop()
        database.empty()


@pytest.mark.parametrize(("name", "state"), states())
def test_the_page_is_accessible_and_minds_its_manners(walk, name, state):
    world, desk = walk
    assert state in WAYS.get(name, {}), f"Say in tests/system/every_page/visits how {name} comes to be {state}"
    visit = WAYS[name][state]
    page = desk.tab_of(world.people[visit.who] if visit.who else None)
    desk.complaints.clear()
    answer = page.goto(visit.path(world))
    assert answer is not None
    assert answer.status < 400, f"{answer.status} at {visit.path(world)}"
    assert not page.url.endswith("/sign-in") or name.startswith("accounts."), "the session is gone"
    visit.then(page)
    assert page.title().startswith("Error: ") == (state == "error"), page.title()
    assert not NAMES.search(page.title()), page.title()
    found = axe.faults(page) + rudeness(page)
    page.set_viewport_size(PHONE)
    found += [f"on a phone: {fault}" for fault in axe.faults(page) + rudeness(page)]
    assert not found + desk.complaints
