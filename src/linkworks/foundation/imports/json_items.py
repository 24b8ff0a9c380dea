"""Reading a long JSON list record by record, however large the file is, in the memory that one record takes."""

import io
import json
from collections.abc import Iterator, Set
from math import isfinite
from typing import Any, BinaryIO

from linkworks.foundation.imports.errors import Unreadable

AT_ONCE = 1 << 18
LARGEST_RECORD = 1 << 24
ENDS_EARLY = "The file ends in the middle of a record: it did not come through whole. Fetch it again."
NO_JSON = "This is not JSON, or it is damaged, at about character {place:,}."
TOO_LARGE = "One record is larger than 16 MB. That is no entry of a directory."


class JsonItems:
    """The records of a file: of a list, of the list under one of `names` in an object, or one after the other.

    What else stands in such an object is in `envelope` when all has been read. A file with one lone object is one
    record.
    """

    def __init__(self, file: BinaryIO, names: Set[str] = frozenset()) -> None:
        self.envelope: dict[str, Any] = {}
        self._text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace")
        self._names = names
        self._buffer = ""
        self._at = 0
        self._dropped = 0
        self._ended = False

    def __iter__(self) -> Iterator[Any]:
        while self._next_character():
            yield from self._top()

    def _top(self) -> Iterator[Any]:
        opening = self._next_character()
        if opening == "[":
            yield from self._list()
        elif opening == "{" and self._names:
            yield from self._object()
        else:
            yield self._value()

    def _list(self) -> Iterator[Any]:
        self._take("[")
        if self._next_character() == "]":
            self._take("]")
            return
        while True:
            yield self._value()
            if self._take(",", "]") == "]":
                return

    def _object(self) -> Iterator[Any]:
        self._take("{")
        found, whole = False, {}
        while self._next_character() != "}":
            name = self._value()
            self._take(":")
            if name in self._names and self._next_character() == "[":
                found = True
                yield from self._list()
            else:
                whole[str(name)] = self._value()
            if self._take(",", "}") == "}":
                break
        else:
            self._take("}")
        self.envelope = whole if found else {}
        if not found:
            yield whole

    def _value(self) -> Any:
        self._next_character()
        size = AT_ONCE
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise self._unreadable(error) from error
            except (RecursionError, ValueError) as error:
                raise Unreadable(NO_JSON.format(place=self._dropped + self._at)) from error
            else:
                if end < len(self._buffer) or self._ended:
                    self._insist_on_size(end - self._at)
                    self._at = end
                    return value
            self._insist_on_size(len(self._buffer) - self._at)
            self._fill(size)
            size *= 2

    def _unreadable(self, error: json.JSONDecodeError) -> Unreadable:
        if error.pos >= len(self._buffer.rstrip()) or "Unterminated" in error.msg:
            return Unreadable(ENDS_EARLY)
        return Unreadable(NO_JSON.format(place=self._dropped + error.pos))

    def _take(self, *wanted: str) -> str:
        found = self._next_character()
        if not found:
            raise Unreadable(ENDS_EARLY)
        if found not in wanted:
            raise Unreadable(NO_JSON.format(place=self._dropped + self._at))
        self._at += 1
        return found

    def _next_character(self) -> str:
        """The next one that is no space, which stays; blank at the end."""
        while True:
            while self._at < len(self._buffer):
                if not self._buffer[self._at].isspace():
                    return self._buffer[self._at]
                self._at += 1
            if self._ended:
                return ""
            self._fill(AT_ONCE)

    def _fill(self, size: int) -> None:
        more = self._text.read(size)
        self._ended = not more
        self._dropped += self._at
        self._buffer, self._at = self._buffer[self._at :] + more, 0

    def _insist_on_size(self, size: int) -> None:
        if size > LARGEST_RECORD:
            raise Unreadable(TOO_LARGE)


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if isfinite(number) else None


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=lambda name: None)


def read_json(content: bytes) -> Any:
    """One short answer, read like the records of a long list. Raises ValueError or RecursionError."""
    return _DECODER.decode(content.decode("utf-8-sig"))
