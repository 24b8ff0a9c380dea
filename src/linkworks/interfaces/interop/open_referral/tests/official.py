"""The official description of the interface, and whether an answer is as it says.

One thing in it is a slip, known to its authors: at `/service_at_locations/{id}` it describes a service. A service at a
place lacks two fields of that (and has them in the service within it), and is held to its own schema instead.
"""

import json
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator

from tests.support.shared import shared

OPENAPI = ("oruk", "derived", "oruk-3.0-openapi-inlined.json")
SLIPPED = "/service_at_locations/{id}"
ENTRY_OF_A_PLACE = "a service at a place"
OWN_SLIP = {
    f'{SLIPPED} : "name" is a required property',
    f'{SLIPPED} : "status" is a required property',
}


@cache
def description() -> dict[str, Any]:
    return json.loads(shared(*OPENAPI).read_text())


def answer_to(path: str) -> dict[str, Any]:
    """The schema of an answer; `path` as the description writes it: “/services/{id}”."""
    return description()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]


def has_own_slip() -> bool:
    return answer_to(SLIPPED)["required"] == ["id", "name", "status"]


def place_schema() -> dict[str, Any]:
    """What stands within the official schema of a whole service."""
    return answer_to("/services/{id}")["properties"]["service_at_locations"]["items"]


@cache
def _validator(path: str) -> Draft202012Validator:
    schema = place_schema() if path == ENTRY_OF_A_PLACE else answer_to(path)
    return Draft202012Validator(schema, validate_formats=True)


def faults(path: str, answer: Any) -> list[str]:
    return [
        f"{path} {'/'.join(map(str, error.instance_path))}: {error.message[:200]}"
        for error in _validator(path).iter_errors(answer)
    ]
