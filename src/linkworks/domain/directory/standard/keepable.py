"""What the database's JSON cannot hold: null characters, halves of characters, numbers without an end."""

import re
from math import isfinite
from typing import Any

import orjson

DEEPEST = 100
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def keepable(came: Any) -> tuple[Any, bool]:
    """The value, and whether anything had to be taken out of it. Looking costs little: only what fails is rebuilt."""
    try:
        if b"\\u0000" not in orjson.dumps(came):
            return came, False
    except orjson.JSONEncodeError:
        pass
    clean = _clean(came, 0)
    return clean, clean != came


def _clean(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _UNKEEPABLE.sub("", value)
    if isinstance(value, float) and not isfinite(value):
        return None
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        return {_clean(str(name), depth): _clean(item, depth + 1) for name, item in value.items()}
    if isinstance(value, list):
        return [_clean(item, depth + 1) for item in value]
    return value
