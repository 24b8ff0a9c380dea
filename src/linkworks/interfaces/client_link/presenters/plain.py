from dataclasses import dataclass


@dataclass(frozen=True)
class PlainPage:
    """A page that knows of nobody: the question that opens a list, or that there is nothing to open."""

    title: str
