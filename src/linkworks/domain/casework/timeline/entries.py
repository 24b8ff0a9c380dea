from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from linkworks.domain.casework.choices import TimelineKind


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody added later to put a note right."""

    at: datetime
    by_name: str
    words: str


@dataclass(frozen=True, slots=True)
class Struck:
    """Who marked it as entered in error, and why."""

    at: datetime
    by_name: str
    because: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened. `words` are free words, folded when long; `lines` are short and always shown.

    `note_id` is set when the words are a note that may be corrected; `strike_url`, when it may be marked as entered in
    error, and `struck` once it was.
    """

    at: datetime
    kind: TimelineKind
    title: str
    by_name: str = ""
    lines: tuple[str, ...] = ()
    words: str = ""
    url: str = ""
    note_id: UUID | None = None
    corrections: tuple[Correction, ...] = ()
    strike_url: str = ""
    struck: Struck | None = None


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What the database tells of one thing. `facts` came through JSON: ask `moment`, `day`, `uuid` for those."""

    kind: TimelineKind
    at: datetime
    id: UUID
    by_name: str
    facts: dict[str, Any] = field(default_factory=dict)

    def entry(self, title: str, **parts: Any) -> TimelineEntry:
        parts.setdefault("struck", self._struck())
        return TimelineEntry(at=self.at, kind=self.kind, title=title, by_name=self.by_name, **parts)

    def _struck(self) -> Struck | None:
        if not self.facts.get("struck_at"):
            return None
        return Struck(self.moment("struck_at"), self.facts["struck_by"], self.facts["struck_because"])

    def moment(self, name: str) -> datetime:
        return datetime.fromisoformat(self.facts[name])

    def day(self, name: str) -> date:
        return date.fromisoformat(self.facts[name])

    def uuid(self, name: str) -> UUID | None:
        return UUID(self.facts[name]) if self.facts[name] else None
