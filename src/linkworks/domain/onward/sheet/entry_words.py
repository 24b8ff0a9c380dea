"""The parts of one option on a sheet, in the order in which they are read, each under its own heading."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from linkworks.domain.onward.models import SheetEntry

LONGEST = {"title": 120, "what": 400, "first_time": 400}
LONGEST_PART = 250


@dataclass(frozen=True)
class EntryWords:
    title: str
    what: str = ""
    times: str = ""
    place: str = ""
    getting_there: str = ""
    ask_for: str = ""
    first_time: str = ""
    cost: str = ""
    joining: str = ""

    @classmethod
    def of(cls, entry: SheetEntry) -> Self:
        return cls(**{field.name: getattr(entry, field.name) for field in fields(cls)})

    @property
    def by_part(self) -> dict[str, str]:
        return asdict(self)


HEADINGS = {
    "what": "What it is",
    "times": "When",
    "place": "Where",
    "getting_there": "How to get there",
    "ask_for": "Who to ask for",
    "first_time": "The first time",
    "cost": "What it costs",
    "joining": "Do you need to ring first?",
}

# Days, addresses and names are facts: they cannot be said in easier words.
PROSE = ("what", "getting_there", "first_time", "cost", "joining")


def rows_of(entry: Any) -> list[tuple[str, str]]:
    """Heading and words of every part that says something."""
    return [(heading, getattr(entry, part)) for part, heading in HEADINGS.items() if getattr(entry, part)]


def longest(part: str) -> int:
    return LONGEST.get(part, LONGEST_PART)
