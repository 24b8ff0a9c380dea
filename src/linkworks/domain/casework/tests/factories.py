"""One factory per state. `CaseFactory(team=team, worker_id=amina.user_id)` is a case in that worker's caseload."""

from datetime import timedelta

import factory

from linkworks.domain.casework.choices import (
    AppointmentStatus,
    AttemptOutcome,
    CaseStatus,
    ClosureReason,
    ContactOutcome,
    HowItWent,
    MeasurePoint,
    PathTrigger,
    Way,
)
from linkworks.domain.casework.models import (
    Allocation,
    Appointment,
    Case,
    CaseNote,
    CaseStep,
    Closure,
    Contact,
    ContactAttempt,
    Cover,
    MeasureResponse,
    SafeguardingConcern,
    SafetyPath,
    Task,
    WhatMatters,
)
from linkworks.domain.referrals.choices import ReferralStatus, SupportLevel
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import due_by


class CaseFactory(factory.django.DjangoModelFactory):
    """An open case; with `worker_id`, allocated."""

    class Meta:
        model = Case
        skip_postgeneration_save = True

    referral = factory.SubFactory(ReferralFactory, team=factory.SelfAttribute("..team"), status=ReferralStatus.ACCEPTED)
    person = factory.SelfAttribute("referral.person")
    opened_at = factory.LazyFunction(clock.now)
    support_level = SupportLevel.FULL
    first_contact_due = factory.LazyFunction(lambda: due_by(clock.today(), 5))

    @factory.post_generation
    def worker_id(self, create, extracted, **kwargs):
        if extracted:
            AllocationFactory(case=self, worker_id=extracted)


class ClosedCaseFactory(CaseFactory):
    status = CaseStatus.CLOSED
    closed_at = factory.LazyFunction(clock.now)


class CaseRowFactory(factory.django.DjangoModelFactory):
    """A row of a case: `case` is what it takes."""

    class Meta:
        abstract = True

    team = factory.SelfAttribute("case.team")
    person = factory.SelfAttribute("case.person")


class CaseStepFactory(CaseRowFactory):
    class Meta:
        model = CaseStep

    status = CaseStatus.OPEN
    at = factory.LazyFunction(clock.now)


class AllocationFactory(CaseRowFactory):
    class Meta:
        model = Allocation

    started_at = factory.LazyFunction(clock.now)


class CoverFactory(factory.django.DjangoModelFactory):
    """Cover for today; `away_id`, `covered_by_id` and `by_id` say who."""

    class Meta:
        model = Cover

    starts_on = factory.LazyFunction(clock.today)
    ends_on = factory.LazyFunction(clock.today)
    by_id = factory.SelfAttribute("away_id")


class ContactFactory(CaseRowFactory):
    class Meta:
        model = Contact

    at = factory.LazyFunction(clock.now)
    way = Way.PHONE
    outcomes = [ContactOutcome.LISTENED]


class ContactAttemptFactory(CaseRowFactory):
    class Meta:
        model = ContactAttempt

    at = factory.LazyFunction(clock.now)
    way = Way.PHONE
    outcome = AttemptOutcome.NO_ANSWER


class CaseNoteFactory(CaseRowFactory):
    class Meta:
        model = CaseNote

    body = "Rosa is looking forward to the lunch club."
    at = factory.LazyFunction(clock.now)


class AppointmentFactory(CaseRowFactory):
    """Booked for tomorrow at this time; `worker_id` says with whom."""

    class Meta:
        model = Appointment

    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=1))
    way = Way.PRACTICE
    place = "Deptford Surgery"
    status = AppointmentStatus.BOOKED


class TaskFactory(CaseRowFactory):
    """To do today; `worker_id` says by whom."""

    class Meta:
        model = Task

    title = "Ring the housing officer"
    due_on = factory.LazyFunction(clock.today)


class WhatMattersFactory(CaseRowFactory):
    class Meta:
        model = WhatMatters

    words = "I want to see people again, and to sleep."
    said_at = factory.LazyFunction(clock.now)


class MeasureResponseFactory(CaseRowFactory):
    class Meta:
        model = MeasureResponse

    instrument = "ons4"
    point = MeasurePoint.FIRST
    at = factory.LazyFunction(clock.now)
    answers = {"satisfied": 3, "worthwhile": 4, "happy": 3, "anxious": 7}


class SafetyPathFactory(CaseRowFactory):
    """Open, and nobody called yet; `owner_id` says whose it is."""

    class Meta:
        model = SafetyPath

    trigger = PathTrigger.WORKER


class SafeguardingConcernFactory(CaseRowFactory):
    """Raised just now, and waiting to be acknowledged; `lead_id` and `deputy_id` say by whom."""

    class Meta:
        model = SafeguardingConcern

    immediate_danger = False
    what = "Her nephew keeps her pension book."
    wishes_asked = True
    wishes = "She wants him to stop, and nobody to shout at him."
    next_reminder_at = factory.LazyFunction(lambda: clock.now() + timedelta(hours=1))


class ClosureFactory(CaseRowFactory):
    class Meta:
        model = Closure

    at = factory.LazyFunction(clock.now)
    reason = ClosureReason.GOALS_REACHED
    how_it_went = HowItWent.NEED_MET
