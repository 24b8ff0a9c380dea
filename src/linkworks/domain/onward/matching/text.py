"""A story made plain for reading, so that what is found can still be shown in the words as they were written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

SENTENCE = re.compile(r"[^.!?;\n]+")
CLAUSE_END = re.compile(r"[,:()]|\s[-–—]+\s|\b(?:but|although|though|because|so|while|whereas|however)\b")
SUBJECT_OPENS = re.compile(CLAUSE_END.pattern + r"|\b(?:and|when|if|where|since|that|after|as|until|or|then)\b")
WORD = re.compile(r"[^\W\d_]+")
APOSTROPHES = "'’‘`\u00b4"
SPLITTING = re.compile(rf"[{APOSTROPHES}](?=(?:d|ll|ve|re)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """`plain` is lower case without apostrophes; `_origin` says where each of its letters stood in `written`."""

    written: str
    plain: str
    _origin: tuple[int, ...]

    @classmethod
    def of(cls, written: str, mend: Callable[[str], str] = str) -> "Text":
        """`mend` may put a misspelt word right; what is shown stays as it was written."""
        kept = [
            (index, _lower(letter))
            for index, letter in enumerate(SPLITTING.sub(" ", written))
            if letter not in APOSTROPHES
        ]
        letters = "".join(letter for _, letter in kept)
        mended = list(_mended(letters, mend))
        return cls(
            written,
            "".join(letter for letter, _ in mended),
            (*(kept[place][0] for _, place in mended), len(written)),
        )

    def words(self, start: int, end: int) -> str:
        """As written, between two places of `plain`."""
        return self.written[self._origin[start] : self._origin[end - 1] + 1] if end > start else ""

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in SENTENCE.finditer(self.plain))

    def sentence_at(self, place: int) -> tuple[int, int]:
        return next(((start, end) for start, end in self.sentences if start <= place < end), (0, len(self.plain)))

    def clause_start(self, place: int, opens: re.Pattern[str] = CLAUSE_END) -> int:
        """Where the clause begins that `place` stands in."""
        start, _ = self.sentence_at(place)
        ends = [match.end() for match in opens.finditer(self.plain, start, place)]
        return ends[-1] if ends else start


def _lower(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def _mended(letters: str, mend: Callable[[str], str]) -> Iterator[tuple[str, int]]:
    """Letters and the place each came from; a word that was put right points at the word it stands for."""
    done = 0
    for match in WORD.finditer(letters):
        yield from ((letters[place], place) for place in range(done, match.start()))
        word, right, last = match.group(), mend(match.group()), match.end() - 1
        yield from ((letter, min(match.start() + index, last)) for index, letter in enumerate(right[: len(right) - 1]))
        yield (right[-1], last) if right != word else (word[-1], last)
        done = match.end()
    yield from ((letters[place], place) for place in range(done, len(letters)))
