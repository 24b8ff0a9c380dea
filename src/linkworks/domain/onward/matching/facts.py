"""What the engine is told: about services, about the client, and the story. Unknown is None or empty, never a guess."""

from dataclasses import dataclass, field
from enum import StrEnum

CLIENT = "client"


class State(StrEnum):
    OPEN = "open"
    WAITING_LIST = "waiting_list"
    FULL = "full"
    CLOSED = "closed"


@dataclass(frozen=True)
class Place:
    latitude: float
    longitude: float


@dataclass(frozen=True)
class ServiceFacts:
    """`gender` is "any", "women" or "men". `takes_children`: the ages may be those of the client's child."""

    id: str
    name: str
    description: str
    categories: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    eligibility: str = ""
    state: State = State.OPEN
    waiting_weeks: int | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    takes_children: bool = False
    gender: str = "any"
    areas: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    conditions_needed: frozenset[str] = frozenset()
    conditions_ruled_out: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    access_features: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    times: str = ""
    cost: str = ""
    place: Place | None = None
    is_stale: bool = False

    @property
    def text(self) -> str:
        return f"{self.name}. {self.description} {self.eligibility}"


@dataclass(frozen=True)
class ClientFacts:
    """`gender` is "woman", "man" or anything else; only those two are ever compared."""

    age: int | None = None
    gender: str = ""
    borough: str = ""
    district: str = ""
    household: str = ""
    mobility: str = ""
    language: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class Story:
    """`confirmed` and `set_aside` are circumstances on which the worker has spoken: they overrule the reading."""

    text: str
    confirmed: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Person:
    """Somebody for whom a service may be: the client, a child, somebody close. `who` is CLIENT or a word: "son".
    `perhaps` are those of the circumstances that are only guessed at.
    """

    who: str
    age: int | None = None
    gender: str = ""
    is_child: bool = False
    circumstances: frozenset[str] = field(default_factory=frozenset)
    perhaps: frozenset[str] = field(default_factory=frozenset)
