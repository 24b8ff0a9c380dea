import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from linkworks.config.logging import JsonFormatter


def fail(request: HttpRequest, token: str) -> HttpResponse:
    raise ValueError(f"no such person as {request.GET['name']}")


def answer(request: HttpRequest, token: str) -> HttpResponse:
    return HttpResponse("done")


urlpatterns = [path("links/<token>/open", answer), path("links/<token>/fail", fail)]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Everything that is logged while a test runs, as it would be written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def _own_addresses() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE):
        yield


MIDDLEWARE = ["linkworks.foundation.access.middleware.RequestId", "linkworks.config.request_log.RequestLog"]


@pytest.mark.usefixtures("_own_addresses")
def test_a_request_leaves_one_line_with_its_id_and_the_pattern_of_its_address(lines: io.StringIO) -> None:
    response = Client().post("/links/s3cret/open?name=Okafor", {"note": "Okafor cried"})
    (line,) = map(json.loads, lines.getvalue().splitlines())
    assert line["request_id"] == response["X-Request-Id"]
    assert (line["method"], line["page"], line["status"]) == ("POST", "/links/<token>/open", 200)
    assert line["ms"] >= 0


@pytest.mark.usefixtures("_own_addresses")
@pytest.mark.parametrize("page", ["open", "fail", "nowhere"])
def test_no_line_holds_what_was_typed_or_the_secret_of_a_link(lines: io.StringIO, page: str) -> None:
    client = Client(raise_request_exception=False)
    client.post(f"/links/s3cret/{page}?name=Okafor", {"note": "Okafor cried"})
    assert lines.getvalue()
    assert not [word for word in ("Okafor", "cried", "s3cret") if word in lines.getvalue()]


@pytest.mark.usefixtures("_own_addresses")
def test_a_failure_says_where_it_was_raised(lines: io.StringIO) -> None:
    Client(raise_request_exception=False).get("/links/s3cret/fail?name=Okafor")
    failed = next(line for line in map(json.loads, lines.getvalue().splitlines()) if "exception" in line)
    assert failed["exception"] == "ValueError"
    assert failed["at"][-1].endswith(" fail")


def test_health_is_not_logged(lines: io.StringIO) -> None:
    Client().get("/health/live")
    assert not lines.getvalue()
