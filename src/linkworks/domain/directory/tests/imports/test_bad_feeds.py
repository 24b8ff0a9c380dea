"""Feeds that break off, never end, or go wrong half-way: a report, and the directory as it was."""

import json
import subprocess
import sys
from itertools import repeat

import pytest

from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import reader_of_web
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.tests.imports.fake_feed import Stream, serving
from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.foundation.imports import web
from linkworks.foundation.imports.choices import BatchState
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.json_items import LARGEST_RECORD, JsonItems
from linkworks.foundation.imports.material import from_path
from linkworks.foundation.imports.web import Web

NOTHING = 404, {}
MEGABYTE = 1 << 20
TWO_GIGABYTES = 2048 * MEGABYTE
FETCH = """
import sys
from pathlib import Path
from linkworks.foundation.imports.web import Unreadable, Web
try:
    Web(only_public=False).get_json(sys.argv[1])
except Unreadable as error:
    most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(int(most.split()[1]) // 1024, error.message)
"""


def service(number):
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active", "schedules": []}


def page(number, pages, *records):
    return {"total_pages": pages, "page_number": number, "contents": records}


def of_services(answer):
    """A feed of which only the pages of services are told by `answer`."""
    return lambda path, asked: answer(int(asked["page"])) if path == "/services" else NOTHING


def read(actor, answer):
    with serving(answer) as url:
        source = known_source(actor, name="Feed", feed_format=FeedFormat.ORUK_3, url=url)
        reader = reader_of_web(FeedFormat.ORUK_3, Web(only_public=False, pause=lambda seconds: None), url, None)
        return read_source(actor, source=source, reader=reader, origin=url)


def cut_off(number):
    whole = json.dumps(page(number, 3, service(number))).encode()
    return 200, Stream([whole[: len(whole) // 2]], promised=len(whole))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (cut_off, "broke off"),
        (lambda number: (500, {}), "answers 500 instead of its records. We had read 2 records; none of them was taken"),
        (lambda number: (200, page(1, 9, service(1))), "Page 3 of services repeats an earlier page"),
    ],
    ids=["breaks off", "answers 500", "goes round in circles"],
)
def test_a_feed_that_goes_wrong_half_way_leaves_all_as_it_was(coordinator, wrong, said):
    import_records(coordinator, service(1) | {"name": "As it was"}, service(7))
    batch = read(coordinator, of_services(lambda n: wrong(n) if n > 2 else (200, page(n, 9, service(n)))))
    assert batch.state == BatchState.REFUSED
    assert said in batch.problems[-1]
    assert not batch.rows.exists()
    assert set(Service.objects.listed().values_list("name", flat=True)) == {"As it was", "Service 7"}


@pytest.mark.django_db
def test_pages_without_an_end_are_read_until_it_is_enough(coordinator, monkeypatch):
    monkeypatch.setattr(web, "LARGEST_FEED", 20_000)
    batch = read(coordinator, of_services(lambda n: (200, {"contents": [service(n) | {"description": "x" * 5_000}]})))
    assert batch.state == BatchState.REFUSED
    assert "goes on for more than" in batch.problems[-1]


def test_of_an_answer_of_two_gigabytes_little_is_read_and_less_is_kept():
    stream = Stream(repeat(b" " * MEGABYTE, 2048), promised=TWO_GIGABYTES)
    with serving(lambda path, asked: (200, stream)) as url:
        run = subprocess.run([sys.executable, "-c", FETCH, url], capture_output=True, text=True, check=True)
    megabytes, said = run.stdout.split(" ", 1)
    assert "answers with more than 32 MB at once" in said
    assert int(megabytes) < 200
    assert stream.sent < 64 * MEGABYTE


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "services.json"
    with path.open("wb") as file:
        file.truncate(TWO_GIGABYTES)  # takes no room
    with pytest.raises(Unreadable, match="larger than 1,536 MB"):
        from_path(path)


class Endless:
    """A file that is one string, and that string never ends."""

    def __init__(self):
        self.given = 0

    def readable(self):
        return True

    seekable = writable = lambda self: False
    closed = False

    def read1(self, size=-1):
        self.given += max(size, 1)
        return b'["' if self.given == max(size, 1) else b"x" * size

    read = read1
    flush = close = lambda self: None


def test_a_record_without_an_end_is_given_up():
    file = Endless()
    with pytest.raises(Unreadable, match="larger than 16 MB"):
        list(JsonItems(file))
    assert file.given < 5 * LARGEST_RECORD
