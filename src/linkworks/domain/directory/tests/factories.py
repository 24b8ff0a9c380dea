from datetime import timedelta

import factory

from linkworks.domain.directory.choices import CheckPause, LiveState
from linkworks.domain.directory.models import EntryCheck, Organization, Service
from linkworks.foundation.core import clock


class OrganizationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda n: f"Organisation {n}")


class ServiceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Service

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence(lambda n: f"Lunch club {n}")
    description = "A warm lunch and company every Tuesday."
    search_names = factory.LazyAttribute(lambda service: service.name.lower())
    search_words = factory.LazyAttribute(lambda service: f"{service.name} {service.description}".lower())


class FullServiceFactory(ServiceFactory):
    live_state = LiveState.FULL


class CheckFactory(factory.django.DjangoModelFactory):
    """Give `team` and `worker_id`."""

    class Meta:
        model = EntryCheck

    service = factory.SubFactory(ServiceFactory)
    given_on = factory.LazyFunction(clock.today)


class PausedCheckFactory(CheckFactory):
    paused_because = CheckPause.LEFT_MESSAGE
    paused_until = factory.LazyFunction(lambda: clock.today() + timedelta(days=7))
    tries = 1
