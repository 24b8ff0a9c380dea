"""Every hazard's control is held by a test that exists."""

import re

import pytest

from tests.architecture.source import PACKAGE, ROOT

LOG = (ROOT / "docs" / "safety" / "hazard-log.md").read_text()
ROWS = [line for line in LOG.splitlines() if re.match(r"\| \d+ \|", line)]
NAMED = re.findall(r"`([\w/]+(?:\.py)?)(?:::(\w+))?`", "\n".join(row.split("|")[5] for row in ROWS))


def where(path: str):
    places = [ROOT / path, *(PACKAGE / storey / path for storey in ("", "domain"))]
    return next((place for place in places if place.exists()), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[2].strip())
def test_every_hazard_names_the_test_that_holds_its_control(row):
    assert re.search(r"`[\w/]+", row.split("|")[5])


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[":".join(one) for one in NAMED])
def test_the_named_test_exists(path, name):
    found = where(path)
    assert found is not None, f"{path} is not there"
    assert not name or f"def {name}(" in found.read_text(), f"{path} has no {name}"
