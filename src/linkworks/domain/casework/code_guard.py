"""Which code, if any, is due in the GP record, and why: counted work is counted once.

The referral code goes in once per case, at the first conversation in which the client
accepts support. The declined code is for a client who says no, never for our own decline.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linkworks.domain.casework.codes import DECLINED, REFERRAL, Code, codes
from linkworks.foundation.core import words


class Occasion(StrEnum):
    ACCEPTED = "accepted"  # the client took part and wants support
    UNDECIDED = "undecided"  # the client was reached and has not yet said
    CLIENT_SAID_NO = "client_said_no"
    NOT_REACHED = "not_reached"
    TEAM_DECLINED = "team_declined"
    ADMIN = "admin"
    WELFARE_CALL = "welfare_call"
    BOOKING_CALL = "booking_call"


CODED = {Occasion.ACCEPTED: REFERRAL, Occasion.CLIENT_SAID_NO: DECLINED}

WHY_DUE = {
    Occasion.ACCEPTED: "The referral code is due: this is the first time in this case that the client accepts support.",
    Occasion.CLIENT_SAID_NO: "The declined code is due: the client said no to social prescribing.",
}
WHY_NOT_AGAIN = {
    Occasion.ACCEPTED: "No code is due: the referral code goes in once per case, and was due on {on}.",
    Occasion.CLIENT_SAID_NO: "No code is due: the declined code goes in once per case, and was due on {on}.",
}
WHY_NEVER = {
    Occasion.UNDECIDED: "No code is due: the client has not yet said whether they want support.",
    Occasion.NOT_REACHED: "No code is due: the client was not reached.",
    Occasion.TEAM_DECLINED: "No code is due: the declined code is for a client who says no, and this was our decision.",
    Occasion.ADMIN: "No code is due: administration is never coded.",
    Occasion.WELFARE_CALL: "No code is due: a welfare call is never coded.",
    Occasion.BOOKING_CALL: "No code is due: a mass booking call is never coded.",
}
WHY_NOTHING = "No code is due: nothing has happened in this case yet."


@dataclass(frozen=True, slots=True)
class CaseEvent:
    occasion: Occasion
    on: date


@dataclass(frozen=True, slots=True)
class CodeDecision:
    """What to put in the GP record now, and one sentence that says why, or why nothing."""

    code: Code | None
    because: str


def code_due(history: Sequence[CaseEvent], table: Mapping[str, Code] | None = None) -> CodeDecision:
    """Decide for the last of what has happened in one case, oldest first."""
    if not history:
        return CodeDecision(None, WHY_NOTHING)
    *earlier, latest = history
    if latest.occasion not in CODED:
        return CodeDecision(None, WHY_NEVER[latest.occasion])
    already = next((event for event in earlier if event.occasion is latest.occasion), None)
    if already:
        on = words.full_date(already.on)
        return CodeDecision(None, WHY_NOT_AGAIN[latest.occasion].format(on=on))
    code = (table or codes())[CODED[latest.occasion]]
    return CodeDecision(code, WHY_DUE[latest.occasion])
