"""Somebody has died whose referral still waits."""

from django.db import transaction

from linkworks.domain.people.models import Person
from linkworks.domain.referrals.actions.moves import move
from linkworks.domain.referrals.choices import ReferralStatus, WithdrawReason
from linkworks.domain.referrals.selectors.referrals import list_waiting_about
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def withdraw_waiting_referrals(actor: Actor, person: Person) -> None:
    """Part of recording the death, whoever may do that. Nobody is written to by itself: a referrer may be family."""
    for referral in list_waiting_about(actor, person.pk):
        move(actor, referral, ReferralStatus.WITHDRAWN, withdraw_reason=WithdrawReason.DIED)
        record(actor, "referral.withdrawn", subject=referral, person_id=referral.person_id, reason=WithdrawReason.DIED)
