from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from linkworks.domain.directory.choices import Kind

Note = tuple[str, str]


@dataclass(slots=True)
class Told:
    """One record as a source told it. `record` is it in HSDS shape: the very same object as `came`, if it came so."""

    kind: Kind
    came: Any
    record: Any
    notes: list[Note] = field(default_factory=list)


@dataclass
class Course:
    """How a reading went. `problems` are sentences about the whole; a reader says `is_whole` when it has seen all, and
    who publishes it on what terms where it says so."""

    problems: list[str] = field(default_factory=list)
    is_whole: bool = False
    publisher: str = ""
    licence: str = ""


def told(kind: Kind, came: Any, translate: Callable[[dict[str, Any]], dict[str, Any]]) -> Told:
    """A record translated. One that is too odd for its translation is handed on as it came, to be held."""
    try:
        return Told(kind, came, translate(came) if kind is Kind.SERVICE and isinstance(came, dict) else came)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return Told(kind, came, None, [("", f"It is not shaped as this format is: {type(error).__name__}.")])
