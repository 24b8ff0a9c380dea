from datetime import date

import factory

from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.actions.receive import ReferralConsent, Referrer
from linkworks.domain.referrals.choices import (
    Channel,
    DeclineReason,
    ReferralReason,
    ReferralSource,
    ReferralStatus,
    SupportLevel,
    WithdrawReason,
)
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import due_by


class ReferralStepFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReferralStep

    referral = factory.SubFactory("linkworks.domain.referrals.tests.factories.ReferralFactory")
    team = factory.SelfAttribute("referral.team")
    person = factory.SelfAttribute("referral.person")
    status = factory.SelfAttribute("referral.status")
    at = factory.SelfAttribute("referral.received_at")


class ReferralFactory(factory.django.DjangoModelFactory):
    """A received referral of somebody we know."""

    class Meta:
        model = Referral
        skip_postgeneration_save = True

    person = factory.SubFactory(PersonFactory, team=factory.SelfAttribute("..team"))
    reference = factory.Sequence(lambda n: f"R-{n:06d}")
    received_at = factory.LazyFunction(clock.now)
    channel = Channel.PROFESSIONAL_FORM
    source = ReferralSource.PRACTICE
    given_name = factory.SelfAttribute("person.given_name")
    family_name = factory.SelfAttribute("person.family_name")
    reasons = [ReferralReason.LONELINESS]
    consent_given = True
    consent_wording = "The person agreed to be referred."
    first_contact_due = factory.LazyFunction(lambda: due_by(clock.today(), 5))
    step = factory.RelatedFactory(ReferralStepFactory, factory_related_name="referral")


class UndecidedReferralFactory(ReferralFactory):
    """A received referral of which staff must still say whom it is about."""

    person = None
    given_name = "Rosa"
    family_name = "Diaz"
    date_of_birth = date(1951, 4, 2)


class ReturnedReferralFactory(ReferralFactory):
    status = ReferralStatus.RETURNED
    referrer_name = "Dr Sam Hill"
    referrer_email = "sam.hill@example.org"


class AcceptedReferralFactory(ReferralFactory):
    status = ReferralStatus.ACCEPTED
    support_level = SupportLevel.FULL


class DeclinedReferralFactory(ReferralFactory):
    status = ReferralStatus.DECLINED
    decline_reason = DeclineReason.OUTSIDE_AREA


class WithdrawnReferralFactory(ReferralFactory):
    status = ReferralStatus.WITHDRAWN
    withdraw_reason = WithdrawReason.CLIENT_DECLINED


CONSENT = ReferralConsent(
    consent_given=True,
    consent_wording="The person agreed to be referred.",
    may_tell_practice=True,
    tell_practice_wording="The person agreed that the practice may be told.",
    may_tell_referrer=True,
    tell_referrer_wording="The person agreed that the referrer may be told.",
)
SAM_HILL = Referrer(name="Dr Sam Hill", role="GP", organisation="Deptford Surgery", email="sam.hill@example.org")


def arrival(**changes):
    """What `receive_referral` is told when Rosa Diaz is referred by her practice."""
    details = {
        "given_name": "Rosa",
        "family_name": "Diaz",
        "date_of_birth": date(1951, 4, 2),
        "postcode": "SE13 6JZ",
        "telephone": "+447700900123",
    }
    details |= changes.pop("details", {})
    told = {
        "channel": Channel.PROFESSIONAL_FORM,
        "source": ReferralSource.PRACTICE,
        "reasons": [ReferralReason.LONELINESS, ReferralReason.BENEFITS],
        "reason_words": "Lives alone since her husband died.",
        "consent": CONSENT,
        "referrer": SAM_HILL,
        "details": PersonDetails(**details),
    }
    return told | changes
