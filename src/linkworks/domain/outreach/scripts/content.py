"""A script: modules that may be taken in any order, each with steps that follow one another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import shorten
from typing import Literal

END_OF_MODULE = "end of module"
END_OF_CALL = "end of call"
# What stands for the answer to a step that was left out because somebody else may have heard it.
NOT_ASKED = "not asked: not safe"

LONGEST_NAME = 70

Urgency = Literal["immediate", "today", "two_days", "routine"]


class StepKind(StrEnum):
    """`sharing` asks, for each need that was raised, whether it may be passed on to those who can help."""

    SAY = "say"
    CHOICE = "choice"
    SEVERAL = "several"
    WORDS = "words"
    SHARING = "sharing"


@dataclass(frozen=True)
class Guard:
    """True when the answer to `step`, or one of several, is among `among`."""

    step: str
    among: tuple[str, ...]


@dataclass(frozen=True)
class Need:
    """What an answer raises, and what is read back about it."""

    type: str
    urgency: Urgency
    read_back: str


@dataclass(frozen=True)
class Answer:
    """`goes` is a step of the module, or one of the two ends; blank is the step below.

    `raises_concern` says that somebody may be hurt; `says_alone`, that the person can talk freely.
    """

    key: str
    label: str
    goes: str = ""
    needs: tuple[Need, ...] = ()
    read_back: str = ""
    raises_concern: bool = False
    says_alone: bool = False


@dataclass(frozen=True)
class Step:
    """`say` are the words to say aloud; `guidance` is for the caller alone. A step whose guards do not all hold is
    passed over; `only_alone` is passed over, and says so, unless it is known that the person can talk freely.
    """

    key: str
    kind: StepKind
    say: str
    guidance: str = ""
    guards: tuple[Guard, ...] = ()
    answers: tuple[Answer, ...] = ()
    only_alone: bool = False

    @property
    def name(self) -> str:
        """What it is called where it is not said: the beginning of its words."""
        return shorten(self.say, LONGEST_NAME, placeholder="…") or "A step without words"

    @property
    def offers(self) -> bool:
        """Whether there are answers to choose from."""
        return self.kind in (StepKind.CHOICE, StepKind.SEVERAL)

    def answer(self, key: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.key == key), None)


@dataclass(frozen=True)
class Module:
    """`opens` come first, in their order, before any other; the rest in whatever order the talk takes."""

    key: str
    title: str
    steps: tuple[Step, ...]
    opens: bool = False


@dataclass(frozen=True)
class Translation:
    """`of` are the words that it says in another language. When they have changed since, it no longer stands."""

    of: str
    says: str


@dataclass(frozen=True)
class Script:
    """`translations` are by the tag of their language, then by the place of a text: `texts` names those."""

    title: str
    language: str
    modules: tuple[Module, ...]
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict, hash=False)
    steps: dict[str, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", {step.key: step for module in self.modules for step in module.steps})

    @property
    def asks_alone(self) -> list[Step]:
        """The steps that find out whether the person can talk freely."""
        return [step for step in self.steps.values() if any(answer.says_alone for answer in step.answers)]

    def module(self, key: str) -> Module | None:
        return next((module for module in self.modules if module.key == key), None)
