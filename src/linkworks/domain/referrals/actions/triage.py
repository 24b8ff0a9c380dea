"""The first reading: accept, ask for more, take on or not, and what follows from each."""

from datetime import timedelta

from django.db import transaction

from linkworks.domain.referrals import message_texts, policies
from linkworks.domain.referrals.actions.message_back import answer_referrer, tell_outcome
from linkworks.domain.referrals.actions.moves import move
from linkworks.domain.referrals.choices import (
    DeclineReason,
    ReferralStatus,
    SupportLevel,
    WithdrawReason,
)
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access import links
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.working_days import due_by

ANSWER = "referral.answer"
ANSWER_PAGE = "public_site:answer"
TIME_TO_ANSWER = timedelta(days=28)
UNDECIDED = "Say first whether this is somebody we know. Then it can be accepted."


def return_for_information(
    actor: Actor, *, referral: Referral, question: str, expected_version: int | None = None
) -> None:
    """Ask the referrer, who answers by a link without signing in. Without their e-mail address, somebody rings."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        move(actor, referral, ReferralStatus.RETURNED, words=question, expected_version=expected_version)
        if referral.referrer_email:
            links.revoke(ANSWER, referral.pk)
            token = links.issue(referral.team_id, ANSWER, referral.pk, TIME_TO_ANSWER)
            link = links.address(ANSWER_PAGE, token)
            answer_referrer(
                actor,
                referral,
                lambda in_health: message_texts.returned(referral, question, link, in_health=in_health),
            )
        record(actor, "referral.returned", subject=referral, person_id=referral.person_id)


def answer_referral(actor: Actor, *, referral: Referral, words: str) -> None:
    """The referrer's answer, through their link or told to staff: it is ours to read again."""
    require(policies.may_answer, actor)
    with transaction.atomic():
        if referral.status != ReferralStatus.RETURNED:
            raise Refused("We are not waiting for an answer about this referral any more. Thank you.")
        move(actor, referral, ReferralStatus.RECEIVED, words=words)
        record(actor, "referral.answered", subject=referral, person_id=referral.person_id)


def mark_accepted(actor: Actor, *, referral: Referral, support_level: SupportLevel) -> None:
    """The referral's part of accepting; the caller opens the case in the same transaction."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        if referral.person_id is None:
            raise Refused(UNDECIDED)
        move(actor, referral, ReferralStatus.ACCEPTED, support_level=support_level)
        tell_outcome(
            actor,
            referral,
            lambda in_health: message_texts.accepted(referral, in_health=in_health),
        )
        record(actor, "referral.accepted", subject=referral, person_id=referral.person_id, support_level=support_level)


def decline_referral(
    actor: Actor,
    *,
    referral: Referral,
    reason: DeclineReason,
    words: str = "",
    expected_version: int | None = None,
) -> None:
    """Our own no, with our reason. The code for “declined” is for a client who says no: it is never due here."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        move(
            actor,
            referral,
            ReferralStatus.DECLINED,
            words=words,
            expected_version=expected_version,
            decline_reason=reason,
        )
        tell_outcome(
            actor,
            referral,
            lambda in_health: message_texts.declined(referral, words, in_health=in_health),
        )
        record(actor, "referral.declined", subject=referral, person_id=referral.person_id, reason=reason)


def withdraw_referral(
    actor: Actor,
    *,
    referral: Referral,
    reason: WithdrawReason,
    words: str = "",
    expected_version: int | None = None,
) -> None:
    """It was taken back, or the person said no, moved or died before we began."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        move(
            actor,
            referral,
            ReferralStatus.WITHDRAWN,
            words=words,
            expected_version=expected_version,
            withdraw_reason=reason,
        )
        tell_outcome(
            actor,
            referral,
            lambda in_health: message_texts.withdrawn(referral, in_health=in_health),
        )
        record(actor, "referral.withdrawn", subject=referral, person_id=referral.person_id, reason=reason)


def take_back_in(actor: Actor, *, referral: Referral, words: str, expected_version: int | None = None) -> None:
    """Somebody looked again at what was not taken on or was withdrawn. Our promise starts anew today."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        if referral.status not in {ReferralStatus.DECLINED, ReferralStatus.WITHDRAWN}:
            raise Refused("This referral is already with us.")
        move(
            actor,
            referral,
            ReferralStatus.RECEIVED,
            words=words,
            expected_version=expected_version,
            decline_reason="",
            withdraw_reason="",
            first_contact_due=due_by(clock.today(), referral.team.first_contact_working_days),
        )
        record(actor, "referral.taken_back_in", subject=referral, person_id=referral.person_id)
