"""What presenters are made of: small frozen pieces that components know how to draw."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from linkworks.foundation.core import words

Colour = Literal["grey", "white", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow"]


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    hidden: str = ""
    """Words that only a screen reader gets, where the text alone does not say what it leads to."""
    part: ClassVar[str] = "link"


@dataclass(frozen=True)
class Tag:
    text: str
    colour: Colour = "grey"
    part: ClassVar[str] = "tag"


@dataclass(frozen=True)
class When:
    """A day or a moment, in everyday words with the full date in the title; `told` replaces the words."""

    at: date | datetime
    told: str = ""
    part: ClassVar[str] = "when"

    @property
    def has_time(self) -> bool:
        return isinstance(self.at, datetime)

    @property
    def words(self) -> str:
        if self.told:
            return self.told
        return words.moment(self.at) if isinstance(self.at, datetime) else words.day(self.at)

    @property
    def in_full(self) -> str:
        return words.full_moment(self.at) if isinstance(self.at, datetime) else words.full_date(self.at)

    @property
    def machine(self) -> str:
        return self.at.isoformat(timespec="minutes") if isinstance(self.at, datetime) else self.at.isoformat()


@dataclass(frozen=True)
class Phone:
    """A number to ring, and when it is safe to."""

    e164: str
    safe: str = ""
    part: ClassVar[str] = "phone"


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class SummaryRow:
    key: str
    value: Any
    change: Link | None = None


@dataclass(frozen=True)
class PersonBanner:
    """Who this page is about. `alerts` must be seen before contact; `needs` make contact possible."""

    name: str
    born: date | None = None
    nhs_number: str = ""
    phones: tuple[Phone, ...] = ()
    needs: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    href: str = ""
    also_known_as: str = ""
    has_died_on: date | None = None


@dataclass(frozen=True)
class Added:
    """Words that were added to an entry of a timeline later, to put it right."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True)
class TimelineItem:
    kind: str
    """The word for what it is: “Contact”, “Note”, “Measure”."""
    icon: str
    at: datetime
    who: str
    title: str
    text: str = ""
    href: str = ""
    tags: tuple[Tag, ...] = ()
    lines: tuple[str, ...] = ()
    added: tuple[Added, ...] = ()
    actions: tuple[Link, ...] = ()
    is_struck: bool = False
    """Entered in error: `lines` say why, and its words are only shown to whoever asks for them."""


@dataclass(frozen=True)
class ComparedRow:
    """One fact of two records side by side; `verdict` says in words how alike they are."""

    label: str
    left: Any
    right: Any
    verdict: Tag


@dataclass(frozen=True)
class LadderStep:
    label: str
    state: Literal["done", "current", "ahead", "stopped"]
    note: str = ""
    at: date | datetime | None = None


@dataclass(frozen=True)
class QuickAction:
    text: str
    href: str
    is_main: bool = False
    key: str = ""
    """A capital letter that does the same together with Alt; not D, E or F, which browsers use."""


@dataclass(frozen=True)
class Fact:
    """A number with the word for it."""

    number: int
    text: str
    href: str = ""
    tone: Literal["plain", "late", "good"] = "plain"


@dataclass(frozen=True)
class SessionClock:
    """When the session locks and when it ends, for the warnings before; the request carries one as `session_clock`."""

    seconds: int
    keep_alive: str
    sign_out: str = ""
    ends_at: datetime | None = None
    """When even a session in use is over; `seconds_to_end` from now."""
    seconds_to_end: int = 0

    WARN_OF_END: ClassVar[int] = 600

    @property
    def is_ending(self) -> bool:
        return self.ends_at is not None and self.seconds_to_end <= self.WARN_OF_END


@dataclass(frozen=True)
class Filter:
    """A form of GET that narrows a list: its bound form, and how to clear it."""

    form: Any
    clear: str
    is_on: bool = False
    chosen: tuple[Link, ...] = ()
    """What is on now; each link takes it off."""
