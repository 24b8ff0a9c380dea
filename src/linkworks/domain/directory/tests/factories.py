import factory

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Organization, Service


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
