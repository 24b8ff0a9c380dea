"""Long notes: the first six lines to read at once, the rest one press away."""

from typing import NamedTuple

LINES = 6
LINE_WIDTH = 90


class Folded(NamedTuple):
    start: str
    rest: str


def fold(text: str, lines: int = LINES) -> Folded:
    """Split after so many lines as a page would wrap them, at the end of a word."""
    text = text.replace("\r\n", "\n").strip()
    room = lines
    read = 0
    for line in text.split("\n"):
        needed = max(1, -(-len(line) // LINE_WIDTH))
        if needed > room:
            return _split(text, _end_of_word(text, read + room * LINE_WIDTH))
        room -= needed
        read += len(line) + 1
        if room == 0 and read < len(text):
            return _split(text, read)
    return Folded(text, "")


def _end_of_word(text: str, position: int) -> int:
    space = text.rfind(" ", 0, position)
    return space if space > position - LINE_WIDTH else position


def _split(text: str, position: int) -> Folded:
    return Folded(text[:position].rstrip(), text[position:].strip())
