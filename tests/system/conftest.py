"""Browser tests share one Chromium. Each test signs its people in and walks as they would."""

from collections.abc import Iterator

import pytest

from tests.support.browser import Desk, chromium


@pytest.fixture(scope="session")
def browser() -> Iterator:
    with chromium() as launched:
        yield launched


@pytest.fixture
def desk(browser, live_server, team) -> Iterator[Desk]:
    """Where the people of a test sit. Whatever the console complains of fails the test."""
    opened = Desk(browser, live_server.url)
    yield opened
    opened.close()
    assert not opened.complaints


@pytest.fixture
def plain_desk(browser, live_server, team) -> Iterator[Desk]:
    """The same with JavaScript off."""
    opened = Desk(browser, live_server.url, javascript=False)
    yield opened
    opened.close()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def seat(request, desk, plain_desk) -> Desk:
    """One after the other, for a walk that is the same on both."""
    return desk if request.param == "with JavaScript" else plain_desk
