"""Reading the words that somebody typed: what each may be called besides, and what a slip must mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log

from django.db import connection

from linkworks.domain.directory.synonyms import in_words, same_as

MOST_WORDS = 12
LONGEST_WORD = 60

# How many entries a word stands in, by its stem; and for one that stands in none, the known word that is likest, at
# most two letters away. A few letters are too like everything: “tai”, “gym”, “men”.
_KNOWN = """
SELECT asked.word, stems.stem, counted.services, likest.word, likest.services,
       (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'directory_service'::regclass)
FROM unnest(%s::text[]) WITH ORDINALITY asked(word, place)
CROSS JOIN LATERAL (SELECT (tsvector_to_array(to_tsvector('english', asked.word)))[1] AS stem) stems
CROSS JOIN LATERAL (SELECT sum(services) AS services FROM directory_knownword WHERE stem = stems.stem) counted
LEFT JOIN LATERAL (
    SELECT word, services FROM directory_knownword known
    WHERE counted.services IS NULL AND length(asked.word) >= 5
      AND known.known_as = 'word' AND known.word %% asked.word AND levenshtein(known.word, asked.word) <= 2
      AND NOT EXISTS (
          SELECT FROM directory_findable WHERE words @@ plainto_tsquery('english', asked.word)
      )
    ORDER BY levenshtein(known.word, asked.word), services DESC, known.word
    LIMIT 1
) likest ON true
ORDER BY asked.place
"""


class Kind(Enum):
    SAID = "said"
    SLIP = "slip"
    MEANS = "means"


@dataclass(frozen=True)
class Way:
    """Words by which an entry may answer; several stand together. `asked` is what was typed."""

    words: str
    kind: Kind
    asked: str


@dataclass(frozen=True)
class Group:
    """One thing asked for, in all ways in which it may be said. `weight` is how much it tells: rare words tell more."""

    ways: tuple[Way, ...]
    weight: float


@dataclass(frozen=True)
class Asked:
    groups: tuple[Group, ...]

    @property
    def slips(self) -> tuple[Way, ...]:
        return tuple(way for group in self.groups for way in group.ways if way.kind is Kind.SLIP)

    @property
    def said(self) -> str:
        """All of it as it is meant, without what means nothing (“for the”)."""
        return " ".join(group.ways[0].words for group in self.groups)


@dataclass(frozen=True)
class _Word:
    word: str
    is_empty: bool
    services: float
    instead: str
    of: float

    @property
    def weight(self) -> float:
        return log(1 + self.of / (1 + self.services))


def read_words(text: str) -> Asked:
    """One query. Words that mean nothing by themselves are left out."""
    words = [word[:LONGEST_WORD] for word in in_words(text)[:MOST_WORDS]]
    if not words:
        return Asked(())
    known = _look_up(words)
    groups = list(_groups(words, known))
    return Asked(tuple(_as_one_word(groups, words)))


def _look_up(words: Sequence[str]) -> dict[str, _Word]:
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [list(words)])
        return {
            word: _Word(word, not stem, float(services or others or 0), instead or "", float(of))
            for word, stem, services, instead, others, of in cursor.fetchall()
        }


def _groups(words: Sequence[str], known: dict[str, _Word]) -> Iterator[Group]:
    at = 0
    while at < len(words):
        length, means = same_as(words[at:])
        typed = words[at : at + (length or 1)]
        meaningful = [known[word] for word in typed if not known[word].is_empty]
        if meaningful:
            yield Group(tuple(_ways(typed, known, means)), max(word.weight for word in meaningful))
        at += length or 1


def _ways(typed: Sequence[str], known: dict[str, _Word], means: Sequence[str]) -> Iterator[Way]:
    asked = " ".join(typed)
    slip = known[asked].instead if len(typed) == 1 and not means else ""
    yield Way(slip, Kind.SLIP, asked) if slip else Way(asked, Kind.SAID, asked)
    for saying in means:
        yield Way(saying, Kind.MEANS, asked)


def _as_one_word(groups: Sequence[Group], words: Sequence[str]) -> Iterator[Group]:
    """Who types “Street Link” may mean StreetLink; then either word is answered by that."""
    joined = Way("".join(words), Kind.SAID, " ".join(words))
    for group in groups:
        yield Group((*group.ways, joined), group.weight) if len(words) == 2 else group  # noqa: PLR2004 (a pair)
