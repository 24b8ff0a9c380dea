"""Tables of HSDS, joined into records: each row goes into the lists of the one that it belongs to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.formats.told import Told
from linkworks.domain.directory.standard.fields import FIELDS, NESTED, SINGLE, Holds

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]  # by what their rows are: "service", "phone"

# Where a row that names several owners goes: the first of these that came.
OWNERS = ("service", "location", "organization", "service_at_location", "contact", "phone")
# What a row is told about, for the two tables that may be about anything.
ABOUT = {"attribute": "link_id", "metadata": "resource_id"}
ORDER = (Kind.TAXONOMY, Kind.TAXONOMY_TERM, Kind.ORGANIZATION, Kind.LOCATION, Kind.SERVICE)


def joined(tables: Tables) -> Iterator[Told]:
    """Every record of its own, with its nested lists filled."""
    rows = {kind: [_typed(kind, row) for row in found] for kind, found in tables.items()}
    by_id = {kind: {str(row["id"]): row for row in found if "id" in row} for kind, found in rows.items()}
    _nest_single(rows, by_id)
    for kind, found in rows.items():
        for row in found:
            _give_to_owner(kind, row, by_id)
    for kind in ORDER:
        for row in rows.get(kind, ()):
            yield Told(kind, row, row)


def _typed(kind: str, row: Row) -> Row:
    """Cells are words; numbers among them are no mistake."""
    fields = FIELDS.get(kind, {})
    return {name: _number(value) if fields.get(name) is Holds.NUMBER else value for name, value in row.items()}


def _number(value: Any) -> Any:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return value
    if not isfinite(number):
        return value
    return int(number) if number.is_integer() else number


def _nest_single(rows: Mapping[str, list[Row]], by_id: Mapping[str, dict[str, Row]]) -> None:
    """What a row names by an id and shows in itself: the programme of a service, the term of an attribute."""
    for kind, name in (("service", "program"), ("attribute", "taxonomy_term")):
        for row in rows.get(kind, ()):
            other = by_id.get(name, {}).get(str(row.get(f"{name}_id")))
            if other is not None:
                row[name] = dict(other)


def _give_to_owner(kind: str, row: Row, by_id: Mapping[str, dict[str, Row]]) -> None:
    owner_kind, owner = _owner(kind, row, by_id)
    name = LISTS[owner_kind].get(kind) if owner_kind else None
    if owner is not None and name:
        owner.setdefault(name, []).append(row)


def _owner(kind: str, row: Row, by_id: Mapping[str, dict[str, Row]]) -> tuple[str, Row | None]:
    if kind in ABOUT:
        about = str(row.get(ABOUT[kind]))
        named = [row.get("link_entity") or row.get("resource_type") or "", *by_id]
        return next(((one, by_id[one][about]) for one in named if about in by_id.get(one, ())), ("", None))
    for owner_kind in OWNERS:
        owner = by_id.get(owner_kind, {}).get(str(row.get(f"{owner_kind}_id")))
        if owner is not None and owner is not row and kind in LISTS[owner_kind]:
            return owner_kind, owner
    return "", None


def _lists() -> dict[str, dict[str, str]]:
    """For each kind of record, the name of the list that holds rows of another kind. Places stand alone."""
    lists: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, nested in NESTED.items():
        for name, holds in nested.items():
            if name not in SINGLE and holds != Kind.LOCATION:
                lists[kind][holds] = name
    return lists


LISTS = _lists()
