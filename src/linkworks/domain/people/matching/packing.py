"""A portrait as one short line of JSON, for keeping, and back."""

import json
from dataclasses import astuple
from typing import Any

from linkworks.domain.people.matching.homes import Home
from linkworks.domain.people.matching.names import Name
from linkworks.domain.people.matching.portrait import Portrait


def pack(person: Portrait) -> str:
    """The same portrait always gives the same line."""
    line: list[Any] = [
        [[list(name.given), list(name.family)] for name in person.names],
        list(person.births),
        sorted(person.sexes),
        [astuple(home) for home in person.homes],
        sorted(person.phones),
        sorted(person.nhs_numbers),
        sorted(person.failed_nhs_numbers),
    ]
    return json.dumps(line, separators=(",", ":"), ensure_ascii=False)


def unpack(line: str) -> Portrait:
    names, births, sexes, homes, phones, nhs_numbers, failed = json.loads(line)
    return Portrait(
        tuple(Name(tuple(given), tuple(family)) for given, family in names),
        tuple(births),
        frozenset(sexes),
        tuple(Home(*home) for home in homes),
        frozenset(phones),
        frozenset(nhs_numbers),
        frozenset(failed),
    )
