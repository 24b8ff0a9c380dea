"""How a referral went, and what was written back."""

from collections.abc import Iterable
from dataclasses import dataclass

from linkworks.domain.referrals.choices import (
    Channel,
    DeclineReason,
    MessageKind,
    Recipient,
    ReferralStatus,
    WithdrawReason,
)
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralStep
from linkworks.foundation.design.parts import TimelineItem, When

_ICONS = {
    ReferralStatus.RECEIVED: "letter",
    ReferralStatus.RETURNED: "speech",
    ReferralStatus.ACCEPTED: "tick",
    ReferralStatus.DECLINED: "cross",
    ReferralStatus.WITHDRAWN: "cross",
}
_ARRIVED = {
    Channel.PROFESSIONAL_FORM: "Came through the professional form",
    Channel.SELF_FORM: "Came through the self-referral form",
    Channel.STAFF: "Entered by us",
}
_BACK_WITH_US = {
    ReferralStatus.RETURNED: "The referrer answered",
    ReferralStatus.DECLINED: "Taken back in",
    ReferralStatus.WITHDRAWN: "Taken back in",
}


@dataclass(frozen=True)
class SentMessage:
    title: str
    when: When
    text: str


def history(referral: Referral, steps: Iterable[ReferralStep]) -> tuple[TimelineItem, ...]:
    """Newest first; `steps` come oldest first."""
    items: list[TimelineItem] = []
    before: ReferralStatus | None = None
    for step in steps:
        status = ReferralStatus(step.status)
        items.append(
            TimelineItem(
                kind="Referral",
                icon=_ICONS[status],
                at=step.at,
                who=step.by.name if step.by else "by a form",
                title=_title(referral, status, before),
                text=step.words,
            )
        )
        before = status
    return tuple(reversed(items))


def _title(referral: Referral, status: ReferralStatus, before: ReferralStatus | None) -> str:
    match status:
        case ReferralStatus.RECEIVED:
            return _BACK_WITH_US[before] if before in _BACK_WITH_US else _ARRIVED[Channel(referral.channel)]
        case ReferralStatus.RETURNED:
            return "We asked the referrer"
        case ReferralStatus.DECLINED:
            return f"Not taken on{_because(DeclineReason, referral.decline_reason)}"
        case ReferralStatus.WITHDRAWN:
            return f"Withdrawn{_because(WithdrawReason, referral.withdraw_reason)}"
    return "Accepted"


def _because(reasons: type[DeclineReason] | type[WithdrawReason], reason: str) -> str:
    """Only the reason that stands now is known; one that was taken back is not told again."""
    return f": {reasons(reason).label.lower()}" if reason else ""


def sent_messages(messages: Iterable[MessageBack]) -> tuple[SentMessage, ...]:
    return tuple(
        SentMessage(
            f"{MessageKind(message.kind).label}: to the {_TO[Recipient(message.recipient)]}, {message.address}",
            When(message.created_at),
            message.text,
        )
        for message in messages
    )


_TO = {Recipient.PRACTICE: "practice", Recipient.REFERRER: "referrer"}
