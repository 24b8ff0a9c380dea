"""What messages back say. A practice, or another referrer in health care, gets more; anybody else only that the
referral was accepted or is closed. Nobody gets a name: initials and the reference say whom it is about.
"""

from dataclasses import dataclass

from linkworks.domain.referrals.choices import DeclineReason, MessageKind, SupportLevel, WithdrawReason
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import words
from linkworks.foundation.core.names import initials


@dataclass(frozen=True, slots=True)
class Message:
    kind: MessageKind
    subject: str
    text: str


def received(referral: Referral) -> Message:
    promise = words.full_date(referral.first_contact_due)
    return _message(
        referral,
        MessageKind.RECEIVED,
        "received",
        f"We have your referral {_about(referral)}. Thank you.",
        f"We read it and tell you whether we can help. If we can, a link worker makes contact by {promise}.",
    )


def returned(referral: Referral, question: str, answer_link: str, *, in_health: bool) -> Message:
    asked = [f"We would like to know:\n{question}"] if in_health else []
    return _message(
        referral,
        MessageKind.RETURNED,
        "we need to know more",
        f"We have read your referral {_about(referral)} and need to know more before we can go on.",
        *asked,
        f"Please {'answer' if in_health else 'read our question and answer'} here, without signing in:\n{answer_link}",
    )


def accepted(referral: Referral, *, in_health: bool) -> Message:
    if not in_health:
        return _message(
            referral, MessageKind.ACCEPTED, "accepted", f"We have accepted your referral {_about(referral)}. Thank you."
        )
    level = SupportLevel(referral.support_level).label.lower()
    promise = words.full_date(referral.first_contact_due)
    return _message(
        referral,
        MessageKind.ACCEPTED,
        "accepted",
        f"We have accepted your referral {_about(referral)} for {level}.",
        f"A link worker makes contact by {promise}.",
    )


def declined(referral: Referral, said: str, *, in_health: bool) -> Message:
    """Our own no. It must never be coded as the person's: “social prescribing declined” is for somebody who says no."""
    if not in_health:
        return closed(referral)
    return _message(
        referral,
        MessageKind.DECLINED,
        "not taken on",
        f"We have not taken on your referral {_about(referral)}.",
        f"Why: {DeclineReason(referral.decline_reason).label.lower()}.",
        *([said] if said else []),
        "This is our decision and not the person’s. "
        "Please do not code it as social prescribing declined, which means that the person said no.",
    )


def withdrawn(referral: Referral, *, in_health: bool) -> Message:
    if not in_health:
        return closed(referral)
    why = WithdrawReason(referral.withdraw_reason).label.lower()
    closing = f"We have closed your referral {_about(referral)}."
    return _message(referral, MessageKind.ENDED, "closed", closing, f"Why: {why}.")


def summary(referral: Referral, said: str) -> Message:
    """For the practice, when support has ended: in the words that the worker looked at."""
    return _message(referral, MessageKind.SUMMARY, "support has ended", said)


def closed(referral: Referral) -> Message:
    closing = f"Your referral {_about(referral)} is closed. Thank you for sending it."
    return _message(referral, MessageKind.ENDED, "closed", closing)


def _message(referral: Referral, kind: MessageKind, outcome: str, *paragraphs: str) -> Message:
    team = referral.team
    reached = " or ".join(filter(None, (team.telephone, team.email)))
    sender = "\n".join(filter(None, (team.name, reached, team.opening_hours)))
    return Message(kind, f"Referral {referral.reference}: {outcome}", "\n\n".join([*paragraphs, sender]))


def _about(referral: Referral) -> str:
    return f"{referral.reference} ({initials(referral.given_name, referral.family_name)})"
