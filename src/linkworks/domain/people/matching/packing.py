"""A portrait as one short line of JSON, for keeping, and back."""

import json
from typing import Any

import orjson

from linkworks.domain.people.matching.homes import Home
from linkworks.domain.people.matching.names import Name
from linkworks.domain.people.matching.portrait import Portrait


def pack(person: Portrait) -> str:
    """The same portrait always gives the same line."""
    line: list[Any] = [
        person.names,
        person.births,
        sorted(person.sexes),
        person.homes,
        sorted(person.phones),
        sorted(person.nhs_numbers),
        sorted(person.failed_nhs_numbers),
    ]
    return json.dumps(line, separators=(",", ":"), ensure_ascii=False)


def unpack(line: str) -> Portrait:
    names, births, sexes, homes, phones, nhs_numbers, failed = orjson.loads(line)
    return Portrait(
        tuple([Name(tuple(given), tuple(family)) for given, family in names]),
        tuple(births),
        frozenset(sexes),
        tuple(map(Home._make, homes)),
        frozenset(phones),
        frozenset(nhs_numbers),
        frozenset(failed),
    )
