import json

import pytest

from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import reader_of_web
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.tests.imports.fake_feed import serving
from linkworks.foundation.core import clock
from linkworks.foundation.imports.choices import BatchState
from linkworks.foundation.imports.web import Web
from tests.support.shared import shared

pytestmark = pytest.mark.django_db

NOTHING = 404, {}


def service(number, **values):
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active", "schedules": [], **values}


def page(number, pages, *records, total=None):
    return {"total_items": total or len(records), "total_pages": pages, "page_number": number, "contents": records}


def read(actor, answer, since=None):
    with serving(answer) as url:
        source = known_source(actor, name="Feed", feed_format=FeedFormat.ORUK_3, url=url)
        reader = reader_of_web(FeedFormat.ORUK_3, Web(only_public=False, pause=lambda seconds: None), url, since)
        return read_source(actor, source=source, reader=reader, origin=url, since=since)


def in_pages(pages):
    def answer(path, parameters):
        return (200, pages[int(parameters["page"]) - 1]) if path == "/services" else NOTHING

    return answer


@pytest.mark.parametrize(("mock", "new", "held"), [("Default", 1, 0), ("Test", 1, 0), ("Warn", 1, 0), ("Fail", 0, 4)])
def test_the_official_mock_feeds_are_taken_as_they_are_labelled(coordinator, mock, new, held):
    folder = shared("oruk", "validator-mocks", mock)
    names = {"/": "api_details", "/services": "service_list", "/taxonomies": "taxonomy_list"}
    names["/taxonomy_terms"] = "taxonomy_term_list"

    def answer(path, parameters):
        name = names.get(path, "service_full" if path.startswith("/services/") else "")
        return (200, json.loads((folder / f"{name}.json").read_text())) if name else NOTHING

    counts = summary(batch := read(coordinator, answer))
    assert (counts["new"], counts["held"]) == (new, held), batch.problems


def test_a_feed_is_read_page_by_page_and_each_service_whole(coordinator):
    asked = []

    def answer(path, parameters):
        asked.append((path, parameters.get("modified_after")))
        if path == "/services":
            heading = {"id": f"s{parameters['page']}", "name": "Heading"}
            return 200, page(int(parameters["page"]), 2, heading, total=2)
        if path.startswith("/services/"):
            return 200, service(path[-1], name=f"Whole {path[-1]}")
        return NOTHING

    commit_import(coordinator, batch=read(coordinator, answer))
    assert set(Service.objects.values_list("name", flat=True)) == {"Whole 1", "Whole 2"}
    read(coordinator, answer, since=clock.now())
    assert asked[-1][1] is None
    assert any(path == "/services" and after for path, after in asked)


def test_only_what_is_newer_was_asked_for_so_nothing_is_gone(coordinator):
    first = in_pages([page(1, 1, service(1), service(2))])
    commit_import(coordinator, batch=read(coordinator, first))
    batch = read(coordinator, in_pages([page(1, 1, service(2, name="Renamed"))]), since=clock.now())
    counts = summary(batch)
    assert (counts["changed"], counts["gone"]) == (1, 0)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (in_pages([page(1, 9, service(1))] * 9), "goes round in circles"),
        (lambda path, parameters: (500, {}), "answers 500"),
        (lambda path, parameters: (200, b'{"contents": [{"id": "s1"'), "only with the beginning"),
        (lambda path, parameters: (200, b"<html>Sorry</html>"), "did not answer with JSON"),
        (lambda path, parameters: (200, {"message": "hello"}), "holds no list of records"),
        (lambda path, parameters: (404, {}), "There is nothing at"),
        (lambda path, parameters: (200, []), "not one record"),
    ],
)
def test_a_feed_that_breaks_off_leaves_the_directory_as_it_was(coordinator, answer, said):
    commit_import(coordinator, batch=read(coordinator, in_pages([page(1, 1, service(1), service(2))])))
    batch = read(coordinator, answer)
    assert batch.state == BatchState.REFUSED
    assert said in batch.problems[-1]
    assert not batch.rows.exists()
    assert Service.objects.listed().count() == 2


def test_a_page_that_fails_for_a_moment_is_asked_again(coordinator):
    tries = []

    def answer(path, parameters):
        if path != "/services":
            return NOTHING
        tries.append(path)
        return (503, {}) if len(tries) < 3 else (200, page(1, 1, service(1)))

    assert summary(read(coordinator, answer))["new"] == 1


def test_a_feed_that_gives_fewer_than_it_says_makes_nothing_gone(coordinator):
    commit_import(coordinator, batch=read(coordinator, in_pages([page(1, 1, service(1), service(2))])))
    batch = read(coordinator, in_pages([page(1, 1, service(1), total=2)]))
    assert summary(batch)["gone"] == 0
    assert "gave 1" in batch.problems[-1]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://localhost", "http://169.254.169.254", "http://[::1]/"])
def test_from_a_page_no_address_inside_our_network_is_fetched(coordinator, url):
    source = known_source(coordinator, name="Feed", feed_format=FeedFormat.ORUK_3, url=url)
    reader = reader_of_web(FeedFormat.ORUK_3, Web(), url, None)
    batch = read_source(coordinator, source=source, reader=reader, origin=url)
    assert "inside our own network" in batch.problems[-1]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org", "nonsense"])
def test_only_the_web_is_fetched_from(coordinator, url):
    source = known_source(coordinator, name="Feed", feed_format=FeedFormat.ORUK_3)
    reader = reader_of_web(FeedFormat.ORUK_3, Web(), url, None)
    batch = read_source(coordinator, source=source, reader=reader, origin=url)
    assert "no web address" in batch.problems[-1]
