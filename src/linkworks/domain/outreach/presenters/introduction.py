"""What a new caller reads: one short page after another."""

from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.introduction.parts import Part, parts
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class IntroductionPage:
    title: str
    place: str
    lines: tuple[str, ...]
    points: tuple[str, ...]
    back: Link
    next: Link

    @classmethod
    def of(cls, part: Part) -> "IntroductionPage":
        every = parts()
        number = every.index(part)
        after = every[number + 1] if number + 1 < len(every) else None
        return cls(
            title=part.title,
            place=f"Before your first call: {number + 1} of {len(every)}",
            lines=part.lines,
            points=part.points,
            back=_link(every[number - 1]) if number else Link("Calls", reverse("outreach:calls")),
            next=_link(after) if after else Link("Practise a call", reverse("outreach:rehearsals")),
        )


def _link(part: Part) -> Link:
    return Link(part.title, reverse("outreach:introduction", args=[part.key]))
