import json

import pytest
from django.core.management import CommandError, call_command

from linkworks.domain.directory.models import DirectoryImport, Service
from linkworks.domain.directory.tests.imports.fake_feed import serving

pytestmark = pytest.mark.django_db

GOOD = {"id": "s1", "name": "Lunch club", "status": "Open", "url": "lunch.example"}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "services.json"
    path.write_text(json.dumps([GOOD, {"id": "s2"}]))
    return path


def test_it_reports_commits_and_takes_back(file, capsys):
    call_command("directory_import", str(file))
    told = capsys.readouterr().out
    assert "Service: 1 new, 1 held back" in told
    assert "“…” is taken for active. (first: Lunch club)" in told
    assert "It has no name." in told
    assert Service.objects.get().website == "https://lunch.example"
    call_command("directory_import", undo=DirectoryImport.objects.get().pk)
    assert not Service.objects.exists()


def test_a_preview_changes_nothing(file, capsys):
    call_command("directory_import", str(file), preview=True)
    assert "Nothing was changed" in capsys.readouterr().out
    assert not Service.objects.exists()


def test_an_address_is_read_whole_and_then_only_what_is_newer():
    asked = []

    def answer(path, parameters):
        asked.append(parameters.get("modified_after"))
        return (200, {"contents": [GOOD], "last_page": True}) if path == "/services" else (404, {})

    with serving(answer) as url:
        call_command("directory_import", url)
        assert not any(asked)
        call_command("directory_import", url, newer=True)
    assert asked[-2] or asked[-1]
    assert Service.objects.count() == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name an address or a path"),
        (["no-such-file.json"], "There is no"),
        (["http://127.0.0.1:1/feed"], "Nothing was taken"),
        (["--undo", "00000000-0000-0000-0000-000000000000"], "There is no import"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments, said, monkeypatch):
    monkeypatch.setattr("linkworks.foundation.imports.web.TRIES", 1)
    with pytest.raises(CommandError, match=said):
        call_command("directory_import", *arguments)
