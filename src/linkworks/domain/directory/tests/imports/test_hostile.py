"""Files that are damaged, endless, or meant badly."""

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.models import Location, Service, Whereabouts
from linkworks.domain.directory.standard.fields import FIELDS
from linkworks.domain.directory.standard.mend import mend
from linkworks.domain.directory.standard.pieces import divide, own_id
from linkworks.domain.directory.tests.imports.reading import import_records, read_files, read_records
from linkworks.foundation.imports.choices import BatchState
from linkworks.foundation.imports.material import from_bytes

pytestmark = pytest.mark.django_db

GOOD = {"id": "s1", "name": "Lunch club", "status": "active"}


def read(actor, content, name="services.json", feed_format=FeedFormat.ORUK_3):
    return read_files(actor, from_bytes(name, content), feed_format)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not one record"),
        (b"[]", "not one record"),
        (b'[{"id": "s1", "name": "A"}, {"id": "s2", "na', "ends in the middle"),
        (b'[{"id": "s1", "name": "A"}, nonsense]', "not JSON"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"contents": [{"id": "s1", "name": "A"}', "ends in the middle"),
        (json.dumps(["x" * (18 << 20)]).encode(), "larger than 16 MB"),
    ],
)
def test_a_damaged_file_is_refused_whole(coordinator, content, said):
    import_records(coordinator, GOOD)
    batch = read(coordinator, content)
    assert batch.state == BatchState.REFUSED
    assert said in batch.problems[-1]
    assert not batch.rows.exists()
    assert Service.objects.listed().count() == 1


@pytest.mark.parametrize(
    "odd",
    [None, 7, "text", [], [[]], {}, {"id": "s9"}, {"name": ""}, {"id": {}, "name": []}, {"id": "s9", "name": "<br>"}],
)
def test_an_odd_record_is_held_and_the_others_come_in(coordinator, odd):
    batch = import_records(coordinator, odd, GOOD)
    assert summary(batch) | {"held": 1, "new": 1} == summary(batch)
    row = batch.rows.get(decision="held")
    assert row.wrong
    assert row.came == odd


def test_markup_and_script_are_never_more_than_words(coordinator):
    hostile = "<p>Tea</p><script>alert(1)</script><img src=x onerror=alert(2)>"
    import_records(coordinator, GOOD | {"name": f"Club{hostile}", "description": hostile, "url": "javascript:alert(3)"})
    service = Service.objects.get()
    assert (service.name, service.description, service.website) == ("Club\n\nTea", "Tea", "")
    assert service.record["description"] == hostile
    assert service.record["linkworks"]["set_aside"] == {"url": "javascript:alert(3)"}


def test_what_no_database_keeps_is_taken_out_and_told(coordinator):
    batch = read(
        coordinator,
        b'[{"id": "s1", "name": "Nul\\u0000 and \\ud800 half", "x": NaN, "y": 1e999, "z": [{"a": "\\u0000"}]}]',
    )
    assert "cannot be kept" in batch.rows.get(kind="service").mended[0][1]
    commit_import(coordinator, batch=batch)
    assert Service.objects.get().name == "Nul and half"


def test_very_long_values_are_kept_whole_and_shown_short(coordinator):
    import_records(
        coordinator, GOOD | {"name": "N" * 5000, "url": f"https://x.example/{'p' * 5000}", "description": "d" * 200_000}
    )
    service = Service.objects.get()
    assert (len(service.name), service.website, len(service.record["name"])) == (300, "", 5000)


def test_names_in_an_archive_lead_nowhere_and_a_bomb_is_not_unpacked(coordinator):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../services.csv", "id,name,status\n1,Lunch club,active\n")
    batch = read(coordinator, packed.getvalue(), "package.zip", FeedFormat.HSDS_CSV)
    assert summary(batch)["new"] == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"id\n", b"a,b\n1,2\n", b'id,name\n"1,unclosed'])
def test_odd_tables_are_answered_with_a_sentence(coordinator, content):
    batch = read(coordinator, content, "services.csv", FeedFormat.HSDS_CSV)
    assert batch.problems


def test_a_table_of_a_spreadsheet_is_read_in_its_own_letters(coordinator):
    content = "id;name;status;description\n1;Café;active;“Tea” and £1 cake\n".encode("cp1252")
    commit_import(coordinator, batch=read(coordinator, content, "services.csv", FeedFormat.HSDS_CSV))
    assert Service.objects.get().description == "“Tea” and £1 cake"


names = st.sampled_from(["id", "name", *FIELDS[Kind.SERVICE], *FIELDS[Kind.LOCATION], "location_id", "linkworks", "x"])
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from(["MO", "2026-01-01", "9:00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=15,
)


@given(st.dictionaries(names, anything))
def test_any_record_at_all_is_mended_or_held(record):
    mended = mend(Kind.SERVICE, record)
    if not mended.wrong:
        divide(Kind.SERVICE, mended.record, own_id(Kind.SERVICE, mended.record))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.dictionaries(names, anything), min_size=1, max_size=4))
def test_any_records_at_all_are_read_and_committed(coordinator, records):
    commit_import(coordinator, batch=read_records(coordinator, *records), most_may_go=True)


def test_a_postcode_in_no_file_is_kept_and_measured_from_what_is_known_about_it(coordinator):
    Whereabouts.objects.create(code="SE13", latitude=51.46, longitude=-0.01)
    places = [
        {"id": code, "location": {"id": code, "name": code, "addresses": [{"postal_code": code}]}}
        for code in ("SE13 9ZZ", "ZE9 9ZZ", "nonsense")
    ]
    batch = import_records(coordinator, GOOD | {"service_at_locations": places})
    assert batch.state == BatchState.COMMITTED
    known, unknown, odd = (Location.objects.get(name=place["id"]) for place in places)
    assert (known.postcode, known.measured_latitude, known.is_measured_about) == ("SE13 9ZZ", 51.46, True)
    assert (unknown.postcode, unknown.measured_latitude) == ("ZE9 9ZZ", None)
    assert (odd.postcode, odd.measured_latitude, odd.record["addresses"][0]["postal_code"]) == ("", None, "nonsense")
