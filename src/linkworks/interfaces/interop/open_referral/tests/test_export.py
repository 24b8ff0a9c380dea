import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.tests.imports.reading import import_records, read_path
from linkworks.interfaces.interop.open_referral import export
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_refuge, a_service, uuid_of

pytestmark = pytest.mark.django_db


def exported(target):
    said = StringIO()
    call_command("directory_export", str(target), stdout=said)
    return said.getvalue()


def test_a_file_holds_what_is_served_whole(client, coordinator, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "AT_A_TIME", 2)
    term = {"id": uuid_of(6), "name": "Food"}
    places = [[a_place(number)] for number in (1, 2, 3)]
    import_records(
        coordinator,
        *(a_service(n, service_at_locations=places[n - 1], attributes=[{"taxonomy_term": term}]) for n in (1, 2, 3)),
    )
    assert exported(tmp_path / "services.json") == "services.json: 3\n"
    told = json.loads((tmp_path / "services.json").read_text())
    assert told["contents"] == client.get(f"{HERE}services?full=true").json()["contents"]
    assert (told["total_items"], told["last_page"]) == (3, True)
    assert [path.name for path in tmp_path.iterdir()] == ["services.json"]


def test_a_folder_comes_in_again_as_it_went_out(coordinator, tmp_path):
    place = a_place() | {"schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}]}
    term = {"id": uuid_of(6), "name": "Food", "taxonomy_detail": {"id": uuid_of(5), "name": "Kinds of help"}}
    import_records(
        coordinator,
        a_service(
            service_at_locations=[place],
            attributes=[{"taxonomy_term": term}],
            cost_options=[{"option": "Lunch", "amount": 4.5}],
            linkworks={"live_state": "full"},
        ),
    )
    exported(tmp_path / "there")
    assert {path.name for path in (tmp_path / "there").iterdir()} == set(export.FILES)
    (before,) = json.loads((tmp_path / "there" / "services.json").read_text())["contents"]
    commit_import(coordinator, batch=read_path(coordinator, tmp_path / "there"))
    exported(tmp_path / "again")
    (after,) = json.loads((tmp_path / "again" / "services.json").read_text())["contents"]
    assert before | {"last_modified": ""} == after | {"last_modified": ""}
    assert after["linkworks"]["live_state"] == "full"


def test_an_empty_directory_is_a_file_too(tmp_path):
    exported(tmp_path / "services.json")
    assert json.loads((tmp_path / "services.json").read_text())["contents"] == []


def test_a_confidential_place_does_not_leave_in_files_either(coordinator, tmp_path):
    a_refuge(coordinator, description="At 12 Rose Lane")
    exported(tmp_path)
    told = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "Safe House" in told
    for secret in ("Rose Lane", "SE13", "51.46", "Old Bakery"):
        assert secret not in told


def test_what_was_there_stays_when_writing_fails(coordinator, tmp_path, monkeypatch):
    import_records(coordinator, a_service())
    exported(tmp_path / "services.json")
    before = (tmp_path / "services.json").read_text()

    def breaks(services):
        raise RuntimeError

    monkeypatch.setitem(export.FILES, "services.json", (export.open_services, breaks))
    with pytest.raises(RuntimeError):
        exported(tmp_path / "services.json")
    assert (tmp_path / "services.json").read_text() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match="cannot be written"):
        exported(tmp_path / "file" / "folder")
