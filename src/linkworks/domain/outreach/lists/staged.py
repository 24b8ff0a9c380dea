"""Entries as they are kept with their rows, and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from linkworks.domain.outreach.lists.cells import Telephone
from linkworks.domain.outreach.lists.entries import Entry
from linkworks.foundation.core.phone import PhoneKind

DAYS = ("date_of_birth", "died_on")
_FIELDS = tuple(field.name for field in fields(Entry))


def pack_entry(entry: Entry) -> dict[str, Any]:
    """What was told, and nothing of what was not. The same entry always gives the same."""
    told = {name: value for name in _FIELDS if (value := getattr(entry, name))}
    for name in DAYS:
        if name in told:
            told[name] = told[name].isoformat()
    if entry.telephones:
        told["telephones"] = [[one.e164, one.kind.value] for one in entry.telephones]
    return told


def unpack_entry(told: Mapping[str, Any]) -> Entry:
    values: dict[str, Any] = {
        name: date.fromisoformat(value) if name in DAYS else value for name, value in told.items()
    }
    values["telephones"] = tuple(Telephone(number, PhoneKind(kind)) for number, kind in told.get("telephones", ()))
    return Entry(**values)


def told_apart(headings: Sequence[str]) -> tuple[str, ...]:
    """Two columns of one heading get two names: "Phone" and "Phone (2)"."""
    return tuple(_named_once(headings))


def _named_once(headings: Sequence[str]) -> Iterable[str]:
    taken: set[str] = set()
    for heading in headings:
        name, times = heading, 1
        while name in taken:
            times += 1
            name = f"{heading} ({times})"
        taken.add(name)
        yield name
