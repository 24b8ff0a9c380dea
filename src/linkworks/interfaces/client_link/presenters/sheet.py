from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import OptionsSheet, SheetEntry
from linkworks.domain.onward.sheet.entry_words import rows_of
from linkworks.foundation.core import words

STANDS = {
    LiveState.CLOSED_FOR_NOW: "This one has stopped for now. Please talk to us before you go.",
    LiveState.FULL: "This one is full just now. Ask us when there will be room.",
    LiveState.WAITING_LIST: "There is a wait for this one. Ask us how long.",
}


@dataclass(frozen=True)
class SheetCard:
    """One option. `answer_url` is blank once the answer can no longer be changed here."""

    number: int
    title: str
    rows: tuple[tuple[str, str], ...]
    stands: str
    answered: str
    their_words: str
    answer_url: str
    is_taken_up: bool
    is_new: bool
    """They have answered it this moment."""


@dataclass(frozen=True)
class SheetPage:
    title: str
    from_name: str
    telephone: str
    opening_hours: str
    cards: tuple[SheetCard, ...]
    until: str
    is_delicate: bool
    """Something on it could be dangerous to be seen with."""
    is_large: bool
    size_url: str
    leave_url: str

    @classmethod
    def of(
        cls, sheet: OptionsSheet, token: str, cards: Iterable[SheetCard], *, is_delicate: bool, is_large: bool
    ) -> "SheetPage":
        address, team = reverse("client_link:sheet", args=[token]), sheet.case.team
        return cls(
            title="Your list",
            from_name=sheet.from_name,
            telephone=team.telephone,
            opening_hours=team.opening_hours,
            cards=tuple(cards),
            until=words.full_date(sheet.expires_at) if sheet.expires_at else "",
            is_delicate=is_delicate,
            is_large=is_large,
            size_url=address if is_large else f"{address}?size=large",
            leave_url=reverse("client_link:leave", args=[token]),
        )


def card_of(entry: SheetEntry, token: str, *, their_words: str, is_taken_up: bool, is_new: bool) -> SheetCard:
    option = entry.option
    can_answer = not is_taken_up and entry.case.status != CaseStatus.CLOSED
    return SheetCard(
        number=entry.number,
        title=entry.title,
        rows=tuple(rows_of(entry)),
        stands=_stands(entry),
        answered=Choice(option.choice).label if option.choice else "",
        their_words=their_words,
        answer_url=reverse("client_link:answer", args=[token, entry.pk]) if can_answer else "",
        is_taken_up=is_taken_up,
        is_new=is_new,
    )


def _stands(entry: SheetEntry) -> str:
    """How the service stands today, whatever was printed."""
    service = entry.option.service
    state = LiveState.CLOSED_FOR_NOW if service.gone_at else LiveState(service.live_state)
    return STANDS.get(state, "")
