import factory

from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind, GivenHow
from linkworks.domain.people.models import (
    Adjustment,
    Alert,
    Consent,
    ContactDetail,
    Network,
    Person,
    Practice,
    RelatedPerson,
    Restriction,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


class NetworkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Network

    name = factory.Sequence(lambda n: f"Network {n}")


class PracticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Practice

    name = factory.Sequence(lambda n: f"Practice {n}")
    network = factory.SubFactory(NetworkFactory, team=factory.SelfAttribute("..team"))


class FiledFactory(factory.django.DjangoModelFactory):
    """What people are recognised by is kept in line, as the actions do."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **values):
        made = super()._create(model_class, *args, **values)
        person_id = getattr(made, "person_id", made.pk)
        file_people(Actor.system("factory", made.team_id), [person_id])
        return made


class PersonFactory(FiledFactory):
    class Meta:
        model = Person

    given_name = "Rosa"
    family_name = factory.Sequence(lambda n: f"Marshall{n}")
    postcode = "SE8 4AA"


class PersonRowFactory(factory.django.DjangoModelFactory):
    """A row about a person: `person` is what it takes."""

    class Meta:
        abstract = True

    team = factory.SelfAttribute("person.team")


class ContactDetailFactory(FiledFactory, PersonRowFactory):
    class Meta:
        model = ContactDetail

    kind = ContactKind.MOBILE
    value = factory.Sequence(lambda n: f"+447700900{n % 1000:03}")


class AlertFactory(PersonRowFactory):
    class Meta:
        model = Alert

    kind = AlertKind.NO_VOICEMAIL
    words = "Her son listens to the messages."


class AdjustmentFactory(PersonRowFactory):
    class Meta:
        model = Adjustment

    kind = AdjustmentKind.LARGE_PRINT


class RelatedPersonFactory(PersonRowFactory):
    class Meta:
        model = RelatedPerson

    name = "Marco Marshall"
    relationship = "Son"


class ConsentFactory(PersonRowFactory):
    class Meta:
        model = Consent

    kind = ConsentKind.SUPPORT
    given = True
    wording = "May we keep a record of how we support you?"
    given_how = GivenHow.SPOKEN
    given_at = factory.LazyFunction(clock.now)


class RestrictionFactory(PersonRowFactory):
    class Meta:
        model = Restriction

    reason = "Works in the same building."
