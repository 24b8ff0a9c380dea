"""How each person came to the team, and the case that was opened, if one was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from random import Random
from uuid import uuid4

from bench.data.team import World
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, CaseStep
from linkworks.domain.people.models import Person
from linkworks.domain.referrals.choices import Channel, ReferralReason, ReferralSource, ReferralStatus, SupportLevel
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import due_by


class Stage(Enum):
    WAITS = auto()
    """Referred, and still in the inbox."""
    FRESH = auto()
    """Allocated, and nobody has spoken yet."""
    OPEN = auto()
    CLOSED = auto()


DAYS_SINCE_REFERRAL = {Stage.WAITS: 9, Stage.FRESH: 7, Stage.OPEN: 200, Stage.CLOSED: 4 * 365}
DAYS_OPEN = 120  # until it closes

# Of fifty people: one in the inbox, ten with an open case (one of them fresh), the rest long closed.
STAGES = (Stage.WAITS, Stage.FRESH, *[Stage.OPEN] * 9, *[Stage.CLOSED] * 39)
LONGEST_EVERY = 12  # of a worker's open cases, one in so many has the longest timeline


@dataclass(frozen=True)
class Spell:
    """One person's way through the team."""

    number: int
    stage: Stage
    person: Person
    worker: User
    referred_at: datetime
    is_longest: bool

    @classmethod
    def of(cls, world: World, person: Person, number: int) -> "Spell":
        """Each stage goes round the workers, so that every caseload is of one size."""
        rounds, place = divmod(number, len(STAGES))
        stage = STAGES[place]
        how_manieth, worker = divmod(rounds * STAGES.count(stage) + STAGES[:place].count(stage), len(world.workers))
        ago = timedelta(days=Random(f"spell {number}").uniform(1, DAYS_SINCE_REFERRAL[stage]))
        is_longest = stage is Stage.OPEN and how_manieth % LONGEST_EVERY == 0
        return cls(number, stage, person, world.workers[worker], clock.now() - ago, is_longest)

    @property
    def ended_at(self) -> datetime:
        """When it closed; now, if it has not."""
        now = clock.now()
        return min(now, self.referred_at + timedelta(days=DAYS_OPEN)) if self.stage is Stage.CLOSED else now


def make_referral(spell: Spell) -> Referral:
    person = spell.person
    return Referral(
        id=uuid4(),
        team_id=person.team_id,
        person=person,
        reference=f"R-{spell.number:06}",
        received_at=spell.referred_at,
        channel=Channel.PROFESSIONAL_FORM,
        source=list(ReferralSource)[spell.number % len(ReferralSource)],
        status=ReferralStatus.RECEIVED if spell.stage is Stage.WAITS else ReferralStatus.ACCEPTED,
        given_name=person.given_name,
        family_name=person.family_name,
        date_of_birth=person.date_of_birth,
        nhs_number=person.nhs_number,
        practice=person.practice,
        reasons=[ReferralReason.LONELINESS, list(ReferralReason)[spell.number % len(ReferralReason)]],
        reason_words="Has been at home since the winter and would like company and help with a letter.",
        consent_given=True,
        consent_wording="The person agreed to be referred.",
        support_level="" if spell.stage is Stage.WAITS else SupportLevel.FULL,
        first_contact_due=due_by(clock.day_of(spell.referred_at), 5),
    )


def make_referral_step(referral: Referral) -> ReferralStep:
    return ReferralStep(
        team_id=referral.team_id,
        person_id=referral.person_id,
        referral=referral,
        status=referral.status,
        at=referral.received_at,
    )


def make_case(spell: Spell, referral: Referral) -> Case:
    is_closed = spell.stage is Stage.CLOSED
    return Case(
        id=uuid4(),
        team_id=referral.team_id,
        person=spell.person,
        referral=referral,
        opened_at=spell.referred_at,
        status=CaseStatus.CLOSED if is_closed else CaseStatus.OPEN,
        support_level=SupportLevel.FULL,
        first_contact_due=referral.first_contact_due,
        first_contact_at=None if spell.stage is Stage.FRESH else spell.referred_at + timedelta(hours=20),
        closed_at=spell.ended_at if is_closed else None,
    )


def make_first_rows(spell: Spell, case: Case) -> Iterator[CaseStep | Allocation]:
    about = {"team_id": case.team_id, "person_id": case.person_id, "case": case}
    yield CaseStep(**about, status=CaseStatus.OPEN, at=case.opened_at)
    yield Allocation(**about, worker=spell.worker, started_at=case.opened_at)
    if spell.stage is Stage.CLOSED:
        yield CaseStep(**about, status=CaseStatus.CLOSED, at=spell.ended_at)
