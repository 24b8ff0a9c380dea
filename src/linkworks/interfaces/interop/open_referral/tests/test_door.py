from dataclasses import replace

import pytest

from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.interfaces.interop.open_referral import door
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_service

pytestmark = pytest.mark.django_db


def test_an_unchanged_answer_is_not_sent_again(client, coordinator):
    import_records(coordinator, a_service(1))
    first = client.get(f"{HERE}services")
    assert first["ETag"].startswith('"')
    again = client.get(f"{HERE}services", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    import_records(coordinator, a_service(1, name="Supper club"))
    changed = client.get(f"{HERE}services", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_anybodys_page_may_read_it_and_any_cache_keep_it(client, coordinator, signed_in):
    signed_in(coordinator)
    answer = client.get(f"{HERE}services", headers={"Origin": "https://elsewhere.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.has_header("Vary")
    assert not answer.cookies


def test_a_browser_may_ask_first(client):
    answer = client.options(f"{HERE}services", headers={"Access-Control-Request-Headers": "if-none-match"})
    assert answer.status_code == 204
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(client, method):
    answer = getattr(client, method)(f"{HERE}services")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_who_is_signed_in_is_nobody_here_and_somebody_elsewhere(client, coordinator, signed_in):
    signed_in(coordinator)
    client.get(f"{HERE}services")
    assert client.get("/referrals").status_code == 200


def test_who_asks_very_often_is_told_when_to_go_on(client, monkeypatch):
    monkeypatch.setattr(door, "ASKED", replace(door.ASKED, times=2))
    answers = [client.get(f"{HERE}services") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    refused = answers[-1]
    assert 0 < int(refused["Retry-After"]) <= 60
    assert f"in {refused['Retry-After']} seconds" in refused.json()["error"]
    assert (refused["Cache-Control"], refused["Access-Control-Allow-Origin"]) == ("no-store", "*")
    assert client.get(f"{HERE}services", REMOTE_ADDR="192.0.2.9").status_code == 200
    assert client.options(f"{HERE}services").status_code == 204
