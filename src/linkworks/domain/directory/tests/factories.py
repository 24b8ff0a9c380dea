from datetime import timedelta

import factory

from linkworks.domain.directory.choices import CheckPause, LiveState
from linkworks.domain.directory.models import (
    Collection,
    CollectionItem,
    EntryCheck,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
)
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


class ClosedServiceFactory(ServiceFactory):
    live_state = LiveState.CLOSED_FOR_NOW


class CheckedServiceFactory(ServiceFactory):
    """Somebody asked this week."""

    assured_on = factory.LazyFunction(clock.today)


class RefugeFactory(CheckedServiceFactory):
    """Its address is secret, and the second place that it has is not."""

    class Meta:
        skip_postgeneration_save = True

    name = "Juniper House"
    description = "A room of your own."

    @factory.post_generation
    def places(self, create, extracted, **options):
        for name, is_secret in (("12 Secret Road", True), ("Juniper Office", False)):
            location = Location.objects.create(name=name, district="SE8", is_confidential=is_secret)
            ServiceAtLocation.objects.create(service=self, location=location)


class CollectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Collection

    title = "First week after bereavement"
    purpose = "Who to ring first, and somebody to talk to."


class TeamCollectionFactory(CollectionFactory):
    is_shared = True


class CollectionItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CollectionItem

    team = factory.SelfAttribute("collection.team")
    service = factory.SubFactory(CheckedServiceFactory)
    number = factory.Sequence(lambda n: n)
