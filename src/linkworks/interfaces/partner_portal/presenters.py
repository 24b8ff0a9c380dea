"""What somebody who is asked to help sees: little before a yes, what they need after it, nothing once done."""

from collections.abc import Mapping
from dataclasses import dataclass

from linkworks.domain.onward.choices import SharedField
from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.need_rules import UNDER_WAY
from linkworks.domain.outreach.need_texts import area_of
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import SummaryRow

SHOWN = (
    SharedField.NAME,
    SharedField.ADDRESS,
    SharedField.TELEPHONE,
    SharedField.LANGUAGE,
    SharedField.ADJUSTMENTS,
)
TITLES = {
    NeedState.OFFERED: "Can you help somebody?",
    NeedState.DELIVERED: "Thank you: it is with them",
    NeedState.CONFIRMED: "Thank you: they have it",
}


@dataclass(frozen=True)
class PlainPage:
    title: str


@dataclass(frozen=True)
class OfferPage:
    """`rows` are about the help, `person` about who it is for: nobody, unless it has been taken on."""

    title: str
    team: str
    telephone: str
    rows: tuple[SummaryRow, ...]
    person: tuple[SummaryRow, ...]
    stands: str
    is_offer: bool
    is_under_way: bool

    @classmethod
    def of(cls, need: Need, shared: Mapping[SharedField, str]) -> "OfferPage":
        """`shared` is what may be told of the person; it is empty before somebody has said yes."""
        state = NeedState(need.state)
        return cls(
            title=TITLES.get(state, f"{need.type.label} for somebody in {area_of(need)}"),
            team=need.team.name,
            telephone=need.campaign.telephone,
            rows=tuple(_rows(need)),
            person=tuple(SummaryRow(field.label, shared[field]) for field in SHOWN if field in shared),
            stands=_stands(need),
            is_offer=state == NeedState.OFFERED,
            is_under_way=state in UNDER_WAY,
        )


def _rows(need: Need) -> list[SummaryRow]:
    rows = [
        SummaryRow("What", need.type.label),
        SummaryRow("Where", area_of(need)),
        SummaryRow("How soon", f"{Urgency(need.urgency).label}: by {words.full_moment(need.deliver_by)}"),
    ]
    if need.state in UNDER_WAY:
        rows.append(SummaryRow("What they said", need.words))
    return rows


def _stands(need: Need) -> str:
    if need.state == NeedState.SCHEDULED and need.scheduled_for:
        return f"You said: {words.full_moment(need.scheduled_for)}."
    if need.state == NeedState.OFFERED and need.due_at:
        return f"Please answer by {words.full_moment(need.due_at)}. After that we ask somebody else."
    return {
        NeedState.ACCEPTED: "You have said yes. Tell us when it will be, when you are on the way, and when it is done.",
        NeedState.ON_THE_WAY: "You are on the way.",
        NeedState.DELIVERED: "We ring them and ask whether all came as they need it.",
        NeedState.CONFIRMED: "They told us so themselves.",
    }.get(NeedState(need.state), "Nothing more is needed from you. Thank you.")
