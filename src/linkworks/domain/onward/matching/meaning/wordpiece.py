"""Words into the pieces that the model was taught with."""

import unicodedata
from functools import lru_cache

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
LONGEST_TEXT = 126


class WordPieces:
    """`vocabulary` is the model's list, one piece a line; a piece's number is its line."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._pieces_of = lru_cache(maxsize=20_000)(self._split)

    def __contains__(self, word: object) -> bool:
        return word in self._numbers

    def numbers(self, text: str) -> list[int]:
        pieces = [number for word in _words(text) for number in self._pieces_of(word)]
        return [self._numbers[START], *pieces[:LONGEST_TEXT], self._numbers[END]]

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self._numbers[UNKNOWN],)
        found: list[int] = []
        start = 0
        while start < len(word):
            end = self._longest_from(word, start)
            if end is None:
                return (self._numbers[UNKNOWN],)
            found.append(self._numbers[_piece(word, start, end)])
            start = end
        return tuple(found)

    def _longest_from(self, word: str, start: int) -> int | None:
        return next((end for end in range(len(word), start, -1) if _piece(word, start, end) in self._numbers), None)


def _piece(word: str, start: int, end: int) -> str:
    return word[start:end] if start == 0 else f"##{word[start:end]}"


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    spaced = "".join(_spaced(letter) for letter in plain if unicodedata.category(letter) != "Mn")
    return spaced.split()


def _spaced(letter: str) -> str:
    """Punctuation stands alone, control characters are gaps."""
    if letter.isalnum() or letter.isspace():
        return letter
    return " " if unicodedata.category(letter).startswith("C") else f" {letter} "
