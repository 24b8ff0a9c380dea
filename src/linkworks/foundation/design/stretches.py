"""Lists of millions in pages: which rows come before and after those shown, found without counting any."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import HttpRequest

from linkworks.foundation.design.paging import PER_PAGE

Row = TypeVar("Row")


@dataclass(frozen=True)
class Stretch(Generic[Row]):
    """Some rows of a list, and the links to those before and after them; blank where there are none."""

    rows: tuple[Row, ...]
    previous: str = ""
    next: str = ""


def stretch_of(request: HttpRequest, rows: Any, *, by: str, size: int = PER_PAGE) -> Stretch[Any]:
    """`rows` are a queryset and `by` a whole number of theirs, by which each row is told from all others."""
    after, before = _asked(request, "after"), _asked(request, "before")
    if before is not None:
        found = list(rows.filter(**{f"{by}__lt": before}).order_by(f"-{by}")[: size + 1])
        some, has_previous, has_next = found[:size][::-1], len(found) > size, True
    else:
        found = list(rows.filter(**{f"{by}__gt": after or 0}).order_by(by)[: size + 1])
        some, has_previous, has_next = found[:size], after is not None, len(found) > size
    if not some:
        return Stretch(())
    return Stretch(
        tuple(some),
        previous=f"?before={getattr(some[0], by)}" if has_previous else "",
        next=f"?after={getattr(some[-1], by)}" if has_next else "",
    )


def _asked(request: HttpRequest, name: str) -> int | None:
    """None for what can be the number of no row."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len("1000000000") else None
