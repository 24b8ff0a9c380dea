"""Feeds as they are, from outside the project."""

import pytest

from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.actions.imports.undo import undo_import
from linkworks.domain.directory.models import Location, OpeningTime, Organization, Service, ServiceAtLocation
from linkworks.domain.directory.tests.imports.reading import read_path
from linkworks.foundation.imports.choices import BatchState
from tests.support.shared import shared

pytestmark = pytest.mark.django_db


def counts(batch):
    return {decision: number for decision, number in summary(batch).items() if number}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("oruk", "validator-mocks", "Default"), {"new": 1}),
        (("oruk", "validator-mocks", "Test"), {"new": 1}),
        (("oruk", "validator-mocks", "Warn"), {"new": 1}),
        (("oruk", "validator-mocks", "Fail"), {"held": 5}),
        (("oruk", "oruk-3.0", "examples"), {"new": 1}),
        (("oruk", "oruk-3.0", "examples", "csv"), {"new": 1}),
        (("oruk", "hsds-3.0", "examples"), {"new": 1}),
        (("oruk", "hsds-3.0", "examples", "csv"), {"new": 1}),
        (("data", "bristol_oruk_v1_services_2024-12.json"), {"new": 817, "held": 2}),
        (("data", "buckinghamshire_outpost_api_page1.json"), {"new": 20}),
        (("data", "buckinghamshire_outpost_api_service_detail.json"), {"new": 1}),
        (("data", "ohana_sanmateo_csv"), {"new": 23}),
        (("matching", "catalogue.json"), {"new": 120}),
    ],
    ids=lambda value: "/".join(value[-2:]) if isinstance(value, tuple) else "",
)
def test_a_real_feed_comes_in_goes_out_and_comes_in_again_as_it_was(coordinator, path, expected):
    batch = read_path(coordinator, shared(*path))
    assert counts(batch) == expected
    assert batch.state == BatchState.READY
    commit_import(coordinator, batch=batch)
    again = read_path(coordinator, shared(*path))
    if "new" in expected:
        assert set(counts(again)) <= {"same", "held"}
        assert not {name for name in again.counts if not name.endswith((".same", ".held"))}, again.counts
    undo_import(coordinator, batch=batch)
    for model in (Service, Organization, Location, ServiceAtLocation, OpeningTime):
        assert not model.objects.exists()
