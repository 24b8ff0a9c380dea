"""What a referral says wrongly, put right before it is decided whom it is about."""

from django.db import transaction

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.actions.identify import identify
from linkworks.domain.referrals.choices import OPEN_STATUSES
from linkworks.domain.referrals.models import Referral, ReferralCorrection
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.nhs_number import NhsNumberError, parse_nhs_number

ON_A_RECORD = "This referral is on a person’s record by now. Change the number there."
NOT_WAITING = "This referral waits no longer. Take it back in first."


@transaction.atomic
def correct_nhs_number(
    actor: Actor, *, referral: Referral, nhs_number: str, words: str, expected_version: int | None = None
) -> None:
    """Blank takes it out. Look-alikes are looked for again: where there are none now, the person is registered."""
    require(policies.may_triage, actor)
    if referral.person_id is not None:
        raise Refused(ON_A_RECORD)
    if referral.status not in OPEN_STATUSES:
        raise Refused(NOT_WAITING)
    number = _read(nhs_number)
    if number == referral.nhs_number:
        raise Refused("This is the number that the referral has already.", field="nhs_number")
    correction = ReferralCorrection(
        team_id=referral.team_id,
        referral=referral,
        was_nhs_number=referral.nhs_number,
        words=words.strip(),
        at=clock.now(),
        by_id=actor.user_id,
    )
    referral.change(expected_version=expected_version, nhs_number=number)
    correction.save()
    identify(actor, referral)
    record(actor, "referral.nhs_number_corrected", subject=referral, person_id=referral.person_id)


def _read(typed: str) -> str:
    try:
        return parse_nhs_number(typed) if typed else ""
    except NhsNumberError as fault:
        raise Refused(str(fault), field="nhs_number") from fault
