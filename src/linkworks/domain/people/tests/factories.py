import factory

from linkworks.domain.people.models import Network, Person, Practice


class NetworkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Network

    name = factory.Sequence(lambda n: f"Network {n}")


class PracticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Practice

    name = factory.Sequence(lambda n: f"Practice {n}")
    network = factory.SubFactory(NetworkFactory, team=factory.SelfAttribute("..team"))


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    given_name = "Rosa"
    family_name = factory.Sequence(lambda n: f"Marshall{n}")
    postcode = "SE8 4AA"
