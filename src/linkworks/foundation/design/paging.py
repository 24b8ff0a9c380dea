"""Lists in pages: which rows to fetch, and links that keep the search as it was."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

PER_PAGE = 25
NEIGHBOURS = 1


@dataclass(frozen=True)
class Paging:
    """`rows` of one page of a list of `total`, and where the other pages are."""

    number: int
    total: int
    per_page: int
    query: str

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def first_row(self) -> int:
        return (self.number - 1) * self.per_page + 1

    @property
    def last_row(self) -> int:
        return min(self.total, self.number * self.per_page)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last else None

    @property
    def numbers(self) -> list[int | None]:
        """The pages to offer; None where some are left out."""
        near = range(self.number - NEIGHBOURS, self.number + NEIGHBOURS + 1)
        offered = sorted({1, self.last, *(number for number in near if 1 <= number <= self.last)})
        gaps = [[None] if number - before > 1 else [] for before, number in zip([0, *offered], offered, strict=False)]
        return [one for gap, number in zip(gaps, offered, strict=True) for one in [*gap, number]]

    def href(self, number: int) -> str:
        return f"?{self.query}{'&' if self.query else ''}page={number}"


def asked_page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < len("1000000") else 1


def paging(request: HttpRequest, total: int, per_page: int = PER_PAGE) -> Paging:
    """A page past the end is the last one."""
    query = request.GET.copy()
    query.pop("page", None)
    last = max(1, -(-total // per_page))
    return Paging(min(asked_page(request), last), total, per_page, query.urlencode())


def slice_for(page: Paging, rows: Any) -> Any:
    """The rows of that page, of a list or a queryset."""
    return rows[page.first_row - 1 : page.last_row]
