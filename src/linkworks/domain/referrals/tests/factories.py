import factory

from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.choices import Channel, ReferralReason, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import due_by


class ReferralFactory(factory.django.DjangoModelFactory):
    """A received referral of somebody we know."""

    class Meta:
        model = Referral

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
