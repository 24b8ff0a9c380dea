"""Pieces of a statement that carry their parameters with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sql:
    """`parameters` are for the `%s` of the text, in their order."""

    text: str
    parameters: tuple[Any, ...] = ()

    def __add__(self, other: "Sql") -> "Sql":
        return Sql(f"{self.text}{other.text}", (*self.parameters, *other.parameters))


def sql(text: str, *parameters: Any) -> Sql:
    return Sql(text, parameters)


def joined(glue: str, pieces: Iterable[Sql]) -> Sql:
    told = list(pieces)
    return Sql(glue.join(piece.text for piece in told), tuple(one for piece in told for one in piece.parameters))
