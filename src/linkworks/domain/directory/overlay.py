"""What we say, laid over what the source says."""

from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.projection.reading import OURS, ours

Record = Mapping[str, Any]


def laid_over(record: Record, says: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the value of each field of `says`; a value of None takes the field out."""
    whole = dict(record)
    facts = dict(ours(whole))
    for field, value in says.items():
        within, name = (facts, field.removeprefix(f"{OURS}.")) if is_ours(field) else (whole, field)
        within[name] = value
        if value is None:
            del within[name]
    return {name: value for name, value in (whole | {OURS: facts}).items() if name != OURS or value}


def value_at(record: Record, field: str) -> Any:
    if not is_ours(field):
        return record.get(field)
    return ours(record).get(field.removeprefix(f"{OURS}."))


def is_ours(field: str) -> bool:
    return field.startswith(f"{OURS}.")


def our_field(name: str) -> str:
    return f"{OURS}.{name}"
