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
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralCorrection, ReferralStep
from linkworks.foundation.core.nhs_number import display_nhs_number
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


def history(
    referral: Referral, steps: Iterable[ReferralStep], corrections: Iterable[ReferralCorrection]
) -> tuple[TimelineItem, ...]:
    """Newest first; `steps` come oldest first."""
    items = [_correction(one) for one in corrections]
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
    return tuple(sorted(items, key=lambda item: item.at, reverse=True))


def _correction(correction: ReferralCorrection) -> TimelineItem:
    was = correction.was_nhs_number
    before = f"it was {display_nhs_number(was)}" if was else "there was none"
    return TimelineItem(
        kind="NHS number",
        icon="note",
        at=correction.at,
        who=correction.by.name if correction.by else "",
        title=f"corrected, {before}",
        text=correction.words,
    )


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
