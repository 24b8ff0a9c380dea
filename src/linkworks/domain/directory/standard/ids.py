"""What a source calls its records, and the uuids we make where it gives none."""

import re
from typing import Any
from uuid import UUID, uuid5

LONGEST = 200
_MADE = UUID("5b0c3a52-7f5e-5d0c-9d3b-0a6a5b8f2c11")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def canonical_id(value: Any) -> str:
    """An id, always written alike; blank for nothing."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    told = str(value).strip()
    return told.lower() if _UUID.fullmatch(told.lower()) else told[:LONGEST]


def is_uuid(told: Any) -> bool:
    """Whether it is one, written as we write them."""
    return isinstance(told, str) and _UUID.fullmatch(told) is not None


def as_uuid(told: str) -> UUID | None:
    return UUID(told) if _UUID.fullmatch(told) else None


def made_id(*parts: str) -> UUID:
    """The same uuid for the same parts."""
    return uuid5(_MADE, "\x1f".join(parts))
