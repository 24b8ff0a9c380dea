"""Two plain engines over the same entries: SQLite's FTS5 by BM25, and PostgreSQL's full text by its own rank.

Each takes any of the words, stemmed, and has no synonyms, slips or distances of its own.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Protocol

from django.db import connections

from linkworks.domain.directory.synonyms import in_words

Entry = tuple[str, str, str]
"""Id, name and description."""


class Engine(Protocol):
    name: str

    def find(self, words: str, most: int) -> list[str]:
        """Ids, best first."""


class Fts5:
    name = "SQLite FTS5"

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, name, text, tokenize='porter')")
        self.database.executemany("INSERT INTO entries VALUES (?, ?, ?)", entries)

    def find(self, words: str, most: int) -> list[str]:
        query = "SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries) LIMIT ?"
        asked = " OR ".join(f'"{word}"' for word in in_words(words))
        return [id_ for (id_,) in self.database.execute(query, (asked, most))]


class PlainPostgres:
    """In a table of its own, as the owner: the web role makes no tables."""

    name = "PostgreSQL full text, plain"

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.database = connections["owner"]
        with self.database.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE plain (id text, words tsvector)")
            for some in _in_pieces(entries):
                cursor.execute(
                    "INSERT INTO plain SELECT id, to_tsvector('english', text)"
                    " FROM unnest(%s::text[], %s::text[]) came(id, text)",
                    [[one[0] for one in some], [f"{one[1]} {one[2]}" for one in some]],
                )
            cursor.execute("CREATE INDEX ON plain USING gin (words)")
            cursor.execute("ANALYZE plain")

    def find(self, words: str, most: int) -> list[str]:
        with self.database.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM plain, websearch_to_tsquery('english', %s) asked"
                " WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, id LIMIT %s",
                [" or ".join(in_words(words)), most],
            )
            return [id_ for (id_,) in cursor.fetchall()]


def _in_pieces(entries: Iterable[Entry], size: int = 5000) -> Iterator[list[Entry]]:
    held: list[Entry] = []
    for entry in entries:
        held.append(entry)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held
