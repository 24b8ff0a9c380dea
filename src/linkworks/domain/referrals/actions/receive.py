"""A referral arrives. All three doors, the professional form, the self-referral form and staff entry, come in here."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from linkworks.domain.people.details import PersonDetails
from linkworks.domain.referrals import message_texts, policies
from linkworks.domain.referrals.actions.identify import identify
from linkworks.domain.referrals.actions.judge import insist_on_sense
from linkworks.domain.referrals.actions.message_back import answer_referrer
from linkworks.domain.referrals.actions.moves import add_step
from linkworks.domain.referrals.choices import HEALTH_SOURCES, Channel, ReferralReason, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.references import new_reference
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.working_days import due_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrer:
    """Who sent the person. Nobody, when they came by themselves."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralConsent:
    """What was agreed to, each with the wording as it was put. A blank wording was not asked."""

    consent_given: bool
    consent_wording: str
    may_tell_practice: bool = False
    tell_practice_wording: str = ""
    may_tell_referrer: bool = False
    tell_referrer_wording: str = ""


def receive_referral(
    actor: Actor,
    *,
    channel: Channel,
    source: ReferralSource,
    details: PersonDetails,
    reasons: Iterable[ReferralReason],
    consent: ReferralConsent,
    reason_words: str = "",
    risk_words: str = "",
    referrer: Referrer | None = None,
    received_at: datetime | None = None,
) -> Referral:
    """Take it in, give it a reference and thank a referrer in health; register the person unless they may be known."""
    require(policies.may_receive, actor)
    with transaction.atomic():
        team = _one_at_a_time(actor)
        received = received_at or clock.now()
        referral = Referral(
            team=team,
            reference=new_reference(lambda made: Referral.objects.filter(team=team, reference=made).exists()),
            received_at=received,
            channel=channel,
            source=source,
            reasons=list(reasons),
            reason_words=reason_words,
            risk_words=risk_words,
            first_contact_due=due_by(received.astimezone(clock.LONDON).date(), team.first_contact_working_days),
            **_facts(details, consent, referrer or Referrer()),
        )
        insist_on_sense(referral)
        referral.save()
        add_step(actor, referral)
        record(actor, "referral.received", subject=referral, source=source, channel=channel)
        identify(actor, referral)
        if source in HEALTH_SOURCES:
            answer_referrer(actor, referral, lambda in_health: message_texts.received(referral))
    return referral


def _one_at_a_time(actor: Actor) -> Team:
    """Two referrals of one person that arrive at once must see each other, so a team takes them in one by one."""
    return Team.objects.select_for_update(no_key=True).get(pk=actor.own_team)


def _facts(details: PersonDetails, consent: ReferralConsent, referrer: Referrer) -> dict[str, object]:
    sent_by = {f"referrer_{name}": value for name, value in asdict(referrer).items()}
    said = {name: getattr(details, name) for name in PersonDetails.__slots__}
    said["communication_needs"] = list(details.communication_needs)
    return said | asdict(consent) | sent_by
