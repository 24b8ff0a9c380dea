"""The one way a referral's status changes: an allowed move, a step that keeps it, and the field for lists."""

from typing import Any

from linkworks.domain.referrals.choices import ALLOWED_MOVES, ReferralStatus
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

_WHY_NOT = {
    ReferralStatus.ACCEPTED: "This referral has been accepted: it is a case now. Close or change the case instead.",
    ReferralStatus.DECLINED: "This referral was not taken on. Take it back in first.",
    ReferralStatus.WITHDRAWN: "This referral was withdrawn. Take it back in first.",
    ReferralStatus.RETURNED: "This referral is waiting for information from the referrer already.",
    ReferralStatus.RECEIVED: "This referral is waiting for us, not for the referrer.",
}


def move(
    actor: Actor,
    referral: Referral,
    status: ReferralStatus,
    *,
    words: str = "",
    expected_version: int | None = None,
    **values: Any,
) -> None:
    """Change the status, and with it the values; inside the caller's transaction."""
    now = ReferralStatus(referral.status)
    if status not in ALLOWED_MOVES[now]:
        raise Refused(_WHY_NOT[now])
    referral.change(expected_version=expected_version, status=status, **values)
    add_step(actor, referral, words=words)


def add_step(actor: Actor, referral: Referral, *, words: str = "") -> None:
    ReferralStep.objects.create(
        team_id=referral.team_id,
        person_id=referral.person_id,
        referral=referral,
        status=referral.status,
        words=words,
        at=clock.now(),
        by_id=actor.user_id,
    )
