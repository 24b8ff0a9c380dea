"""The shelf of all services that this process keeps: filled at the first question, and before every other brought up
to what has been written since. The law is not asked of it: see `facts.look_up`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.digest import EMPTY, Digest, digest, edition
from linkworks.domain.onward.matching.facts import Place, ServiceFacts
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.shelf import Entry, Shelf
from linkworks.domain.onward.selectors.digests import LISTED, WORDS_HASH
from linkworks.domain.onward.selectors.facts import NOT_READ, look_up, places_of, service_facts
from linkworks.foundation.core.rows import read_rows

AT_ONCE = 2_000
ON_THE_SPOT = 40  # digests that a question may wait for; others are made by the job
WORTH_SAYING = 0.1

# See `core.written`. The oldest transaction under way, our own, and what was written since; at least one row.
_SINCE = "{row}.written_in >= %(since)s AND ({row}.written_in < now.unborn OR {row}.written_in = now.own)"
_WRITTEN = f"""
WITH now AS MATERIALIZED (
    SELECT pg_snapshot_xmin(now)::text::bigint AS oldest, pg_snapshot_xmax(now)::text::bigint AS unborn,
           coalesce(pg_current_xact_id_if_assigned()::text::bigint, -1) AS own
    FROM pg_current_snapshot() now
), written AS (
    SELECT s.id, s.written_in FROM now, directory_service s WHERE {_SINCE.format(row="s")}
    UNION ALL
    SELECT d.service_id, d.written_in FROM now, onward_servicedigest d WHERE {_SINCE.format(row="d")}
    UNION ALL
    SELECT p.service_id, p.written_in FROM now, directory_serviceatlocation p WHERE {_SINCE.format(row="p")}
    UNION ALL
    SELECT p.service_id, l.written_in FROM now, directory_serviceatlocation p
    JOIN directory_location l ON l.id = p.location_id WHERE {_SINCE.format(row="l")}
)
SELECT now.oldest, now.own, latest.id::text, latest.written_in
FROM now LEFT JOIN (SELECT id, max(written_in) AS written_in FROM written GROUP BY id) latest ON true
"""  # noqa: S608 (only words of ours)  # nosec B608


def _object(*names: str) -> str:
    pairs = ", ".join(f"'{name}', s.{name}" for name in names)
    return f"json_build_object({pairs})::text"


_ROWS = f"""
SELECT s.id::text, {_object("status", "live_state")}, {_object("areas")}, {_object("postcode_districts")},
       {_object("minimum_age", "maximum_age", "age_of", "gender", "conditions_needed", "conditions_ruled_out")},
       {_object("status", "live_state", "delivery", "access_features", "languages")},
       CASE WHEN d.edition = %s AND d.words_hash = {WORDS_HASH} THEN d.fits END, d.stems,
       CASE WHEN d.model = %s AND d.words_hash = {WORDS_HASH} THEN d.meaning END
FROM directory_service s LEFT JOIN onward_servicedigest d ON d.service_id = s.id
WHERE {LISTED} AND s.id = ANY(%s::uuid[])
"""  # noqa: S608 (only words of ours)  # nosec B608


class Row(NamedTuple):
    """`facts` are JSON, in the order of `Shelf.alike`; what of a digest no longer holds is None."""

    id: str
    facts: list[str]
    fits: bytes | None
    stems: bytes
    meaning: bytes | None


class KeptShelf:
    def __init__(self) -> None:
        self.shelf = Shelf()
        self._since = 0
        self._seen: Mapping[str, int] = {}
        self._own: frozenset[str] = frozenset()
        self._without_digest: set[str] = set()
        self._numbers: dict[tuple[str, str], int] = {}

    def bring_up_to_date(self) -> None:
        """Reads what was written since the last time. What our own transaction wrote may yet be undone, and is read
        again the next time."""
        with self.shelf.lock:
            rows = read_rows(_WRITTEN, {"since": self._since})
            oldest, ours, *_ = rows[0]
            written = {id_: written_in for _, _, id_, written_in in rows if id_ is not None}
            own = frozenset(id_ for id_, written_in in written.items() if written_in == ours)
            self._read([*own, *(self._own - own), *self._unseen(written, own | self._own)])
            self._own = own
            self._seen = {id_: written_in for id_, written_in in written.items() if written_in >= oldest}
            self._since = oldest

    def look_up(self, ids: Sequence[str], near: Place | None) -> Mapping[str, ServiceFacts]:
        """A service that was taken out of the directory altogether leaves no other trace than that it is not found, and
        seldom goes alone."""
        facts = look_up(ids, near)
        if len(facts) < len(ids):
            self._forget_removed()
        return facts

    def _forget_removed(self) -> None:
        listed = {str(id_) for id_ in Service.objects.listed().values_list("pk", flat=True)}
        with self.shelf.lock:
            self.shelf.take_away([id_ for id_ in self.shelf if id_ not in listed])
            self._without_digest &= listed

    def notes(self, has_model: bool) -> Iterator[str]:
        """What the worker should know of how far the services have been read."""
        services, unread = len(self.shelf), self.shelf.unread
        if waiting := len(self._without_digest):
            yield f"{waiting:,} services are new or changed and still being read. They may be missing here."
        elif has_model and unread > WORTH_SAYING * services:
            yield f"{unread:,} of {services:,} services are matched by words alone until the model has read them."

    def _unseen(self, written: Mapping[str, int], but: frozenset[str]) -> Iterator[str]:
        return (id_ for id_, written_in in written.items() if id_ not in but and self._seen.get(id_) != written_in)

    def _read(self, ids: Sequence[str]) -> None:
        on_the_spot = ON_THE_SPOT
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            found = read_rows(_ROWS, [edition(), model.NAME, some])
            rows = [Row(id_, facts, fits, stems, meaning) for id_, *facts, fits, stems, meaning in found]
            without = [row.id for row in rows if row.fits is None]
            made = dict(_made_now(without[:on_the_spot]))
            on_the_spot -= len(made)
            self._without_digest -= {*some}
            self._without_digest |= {*without} - made.keys()
            self.shelf.take_away(some)
            self.shelf.put(list(self._entries(rows, made)))

    def _entries(self, rows: Sequence[Row], made: Mapping[str, Digest]) -> Iterator[Entry]:
        places = places_of([row.id for row in rows])
        for row in rows:
            worked_out = made.get(row.id, EMPTY) if row.fits is None else Digest(row.fits, row.stems)
            yield Entry(
                row.id,
                self._numbers_of(row),
                replace(worked_out, meaning=row.meaning or b""),
                places.get(UUID(row.id), ()),
            )

    def _numbers_of(self, row: Row) -> dict[str, int]:
        """As JSON, the same facts are the same text."""
        for name, facts in zip(self.shelf.alike, row.facts, strict=True):
            if (name, facts) not in self._numbers:
                service = service_facts(Service(**json.loads(facts)))
                self._numbers[name, facts] = self.shelf.alike[name].number(service)
        return {name: self._numbers[name, facts] for name, facts in zip(self.shelf.alike, row.facts, strict=True)}


@cache
def _shelf_of(database: str) -> KeptShelf:
    del database
    return KeptShelf()


def kept_shelf() -> KeptShelf:
    return _shelf_of(str(connection.settings_dict["NAME"]))


def forget_shelf() -> None:
    """As a process that has just started."""
    _shelf_of.cache_clear()


def _made_now(ids: Sequence[str]) -> Iterator[tuple[str, Digest]]:
    for service in Service.objects.filter(pk__in=ids).defer(*NOT_READ) if ids else ():
        yield str(service.pk), digest(service_facts(service))
