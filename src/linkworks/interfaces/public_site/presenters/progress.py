"""How a referral is going, for whoever holds its link: no name, no reason, nothing about the support."""

from collections.abc import Iterable
from dataclasses import dataclass

from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import LadderStep
from linkworks.interfaces.public_site.presenters.public_page import PublicPage

_HOW_IT_STANDS = {
    ReferralStatus.RECEIVED: "We have it and are reading it.",
    ReferralStatus.RETURNED: "We have asked whoever sent it for more information.",
    ReferralStatus.ACCEPTED: "It is accepted. A link worker makes contact, or already has.",
    ReferralStatus.DECLINED: "It is closed.",
    ReferralStatus.WITHDRAWN: "It is closed.",
}
_STEPS = {
    ReferralStatus.RECEIVED: "With us",
    ReferralStatus.RETURNED: "We asked for more information",
    ReferralStatus.ACCEPTED: "Accepted",
    ReferralStatus.DECLINED: "Closed",
    ReferralStatus.WITHDRAWN: "Closed",
}
_OPEN = {ReferralStatus.RECEIVED, ReferralStatus.RETURNED}


@dataclass(frozen=True)
class ProgressPage(PublicPage):
    reference: str
    how_it_stands: str
    promise: str
    steps: tuple[LadderStep, ...]

    @classmethod
    def about(cls, referral: Referral, steps: Iterable[ReferralStep]) -> "ProgressPage":
        status = ReferralStatus(referral.status)
        promise = f"If we can help, a link worker makes contact by {words.full_date(referral.first_contact_due)}."
        return cls.of(
            referral.team,
            f"How referral {referral.reference} is going",
            reference=referral.reference,
            how_it_stands=_HOW_IT_STANDS[status],
            promise=promise if status in _OPEN else "",
            steps=tuple(_ladder(list(steps), status)),
        )


def _ladder(steps: list[ReferralStep], status: ReferralStatus) -> Iterable[LadderStep]:
    for step in steps[:-1]:
        yield LadderStep(_STEPS[ReferralStatus(step.status)], "done", at=step.at)
    for step in steps[-1:]:
        yield LadderStep(_STEPS[status], "current" if status in _OPEN else "done", at=step.at)
    if status in _OPEN:
        yield LadderStep("Accepted, and a link worker makes contact", "ahead")
