"""What the database's JSON cannot hold: null characters, halves of characters, numbers without an end."""

import json
import re
from math import isfinite
from typing import Any

DEEPEST = 100
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def keepable(came: Any) -> tuple[Any, bool]:
    """The value, and whether anything had to be taken out of it. Looking costs little: only what fails is rebuilt."""
    try:
        text = json.dumps(came, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (ValueError, RecursionError):
        return _clean(came, 0), True
    return (_clean(came, 0), True) if "\\u0000" in text else (came, False)


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
