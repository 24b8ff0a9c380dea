"""Reading the words that somebody typed: what each may be called besides, and what a slip must mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log

from django.db import connection

from linkworks.domain.directory.synonyms import in_words, same_as

MOST_WORDS = 12
LONGEST_WORD = 60

# How many entries a word stands in, by its stem, and how they write it; and for one that stands in none, the known word
# that is likest, at most two letters away. A few letters are too like everything: “tai”, “gym”, “men”.
_KNOWN = """
SELECT asked.word, stems.stem, counted.services, counted.written, likest.word, likest.services,
       (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'directory_service'::regclass)
FROM unnest(%s::text[]) WITH ORDINALITY asked(word, place)
CROSS JOIN LATERAL (SELECT (tsvector_to_array(to_tsvector('english', asked.word)))[1] AS stem) stems
CROSS JOIN LATERAL (
    SELECT sum(services) AS services, (array_agg(word ORDER BY word <> asked.word, services DESC, word))[1] AS written
    FROM directory_knownword WHERE stem = stems.stem
) counted
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
    """Words by which an entry may answer, as entries write them; several stand together. `asked` is what was typed."""

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
    """`meant` is how entries write it; where none does, the word that is likest, if there is one, and a slip."""

    is_empty: bool
    services: float
    meant: str
    is_slip: bool
    of: float

    @property
    def weight(self) -> float:
        return log(1 + self.of / (1 + self.services))


@dataclass(frozen=True)
class _Saying:
    """The next few words: as typed, as meant, and what they lead to."""

    length: int
    asked: str
    meant: str
    means: Sequence[str]


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
            word: _Word(
                is_empty=not stem,
                services=float(services or others or 0),
                meant=written or likest or word,
                is_slip=likest is not None,
                of=float(of),
            )
            for word, stem, services, written, likest, others, of in cursor.fetchall()
        }


def _groups(words: Sequence[str], known: dict[str, _Word]) -> Iterator[Group]:
    meant = [known[word].meant for word in words]
    at = 0
    while at < len(words):
        here = _saying(words[at:], meant[at:])
        parts = [known[word] for word in words[at : at + here.length]]
        meaningful = [part for part in parts if not part.is_empty]
        if meaningful:
            yield Group(tuple(_ways(here, parts)), max(part.weight for part in meaningful))
        at += here.length


def _saying(words: Sequence[str], meant: Sequence[str]) -> _Saying:
    """The longest that we know, as it is typed or as it is meant; else the next word alone. What leads to others as it
    is typed (“iapt”) is no slip, whatever it is like."""
    as_typed, as_meant = same_as(words), same_as(meant)
    if as_typed[0] and as_typed[0] >= as_meant[0]:
        length, means = as_typed
        return _Saying(length, " ".join(words[:length]), " ".join(words[:length]), means)
    length, means = as_meant
    length = length or 1
    return _Saying(length, " ".join(words[:length]), " ".join(meant[:length]), means)


def _ways(here: _Saying, parts: Sequence[_Word]) -> Iterator[Way]:
    is_slip = here.meant != here.asked and any(part.is_slip for part in parts)
    yield Way(here.meant, Kind.SLIP if is_slip else Kind.SAID, here.asked)
    for saying in here.means:
        yield Way(saying, Kind.MEANS, here.asked)


def _as_one_word(groups: Sequence[Group], words: Sequence[str]) -> Iterator[Group]:
    """Who types “Street Link” may mean StreetLink; then either word is answered by that."""
    joined = Way("".join(words), Kind.SAID, " ".join(words))
    for group in groups:
        yield Group((*group.ways, joined), group.weight) if len(words) == 2 else group  # noqa: PLR2004 (a pair)
