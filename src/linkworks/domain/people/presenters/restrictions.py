from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.people.selectors.restrictions import NamelessRestriction
from linkworks.foundation.core import clock
from linkworks.foundation.core.words import listed
from linkworks.foundation.design.parts import Link, Tag, When

NOBODY = Tag("Nobody who is named works here any more", "red")


@dataclass(frozen=True)
class RestrictionsPage:
    rows: tuple[tuple[object, ...], ...]
    title: str = "Restricted records"
    heads: tuple[str, ...] = ("Since", "Restricted by", "Who may open it", "")

    @classmethod
    def of(cls, restrictions: list[NamelessRestriction]) -> "RestrictionsPage":
        return cls(tuple(_row(one) for one in restrictions))


def _row(restriction: NamelessRestriction) -> tuple[object, ...]:
    since = When(restriction.placed_at.astimezone(clock.LONDON).date())
    change, end = (reverse(f"people:{name}", args=[restriction.id]) for name in ("restriction", "restriction_end"))
    return (
        since,
        restriction.placed_by_name,
        listed(restriction.staff_names) if restriction.staff_names else NOBODY,
        [
            Link("Change", change, f"who may open it, since {since.words}"),
            Link("End", end, f"the restriction, since {since.words}"),
        ],
    )
