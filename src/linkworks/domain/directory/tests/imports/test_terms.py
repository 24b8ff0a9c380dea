"""Whose words a source holds, and on what terms: said by whoever brings it, or by the source itself."""

import json

import pytest
from django.core.management import call_command

from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import reader_of_files
from linkworks.domain.directory.models import Service, Source
from linkworks.foundation.imports.material import from_path

pytestmark = pytest.mark.django_db

GOOD = {"id": "s1", "name": "Lunch club", "status": "active"}
OGL = "Open Government Licence v3.0"


def write(folder, **files):
    for name, content in files.items():
        ending = ".csv" if isinstance(content, str) else ".json"
        (folder / f"{name}{ending}").write_text(content if isinstance(content, str) else json.dumps(content))
    return folder


def terms_of(actor, path, feed_format=FeedFormat.ORUK_3, **given):
    files = from_path(path)
    source = known_source(actor, name="Council", feed_format=feed_format, **given)
    read_source(actor, source=source, reader=reader_of_files(feed_format, files), origin=files.name)
    source = Source.objects.get()
    return source.publisher, source.licence


@pytest.mark.parametrize(
    "says",
    [
        {"publisher": "Riverside council", "licence": OGL},
        {"publisher": {"name": "Riverside council"}, "license": {"title": OGL, "name": "OGL-UK-3.0"}},
    ],
)
def test_a_feed_may_say_them(coordinator, tmp_path, says):
    write(tmp_path, services=[GOOD], api_details={"version": "HSDS-UK-3.0"} | says)
    assert terms_of(coordinator, tmp_path) == ("Riverside council", OGL)


def test_so_may_a_page_and_a_data_package(coordinator, tmp_path):
    page = write(tmp_path, services={"contents": [GOOD], "license": OGL})
    assert terms_of(coordinator, page)[1] == OGL
    package = tmp_path / "package"
    package.mkdir()
    write(package, services="id,name,status\n1,Lunch club,active\n", datapackage={"licenses": [{"name": "CC-BY-4.0"}]})
    Source.objects.update(licence="")
    assert terms_of(coordinator, package, FeedFormat.HSDS_CSV)[1] == "CC-BY-4.0"


@pytest.mark.parametrize("says", [[], {"licence": 7, "publisher": [[]]}, {"licences": {}}, {"licence": {"url": "x"}}])
def test_oddities_say_nothing(coordinator, tmp_path, says):
    write(tmp_path, services=[GOOD], api_details=says)
    assert terms_of(coordinator, tmp_path) == ("", "")


def test_what_somebody_gave_stays_and_can_be_given_anew(coordinator, tmp_path):
    path = write(tmp_path, services={"contents": [GOOD], "licence": "Ask us", "publisher": "Council"})
    assert terms_of(coordinator, path, licence=OGL) == ("Council", OGL)
    assert terms_of(coordinator, path) == ("Council", OGL)
    assert terms_of(coordinator, path, publisher="Riverside") == ("Riverside", OGL)


def test_they_are_named_where_the_entry_is_shown_and_served(tmp_path, team, client, signed_in, link_worker, capsys):
    path = write(tmp_path, services=[GOOD])
    call_command("directory_import", str(path), name="Council", publisher="Riverside council", licence=OGL)
    assert f"On terms: {OGL}" in capsys.readouterr().out
    service = Service.objects.get()
    public = client.get(f"/find-support/{team.slug}/{service.pk}")
    staff = signed_in(link_worker).get(f"/directory/{service.pk}")
    for page in (public, staff):
        assert "Riverside council" in page.content.decode()
        assert OGL in page.content.decode()
    served = client.get(f"/open-referral/v3/services/{service.pk}").json()
    assert served["linkworks"]["source"] == {"publisher": "Riverside council", "licence": OGL}
