"""Schemathesis asks every operation of the official description whatever comes to its mind, fitting and not."""

from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import checks
from schemathesis.generation import GenerationMode

from linkworks.domain.directory.tests.imports.reading import import_records
from linkworks.interfaces.interop.open_referral.tests.official import OWN_SLIP, SLIPPED, description, faults
from linkworks.interfaces.interop.open_referral.tests.records import HERE, a_place, a_service, uuid_of
from tests.support.shared import shared

pytestmark = pytest.mark.django_db

KNOWN = {
    "/services/{id}": uuid_of(1),
    "/service_at_locations/{id}": uuid_of(2001),
    "/taxonomies/{id}": uuid_of(5),
    "/taxonomy_terms/{id}": uuid_of(6),
}
LISTS = ("/services", "/service_at_locations", "/taxonomies", "/taxonomy_terms")
ASKED = [(path, GenerationMode.POSITIVE) for path in ("/", *LISTS, *KNOWN)]
# Only lists have questions that can be put wrongly: an id is any words at all.
ASKED += [(path, GenerationMode.NEGATIVE) for path in LISTS]
# The description knows no answer but 200: neither to an id of nothing nor to what it says itself is no number.
UNTOLD = {400, 404}


@cache
def operation(path: str) -> Any:
    schema = schemathesis.openapi.from_dict(description())
    schema.app = get_wsgi_application()
    return schema[path]["GET"]


def cases(path: str, mode: GenerationMode) -> st.SearchStrategy[Any]:
    """Of an entry, as often one that is there as one that is not."""
    made = operation(path).as_strategy(generation_mode=mode)
    if path not in KNOWN:
        return made
    return st.one_of(made, operation(path).as_strategy(generation_mode=mode, path_parameters={"id": KNOWN[path]}))


def excluded(path: str, response: Any) -> list[Any]:
    left_out = [checks.status_code_conformance] if response.status_code in UNTOLD else []
    if path == SLIPPED and response.status_code == 200 and set(faults(SLIPPED, response.json())) == OWN_SLIP:
        left_out.append(checks.response_schema_conformance)
    return left_out


@pytest.fixture
def _one_connection():
    """A request would close the connection in whose transaction the test runs; Django's own client minds that too."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def directory(coordinator):
    shared("oruk")
    term = {"id": uuid_of(6), "name": "Food", "taxonomy_detail": {"id": uuid_of(5), "name": "Kinds of help"}}
    schedule = {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}
    import_records(
        coordinator,
        a_service(1, attributes=[{"taxonomy_term": term}], schedules=[schedule], service_at_locations=[a_place(1)]),
        a_service(2, minimum_age=18),
    )


@pytest.mark.usefixtures("directory", "_one_connection")
@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_every_operation(path, mode):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=cases(path, mode))
    def ask(case):
        response = case.call(base_url=f"http://localhost{HERE.rstrip('/')}")
        case.validate_response(response, excluded_checks=excluded(path, response))

    ask()
