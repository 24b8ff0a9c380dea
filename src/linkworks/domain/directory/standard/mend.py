"""Making a record whole: what can be mended is, what cannot is set aside within the record, and each is said in words.

Nothing that came is dropped but empty fields and spaces around words. What is set aside stands under
`linkworks.set_aside`, where it is kept and neither shown nor served.
"""

from dataclasses import dataclass, field
from typing import Any

from linkworks.domain.directory.choices import Kind, ServiceStatus
from linkworks.domain.directory.plain_text import plain_text
from linkworks.domain.directory.projection.reading import OURS, ours
from linkworks.domain.directory.standard.fields import FIELDS, NEEDED, SINGLE, TEXT, Holds
from linkworks.domain.directory.standard.keepable import keepable
from linkworks.domain.directory.standard.values import NoValueError, read_value

Note = tuple[str, str]
NUMBERS = (int, float)
DEEPEST = 12
MOST_NOTES = 40
SHORT = 60
# Records of their own are held when they lack something; of those that are only part of one, that part is set aside.
_NEEDED_WITHIN = {kind: names for kind, names in NEEDED.items() if kind not in Kind.values}


@dataclass(slots=True)
class Mended:
    """The record after mending. With anything in `wrong`, it cannot be taken as it stands."""

    record: dict[str, Any]
    notes: list[Note] = field(default_factory=list)
    wrong: list[Note] = field(default_factory=list)

    def note(self, name: str, sentence: str) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append((name, sentence))


def mend(kind: Kind, came: Any) -> Mended:
    if not isinstance(came, dict):
        return Mended({}, wrong=[("", "This is no record: it has no fields.")])
    mended = Mended({})
    came, was_cleaned = keepable(came)
    if was_cleaned:
        mended.note("", "Held characters or numbers that cannot be kept; they are taken out.")
    mended.record = _Mender(mended).fields(kind, came, "", 0)
    for name in NEEDED.get(kind, ()):
        if not plain_text(str(mended.record.get(name) or "")):
            mended.wrong.append((name, f"It has no {name}."))
    if kind is Kind.SERVICE:
        _mend_service(mended)
    if kind is Kind.ORGANIZATION and "services" in mended.record:
        mended.note("services", "Its services are taken from the list of services, and not from here.")
    return mended


def _mend_service(mended: Mended) -> None:
    record = mended.record
    if "status" not in record:
        record["status"] = ServiceStatus.ACTIVE.value
        mended.note("status", "It says nothing of its status, and is taken for active.")
    youngest, oldest = record.get("minimum_age"), record.get("maximum_age")
    if youngest is not None and oldest is not None and youngest > oldest:
        record["minimum_age"], record["maximum_age"] = oldest, youngest
        mended.note("minimum_age", "The lowest age was above the highest: they have changed places.")


@dataclass(slots=True)
class _Part:
    """A record or a piece nested in one, on its way to being whole."""

    path: str
    depth: int
    record: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)

    def whole(self) -> dict[str, Any]:
        if self.aside:
            self.record[OURS] = {**ours(self.record), "set_aside": self.aside}
        return self.record


class _Mender:
    def __init__(self, mended: Mended) -> None:
        self._mended = mended

    def fields(self, kind: str, came: dict[str, Any], path: str, depth: int) -> dict[str, Any]:
        known, part = FIELDS.get(kind, {}), _Part(path, depth)
        for name, told in came.items():
            value = told.strip() if isinstance(told, str) else told
            if not value and not isinstance(value, NUMBERS):
                continue
            holds = known.get(name)
            if holds is TEXT and value.__class__ is str:  # most of what comes
                part.record[name] = value
            elif name == OURS and not isinstance(value, dict):
                part.aside[name] = value
            elif holds is None or depth > DEEPEST:
                part.record[name] = value
            elif isinstance(holds, Holds):
                self._value(part, holds, name, value)
            elif name in SINGLE:
                self._single(part, holds, name, value)
            else:
                self._list(part, holds, name, value)
        return part.whole()

    def _value(self, part: _Part, holds: Holds, name: str, value: Any) -> None:
        try:
            part.record[name], note = read_value(holds, value)
        except NoValueError:
            part.aside[name] = value
            self._mended.note(f"{part.path}{name}", f"“{_short(value)}” is not {holds.value}: it is set aside.")
            return
        if note:
            self._mended.note(f"{part.path}{name}", f"{note[0].upper()}{note[1:]}.")

    def _single(self, part: _Part, holds: str, name: str, value: Any) -> None:
        only = value[0] if isinstance(value, list) and len(value) == 1 else value
        if isinstance(only, dict):
            part.record[name] = self.fields(holds, only, f"{part.path}{name}.", part.depth + 1)
        else:
            part.aside[name] = value
            self._not_a_record(part, name, value)

    def _list(self, part: _Part, holds: str, name: str, value: Any) -> None:
        kept, left = [], []
        for number, item in enumerate(value if isinstance(value, list) else [value], 1):
            whole = self._item(part, holds, f"{name}.{number}", item)
            if whole is None:
                left.append(item)
            else:
                kept.append(whole)
        if kept:
            part.record[name] = kept
        if left:
            part.aside[name] = left

    def _item(self, part: _Part, holds: str, name: str, item: Any) -> dict[str, Any] | None:
        if not isinstance(item, dict) or not item:
            self._not_a_record(part, name, item)
            return None
        whole = self.fields(holds, item, f"{part.path}{name}.", part.depth + 1)
        missing = [needed for needed in _NEEDED_WITHIN.get(holds, ()) if needed not in whole]
        if missing:
            self._mended.note(f"{part.path}{name}", f"It has no {missing[0]}: it is set aside.")
            return None
        return whole

    def _not_a_record(self, part: _Part, name: str, value: Any) -> None:
        self._mended.note(f"{part.path}{name}", f"“{_short(value)}” is no record: it is set aside.")


def _short(value: Any) -> str:
    words = str(value)
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
