"""The answers of a form as they were sent, in the shape in which they are sealed and brought back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from linkworks.foundation.core.sealing import seal, unseal

PURPOSE = "what staff typed"
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "_review"})


@dataclass(frozen=True)
class Typing:
    """Names and values in the order of the form. Files are never kept; `had_files` says that there were some."""

    answers: tuple[tuple[str, str], ...]
    had_files: bool = False

    @classmethod
    def of(cls, answers: Iterable[tuple[str, Iterable[str]]], *, had_files: bool = False) -> "Typing":
        """From each name with all its values, as a posted form gives them."""
        kept = ((name, value) for name, values in answers if name not in NEVER_KEPT for value in values)
        return cls(tuple(kept), had_files)

    @property
    def length(self) -> int:
        return sum(len(name) + len(value) for name, value in self.answers)


def sealed(typing: Typing) -> str:
    return seal(json.dumps([typing.answers, typing.had_files]), PURPOSE)


def opened(text: str) -> Typing:
    answers, had_files = json.loads(unseal(text, PURPOSE))
    return Typing(tuple((name, value) for name, value in answers), had_files)
