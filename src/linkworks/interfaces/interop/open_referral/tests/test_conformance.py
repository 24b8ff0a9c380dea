"""Every answer against the official description, over our own catalogue and over other people's feeds."""

from pathlib import Path

import pytest
from django.apps import apps

from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.tests.imports.reading import read_path
from linkworks.interfaces.interop.open_referral.tests.official import ENTRY_OF_A_PLACE, OWN_SLIP, faults, has_own_slip
from linkworks.interfaces.interop.open_referral.tests.records import HERE
from tests.support.shared import shared

pytestmark = pytest.mark.django_db

CATALOGUE = Path(apps.get_app_config("demonstration").path, "data", "catalogue.json")
FEEDS = (
    ("oruk", "validator-mocks", "Default"),
    ("oruk", "validator-mocks", "Warn"),
    ("oruk", "hsds-3.0", "examples"),
    ("data", "bristol_oruk_v1_services_2024-12.json"),
    ("data", "buckinghamshire_outpost_api_page1.json"),
    ("data", "ohana_sanmateo_csv"),
)


def walk(client, path):
    """Every page of a list."""
    number, last = 1, False
    while not last:
        page = client.get(f"{HERE}{path}{'&' if '?' in path else '?'}per_page=100&page={number}").json()
        yield page
        number, last = number + 1, page["last_page"]


def all_faults(client):
    yield from faults("/", client.get(HERE).json())
    for name in ("services", "service_at_locations", "taxonomies", "taxonomy_terms"):
        for page in walk(client, name):
            yield from faults(f"/{name}", page)
    for page in walk(client, "services?full=true"):
        for service in page["contents"]:
            yield from faults("/services/{id}", service)
    for page in walk(client, "service_at_locations?full=true"):
        for place in page["contents"]:
            yield from faults(ENTRY_OF_A_PLACE, place)
    for name in ("taxonomies", "taxonomy_terms", "organizations"):
        for page in walk(client, name):
            for entry in page["contents"][:5]:
                answer = client.get(f"{HERE}{name}/{entry['id']}").json()
                yield from faults(f"/{name}/{{id}}", answer) if name != "organizations" else ()


@pytest.mark.parametrize("feed", [(), *FEEDS], ids=lambda feed: feed[-1] if feed else "our catalogue")
def test_every_answer_is_as_the_standard_says(client, coordinator, feed):
    commit_import(coordinator, batch=read_path(coordinator, shared(*feed) if feed else CATALOGUE))
    found = set(all_faults(client))
    assert not found, "\n".join(sorted(found)[:20])


def test_the_officials_own_slip_is_still_theirs(client, coordinator):
    """A service at a place is described as if it were a service. Were that mended, the exception should go."""
    commit_import(coordinator, batch=read_path(coordinator, CATALOGUE))
    listed = client.get(f"{HERE}service_at_locations").json()["contents"][0]
    place = client.get(f"{HERE}service_at_locations/{listed['id']}").json()
    assert has_own_slip()
    assert set(faults("/service_at_locations/{id}", place)) == OWN_SLIP
