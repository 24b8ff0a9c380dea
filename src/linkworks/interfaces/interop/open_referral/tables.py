"""Whole entries as rows of the tables of an HSDS data package. What stands under `linkworks` has no table."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.standard.fields import FIELDS, NESTED, SINGLE
from linkworks.interfaces.interop.open_referral.mapping import KEPT_BACK, NEVER, OTHER_IDS, Json

Row = dict[str, Any]

ABOUT_ANYTHING = "attribute"
# What several entries may show: one row all the same.
SHARED = {Kind.ORGANIZATION, Kind.LOCATION, Kind.TAXONOMY, Kind.TAXONOMY_TERM, "program"}
NAMED_OTHERWISE = {
    "address": "addresses",
    Kind.TAXONOMY: "taxonomies",
    **{kind: kind for kind in ("accessibility", "funding", Kind.SERVICE_AT_LOCATION)},
}
FILE_NAMES = {kind: f"{NAMED_OTHERWISE.get(kind, f'{kind}s')}.csv" for kind in FIELDS if kind not in NEVER}


def rows_of(kind: str, entry: Json, seen: set[str], **owner: str) -> Iterator[tuple[str, Row]]:
    """The rows of all that is in an entry, and its own, each with its table and the id of its owner."""
    if kind in SHARED:
        if entry["id"] in seen:
            return
        seen.add(entry["id"])
    row: Row = {**owner}
    for name, value in entry.items():
        holds = NESTED[kind].get(name)
        if holds is None:
            row[name] = value
        elif name in SINGLE:
            row[_key(name)] = value["id"]
            yield from rows_of(holds, value, seen)
        else:
            for item in value:
                yield from rows_of(holds, item, seen, **_owned_by(kind, entry["id"], holds))
    yield kind, row


def _key(name: str) -> str:
    return f"{name.removesuffix('_detail')}_id"


def _owned_by(kind: str, entry_id: str, owned: str) -> dict[str, str]:
    if owned == ABOUT_ANYTHING:
        return {"link_id": entry_id, "link_entity": kind}
    return {f"{kind}_id": entry_id}


def _headings() -> dict[str, list[str]]:
    """Ids first: its own, those of whatever may own it, those of others that it names."""
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, nested in NESTED.items():
        for name, holds in nested.items():
            if name in SINGLE:
                ids[kind].append(_key(name))
            else:
                ids[holds] += _owned_by(kind, "", holds)
    return {
        kind: list(dict.fromkeys(["id", *ids[kind], *OTHER_IDS.get(kind, ()), *_plain(kind)])) for kind in FILE_NAMES
    }


def _plain(kind: str) -> list[str]:
    return [name for name in FIELDS[kind] if name not in NESTED[kind] and name not in KEPT_BACK.get(kind, ())]


HEADINGS = _headings()
