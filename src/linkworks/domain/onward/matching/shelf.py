"""All services as columns of numbers, small enough to stay in memory: what it takes to choose the few worth a closer
look. Little more than a kilobyte a service. One may be put in again, or taken away, without touching the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Any

import numpy as np

from linkworks.domain.onward.matching.alike import AREAS, DISTRICTS, HOW, STATE, WHO, Alike
from linkworks.domain.onward.matching.digest import Digest
from linkworks.domain.onward.matching.facts import Place, ServiceFacts
from linkworks.domain.onward.matching.reading import needs
from linkworks.domain.onward.matching.word_match import WordCounts

ALIKE = {"state": STATE, "areas": AREAS, "districts": DISTRICTS, "who": WHO, "how": HOW}
WIDTH = 384
SCALE = 4
AT_ONCE = 4096
EARTH_KM = 6371
GROWTH = 1.3
ROOM = 256


@dataclass(frozen=True, slots=True)
class Entry:
    """`numbers` are those that the shelf's `alike` give; `places` those that distance may be measured from."""

    id: str
    numbers: Mapping[str, int]
    digest: Digest
    places: Sequence[Place] = ()


class Shelf:
    """Rows are numbers of services, and hold until one is put in. `lock` is for who lets several threads use it."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.alike = {name: Alike(facts) for name, facts in ALIKE.items()}
        self.words = WordCounts()
        self.ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._stems: list[bytes] = []
        self._free: list[int] = []
        self._columns = _columns(ROOM)
        self._places = _no_places()

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    @property
    def unread(self) -> int:
        """How many the language model has not read."""
        return int((self.column("is_there") & ~self.column("is_read")).sum())

    @property
    def conditions(self) -> frozenset[str]:
        """All circumstances that any service asks about."""
        return frozenset().union(
            *(one.conditions_needed | one.conditions_ruled_out for one in self.alike["who"].examples)
        )

    def column(self, name: str) -> Any:
        """Of "is_there", "is_read" (by the model), "fits", "arrow", "scale" and the names of `alike`: all rows."""
        return self._columns[name][: len(self.ids)]

    def entry(self, service: ServiceFacts, digest: Digest, places: Sequence[Place] = ()) -> Entry:
        return Entry(service.id, {name: alike.number(service) for name, alike in self.alike.items()}, digest, places)

    def put(self, entries: Sequence[Entry]) -> None:
        """Each is put in, or takes the place of what was there for it."""
        self.take_away([entry.id for entry in entries])
        if not entries:
            return
        rows = np.array([self._row(entry) for entry in entries])
        columns = self._columns
        columns["is_there"][rows] = True
        columns["is_read"][rows] = [bool(entry.digest.meaning) for entry in entries]
        for name in self.alike:
            columns[name][rows] = [entry.numbers[name] for entry in entries]
        columns["fits"][rows] = _bytes([entry.digest.fits for entry in entries], columns["fits"].shape[1], np.uint8)
        meanings = _bytes([entry.digest.meaning for entry in entries], SCALE + WIDTH, np.int8)
        columns["arrow"][rows] = meanings[:, SCALE:]
        columns["scale"][rows] = np.ascontiguousarray(meanings[:, :SCALE]).view(np.float32)[:, 0]
        self.words.add([entry.digest.stems for entry in entries])
        self._put_places(rows, entries)

    def take_away(self, ids: Iterable[str]) -> None:
        rows = [row for id_ in ids if (row := self._rows.pop(id_, None)) is not None]
        if rows:
            self._columns["is_there"][rows] = False
            self.words.add([self._stems[row] for row in rows], -1)
            self._places = self._places[~np.isin(self._places["row"], rows)]
            self._free += rows

    def stems(self, rows: Iterable[int]) -> list[bytes]:
        return [self._stems[row] for row in rows]

    def nearness(self, arrows: Any) -> Any:
        """How near each row is in meaning to each of these arrows: a line for each of them. What the model has not read
        yet is as near as the middle of what it has."""
        near = np.empty((len(arrows), len(self.ids)), np.float32)
        for start in range(0, len(self.ids), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            near[:, some] = arrows @ self.column("arrow")[some].astype(np.float32).T
        near *= self.column("scale")
        is_read = self.column("is_read") & self.column("is_there")
        middle = near[:, is_read].mean(axis=1, keepdims=True) if is_read.any() else 0
        return np.where(is_read, near, middle) if not is_read.all() else near

    def kilometres(self, place: Place) -> Any:
        """To the nearest place of each row; infinite where it has none."""
        away = np.full(len(self.ids), np.inf, np.float32)
        places = self._places
        np.minimum.at(away, places["row"], kilometres(place, places["latitude"], places["longitude"]))
        return away

    def _row(self, entry: Entry) -> int:
        if self._free:
            row = self._free.pop()
            self.ids[row], self._stems[row] = entry.id, entry.digest.stems
        else:
            row = len(self.ids)
            self.ids.append(entry.id)
            self._stems.append(entry.digest.stems)
            if row == len(self._columns["is_there"]):
                self._columns = {name: _longer(column) for name, column in self._columns.items()}
        self._rows[entry.id] = row
        return row

    def _put_places(self, rows: Any, entries: Sequence[Entry]) -> None:
        told = [
            (row, place.latitude, place.longitude)
            for row, entry in zip(rows, entries, strict=True)
            for place in entry.places
        ]
        self._places = np.concatenate([self._places, np.array(told, self._places.dtype)])


def kilometres(place: Place, latitude: Any, longitude: Any) -> Any:
    """As the crow flies, to one place or to many."""
    north, south = np.radians(place.latitude), np.radians(latitude)
    east = np.radians(longitude - place.longitude)
    half = np.sin((south - north) / 2) ** 2 + np.cos(north) * np.cos(south) * np.sin(east / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(half))


def _columns(rows: int) -> dict[str, Any]:
    return {
        "is_there": np.zeros(rows, bool),
        "is_read": np.zeros(rows, bool),
        **{name: np.zeros(rows, np.int32) for name in ALIKE},
        "fits": np.zeros((rows, len(needs.lexicon())), np.uint8),
        "arrow": np.zeros((rows, WIDTH), np.int8),
        "scale": np.zeros(rows, np.float32),
    }


def _no_places() -> Any:
    return np.empty(0, [("row", np.int32), ("latitude", np.float32), ("longitude", np.float32)])


def _longer(column: Any) -> Any:
    longer = np.zeros((int(len(column) * GROWTH) + 1, *column.shape[1:]), column.dtype)
    longer[: len(column)] = column
    return longer


def _bytes(rows: Sequence[bytes], width: int, of: Any) -> Any:
    """One row for each; an empty one is all noughts."""
    joined = b"".join(row or bytes(width) for row in rows)
    return np.frombuffer(joined, of).reshape(len(rows), width)
