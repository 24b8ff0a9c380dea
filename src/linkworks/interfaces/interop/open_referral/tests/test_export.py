import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.tests.imports.reading import import_records, read_path
from linkworks.interfaces.interop.open_referral import export
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_refuge, a_service, uuid_of

pytestmark = pytest.mark.django_db


def exported(target, **options):
    said = StringIO()
    call_command("directory_export", str(target), stdout=said, **options)
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


@pytest.fixture
def _full_directory(coordinator):
    place = a_place() | {"schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}]}
    term = {"id": uuid_of(6), "name": "Food", "taxonomy_detail": {"id": uuid_of(5), "name": "Kinds of help"}}
    many = {
        "attributes": [{"taxonomy_term": term}],
        "cost_options": [{"option": "Lunch", "amount": 4.5}],
        "phones": [{"number": "020 7946 0001", "languages": [{"name": "Welsh"}]}],
        "program": {"id": uuid_of(7), "name": "Winter"},
    }
    organization = {"id": uuid_of(1001), "name": "Good Neighbours", "organization_identifiers": [{"identifier": "12"}]}
    import_records(
        coordinator,
        a_service(1, **many, organization=organization, service_at_locations=[place], linkworks={"live_state": "full"}),
        a_service(2, **many, organization=organization, service_at_locations=[place | {"id": uuid_of(2002)}]),
    )


def moved_on(client):
    """All that is served, but for when it came."""
    told = client.get(f"{HERE}services?full=true").json()["contents"]
    return [service | {"last_modified": ""} for service in told]


@pytest.mark.usefixtures("_full_directory")
def test_a_folder_comes_in_again_as_it_went_out(client, coordinator, tmp_path):
    before = moved_on(client)
    exported(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {name for name, *_ in export.WHOLE.values()}
    commit_import(coordinator, batch=read_path(coordinator, tmp_path))
    assert moved_on(client) == before
    assert before[0]["linkworks"]["live_state"] == "full"


def but_for(names, services):
    return [{name: value for name, value in service.items() if name not in names} for service in services]


@pytest.mark.usefixtures("_full_directory")
def test_tables_come_in_again_but_for_facts_that_have_none(client, coordinator, tmp_path):
    before = moved_on(client)
    said = exported(tmp_path, csv=True)
    for line in ("services.csv: 2", "organizations.csv: 1", "locations.csv: 1", "programs.csv: 1", "languages.csv: 2"):
        assert line in said.splitlines()
    commit_import(coordinator, batch=read_path(coordinator, tmp_path))
    after = moved_on(client)
    assert but_for({"linkworks", "attributes"}, after) == but_for({"linkworks", "attributes"}, before)
    terms = [service["attributes"][0]["taxonomy_term"] for service in after]
    assert [(term["name"], term["taxonomy_id"]) for term in terms] == [("Food", uuid_of(5))] * 2


def test_an_empty_directory_is_a_file_too(tmp_path):
    exported(tmp_path / "services.json")
    assert json.loads((tmp_path / "services.json").read_text())["contents"] == []


def test_a_confidential_place_does_not_leave_in_files_either(coordinator, tmp_path):
    a_refuge(coordinator, description="At 12 Rose Lane", contacts=[{"name": "Rose Lane", "title": "Manager"}])
    exported(tmp_path)
    exported(tmp_path, csv=True)
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

    monkeypatch.setitem(export.WHOLE, Kind.SERVICE, ("services.json", export.open_services, breaks))
    with pytest.raises(RuntimeError):
        exported(tmp_path / "services.json")
    assert (tmp_path / "services.json").read_text() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match="cannot be written"):
        exported(tmp_path / "file" / "folder")
