"""One factory per state. `OptionFactory(case=case)` is an option nobody has answered yet."""

import factory

from linkworks.domain.casework.tests.factories import CaseRowFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.choices import Choice, OnwardStatus, Rung, SentHow, SharedField
from linkworks.domain.onward.models import (
    ClientChoice,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    OptionsSheet,
    SheetEntry,
    Signposting,
)
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent
from linkworks.foundation.core import clock


class OptionFactory(CaseRowFactory):
    class Meta:
        model = Option

    service = factory.SubFactory(ServiceFactory)
    why = "Company on a Tuesday"
    offered_at = factory.LazyFunction(clock.now)


class ChosenOptionFactory(OptionFactory):
    """An option to which the person said yes; give `choice` for another answer."""

    choice = Choice.YES
    chosen_at = factory.LazyFunction(clock.now)

    @factory.post_generation
    def told(self, create, extracted, **kwargs):
        ClientChoiceFactory(case=self.case, option=self, choice=self.choice, at=self.chosen_at)

    class Meta:
        skip_postgeneration_save = True


class ClientChoiceFactory(CaseRowFactory):
    class Meta:
        model = ClientChoice

    choice = Choice.YES
    words = "I would like the company"
    at = factory.LazyFunction(clock.now)


class SignpostingFactory(CaseRowFactory):
    class Meta:
        model = Signposting

    told = "Ring on Monday and ask for Jo"
    at = factory.LazyFunction(clock.now)


class PartnerConsentFactory(factory.django.DjangoModelFactory):
    """`person` and `about` (the organisation) are what it takes."""

    class Meta:
        model = Consent

    team = factory.SelfAttribute("person.team")
    kind = ConsentKind.SHARE_PARTNER
    given = True
    wording = "May we pass on your name?"
    given_how = GivenHow.SPOKEN
    given_at = factory.LazyFunction(clock.now)


class OnwardReferralFactory(CaseRowFactory):
    """Passed on by hand and not answered yet; `option` is what it takes besides the case."""

    class Meta:
        model = OnwardReferral

    to_whom = "The intake team"
    sent_how = SentHow.BY_HAND
    consent = factory.SubFactory(
        PartnerConsentFactory,
        person=factory.SelfAttribute("..person"),
        about=factory.SelfAttribute("..option.service.organization.name"),
    )
    fields = [SharedField.NAME]
    shared = [["Name", "Rosa Marshall"]]
    at = factory.LazyFunction(clock.now)
    status_since = factory.SelfAttribute("at")
    status = OnwardStatus.SENT


class OnwardStepFactory(CaseRowFactory):
    class Meta:
        model = OnwardStep

    status = OnwardStatus.ACCEPTED
    at = factory.LazyFunction(clock.now)


class OnwardOutcomeFactory(CaseRowFactory):
    class Meta:
        model = OnwardOutcome

    rung = Rung.CONTACTED
    at = factory.LazyFunction(clock.now)


class OptionsSheetFactory(CaseRowFactory):
    """Made, and not handed out."""

    class Meta:
        model = OptionsSheet

    made_at = factory.LazyFunction(clock.now)


class SheetEntryFactory(CaseRowFactory):
    """`sheet` and `option` are what it takes."""

    class Meta:
        model = SheetEntry

    case = factory.SelfAttribute("sheet.case")
    number = factory.Sequence(lambda n: n % 100 + 1)
    title = factory.SelfAttribute("option.service.name")
    what = "You eat a warm lunch with others."
    times = "Tuesday, noon to 2pm"
    place = "The Albany, Douglas Way, SE8 4AG"
    getting_there = "Bus 47 stops at the door."
    ask_for = "Jo, 020 7946 0106"
    first_time = "Jo meets you at the door."
    cost = "It costs £3."
    joining = "No. You can just turn up."
