"""A break between calls, and what colleagues said of one's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor, Verdict
from linkworks.domain.outreach.models import CallSample, ColleagueAsked
from linkworks.foundation.design.parts import Link, Tag, When

VERDICTS = {
    Verdict.RIGHT: Tag("It was right", "green"),
    Verdict.LEARN: Tag("Something to learn", "blue"),
    Verdict.MEND: Tag("We put something right", "yellow"),
}


@dataclass(frozen=True)
class BreakPage:
    title: str
    is_paused: bool
    is_asked: bool
    back: Link

    @classmethod
    def of(cls, asked: Iterable[ColleagueAsked], *, is_paused: bool, is_on_a_call: bool) -> "BreakPage":
        back = Link("Back to your call", reverse("outreach:line")) if is_on_a_call else None
        return cls(
            title="Take a minute",
            is_paused=is_paused,
            is_asked=any(one.what_for == ColleagueFor.TALK for one in asked),
            back=back or Link("Calls", reverse("outreach:calls")),
        )


@dataclass(frozen=True)
class KindWords:
    rang_at: When
    by: str
    verdict: Tag
    words: str


@dataclass(frozen=True)
class KindWordsPage:
    title: str
    told: tuple[KindWords, ...]
    back: Link

    @classmethod
    def of(cls, samples: Iterable[CallSample]) -> "KindWordsPage":
        return cls(
            title="What colleagues said of your calls",
            told=tuple(_told(one) for one in samples),
            back=Link("Calls", reverse("outreach:calls")),
        )


def _told(sample: CallSample) -> KindWords:
    by = sample.looked_at_by.name if sample.looked_at_by else ""
    return KindWords(When(sample.attempt.at), by, VERDICTS[Verdict(sample.verdict)], sample.words)
