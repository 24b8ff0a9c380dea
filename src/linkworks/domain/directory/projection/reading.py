"""Reading values out of a record in which nothing can be relied on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from linkworks.domain.directory.plain_text import plain_text

OURS = "linkworks"  # where a record keeps the facts for which the standard has no field

OLDEST = 130
LONGEST_ADDRESS = 500
MOST_WORDS = 200  # of a list; a feed that lists more than this lists something else


def ours(record: Mapping[str, Any]) -> Mapping[str, Any]:
    found = record.get(OURS)
    return found if isinstance(found, dict) else {}


def text(record: Mapping[str, Any], *names: str, longest: int = 0) -> str:
    """The first of these fields that says something, as plain text."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and (read := plain_text(value)):
            return clip(read, longest)
    return ""


def clip(value: str, longest: int) -> str:
    return f"{value[: longest - 1].rstrip()}…" if longest and len(value) > longest else value


def items(record: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a nested list."""
    value = record.get(name)
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def word_list(record: Mapping[str, Any], name: str, longest: int = 60) -> list[str]:
    value = record.get(name)
    return distinct((word for word in value if isinstance(word, str)), longest) if isinstance(value, list) else []


def distinct(words: Iterable[str], longest: int = 60) -> list[str]:
    """Each once, in their order."""
    read = (clip(" ".join(plain_text(word).split()), longest) for word in words)
    return list(dict.fromkeys(word for word in read if word))[:MOST_WORDS]


def number(record: Mapping[str, Any], name: str) -> float | None:
    value = record.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def whole_number(record: Mapping[str, Any], name: str, largest: int) -> int | None:
    value = number(record, name)
    return int(value) if value is not None and 0 <= value <= largest else None


def flag(record: Mapping[str, Any], name: str) -> bool | None:
    value = record.get(name)
    return value if isinstance(value, bool) else None


def choice(record: Mapping[str, Any], name: str, choices: Iterable[str], otherwise: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) and value in choices else otherwise


def day(record: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(str(record.get(name) or "")[:10])
    except ValueError:
        return None


def time_of_day(record: Mapping[str, Any], name: str) -> time | None:
    try:
        return time.fromisoformat(str(record.get(name) or "")).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return None


def identifier(record: Mapping[str, Any], name: str) -> UUID | None:
    try:
        return UUID(str(record.get(name) or ""))
    except ValueError:
        return None


def web_address(record: Mapping[str, Any], *names: str) -> str:
    """Only what a browser opens as a page, because it becomes a link."""
    found = text(record, *names)
    return found if found.lower().startswith(("https://", "http://")) and len(found) <= LONGEST_ADDRESS else ""
