"""One factory per state. A campaign is open all day and has two bands and the outcomes that are shipped."""

from datetime import time, timedelta
from uuid import uuid4

import factory

from linkworks.domain.outreach.actions.defaults import write_outcomes, write_rungs
from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState
from linkworks.domain.outreach.models import (
    CallConcern,
    CallerShift,
    CallingWindow,
    Campaign,
    CampaignContact,
    LeadNotice,
    NeedType,
    PriorityBand,
    Provider,
)
from linkworks.domain.outreach.shipped import welfare
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.core import clock


class CampaignFactory(factory.django.DjangoModelFactory):
    """Open, at every hour of the week; `windows=False` for one that never rings."""

    class Meta:
        model = Campaign
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Spring welfare calls {n}")
    purpose = "To hear whether people have food, medicines and company."
    telephone = "02079460150"
    state = CampaignState.OPEN

    @factory.post_generation
    def windows(self, create, extracted, **kwargs):
        if extracted is not False:
            for weekday in range(1, 8):
                CallingWindow.objects.create(
                    team=self.team, campaign=self, weekday=weekday, opens=time(0), closes=time(23, 59, 59, 999999)
                )

    @factory.post_generation
    def outcomes(self, create, extracted, **kwargs):
        write_outcomes(self, welfare()["outcomes"])

    @factory.post_generation
    def bands(self, create, extracted, **kwargs):
        PriorityBand.objects.create(team=self.team, campaign=self, place=1, name="First", head_start=timedelta(hours=8))
        PriorityBand.objects.create(team=self.team, campaign=self, place=2, name="Next")

    @factory.post_generation
    def rungs(self, create, extracted, **kwargs):
        write_rungs(self, welfare()["other_ways"])


class CampaignContactFactory(factory.django.DjangoModelFactory):
    """To be rung now, on a number of their own; `campaign` is what it takes."""

    class Meta:
        model = CampaignContact

    team = factory.SelfAttribute("campaign.team")
    person = factory.SubFactory(PersonFactory, team=factory.SelfAttribute("..team"))
    band = factory.LazyAttribute(lambda made: made.campaign.bands.get(place=2))
    rank_at = factory.LazyFunction(clock.now)
    number = factory.SubFactory(ContactDetailFactory, person=factory.SelfAttribute("..person"))
    phone_key = factory.SelfAttribute("number.value")


class LeadNoticeFactory(factory.django.DjangoModelFactory):
    """Somebody may have died; `by_id` and `contact` are what it takes."""

    class Meta:
        model = LeadNotice

    team = factory.SelfAttribute("contact.team")
    person = factory.SelfAttribute("contact.person")
    outcome = factory.LazyAttribute(lambda made: made.contact.campaign.outcomes.get(code="has-died"))
    token = factory.LazyFunction(uuid4)
    words = "A neighbour answered."
    at = factory.LazyFunction(clock.now)


class RestingContactFactory(CampaignContactFactory):
    state = QueueState.RESTING
    wakes_at = factory.LazyFunction(lambda: clock.now() + timedelta(hours=1))


class EndedContactFactory(CampaignContactFactory):
    state = QueueState.ENDED
    ending = Ending.REACHED
    ended_at = factory.LazyFunction(clock.now)


class CallerShiftFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallerShift

    team = factory.SelfAttribute("campaign.team")
    languages = ["English"]
    seen_at = factory.LazyFunction(clock.now)


class NeedTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NeedType

    team = factory.SelfAttribute("campaign.team")
    place = factory.Sequence(int)
    code = factory.Sequence(lambda n: f"help-{n}")
    label = factory.LazyAttribute(lambda made: made.code.replace("-", " ").capitalize())


class ProviderFactory(factory.django.DjangoModelFactory):
    """Asked by e-mail."""

    class Meta:
        model = Provider

    name = factory.Sequence(lambda n: f"Riverside Helpers {n}")
    email = factory.Sequence(lambda n: f"desk{n}@helpers.example")
    telephone = "+442079460188"


class CallConcernFactory(factory.django.DjangoModelFactory):
    """Told to a lead, not yet acknowledged; `contact` and `lead_id` are what it takes."""

    class Meta:
        model = CallConcern

    team = factory.SelfAttribute("contact.team")
    person = factory.SelfAttribute("contact.person")
    token = factory.LazyFunction(uuid4)
    step = "afraid"
    words = "Is anybody frightening you? Yes."
    by_id = factory.SelfAttribute("lead_id")
    at = factory.LazyFunction(clock.now)
    remind_at = factory.LazyFunction(lambda: clock.now() + timedelta(minutes=15))
