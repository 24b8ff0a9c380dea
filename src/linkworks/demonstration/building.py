"""From arrivals to cases laid out in time."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from linkworks.demonstration import cast
from linkworks.demonstration.allocating import Allocator
from linkworks.demonstration.arrivals import Arrival, arrive, come_back, days_of_arrival
from linkworks.demonstration.crew import Colleague, TeamPlan
from linkworks.demonstration.days import ONE_DAY, at, day_of
from linkworks.demonstration.figures import KNOWN_PERSON, LEVELS, ON_HOLD, PATHS, Path
from linkworks.demonstration.folk import Folk
from linkworks.demonstration.intake import Intake
from linkworks.demonstration.planning import Planner
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.course import hold_some
from linkworks.domain.casework.models import Case
from linkworks.domain.referrals.choices import ReferralSource, ReferralStatus, SupportLevel
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.accounts.models import User

KNOWN_AFTER = timedelta(days=45)  # comes back no sooner after an earlier case


NEW, ASKED_BACK = slice(-6, None), slice(-16, -8, 4)


@dataclass(slots=True)
class Builder:
    world: World
    intake: Intake
    plan: TeamPlan
    spells: list[Spell] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)

    def build(self) -> list[Spell]:
        """Everybody who was referred, oldest first, with what became of them up to now."""
        chance = self.world.chance.of("arrivals")
        folk = Folk(chance.of("folk"), self.world.crew.places, self.plan.first_nhs_serial)
        days = days_of_arrival(self.world.day, self.plan.referrals - self.plan.with_cast, chance)
        expected = [self._expect(day, folk, number) for number, day in enumerate(days)]
        if self.plan.with_cast:
            cast.put_into(expected, self.world.day, folk)
        allocator, planner = Allocator(self.world), Planner(self.world)
        expected.sort(key=lambda arrival: arrival.received_at)
        _keep_some_waiting(expected)
        _somebody_wrote_last_night(expected[-1], self.world.day)
        for number, arrival in enumerate(expected):
            self._take(self._known_instead(arrival, number), number, allocator, planner)
        if self.plan.with_cast:
            evening = at(self.world.day - ONE_DAY, 16, 40)
            self._take(cast.look_alike(self.arrivals, evening), len(expected), allocator, planner)
        return self.spells

    def _expect(self, day: date, folk: Folk, number: int) -> Arrival:
        return arrive(day, folk, self.world.chance.of("arrival", number))

    def _known_instead(self, arrival: Arrival, number: int) -> Arrival:
        """Now and then it is somebody whose case closed a while ago."""
        chance = self.world.chance.of("known", number)
        if arrival.part or arrival.stays or not chance.happens(KNOWN_PERSON * 1.7):
            return arrival
        before = arrival.received_at - KNOWN_AFTER
        held = {spell.case.person_id for spell in self.spells if spell.closed_at is None or spell.closed_at > before}
        former = [
            spell
            for spell in self.spells
            if spell.is_supported and spell.case.person_id not in held and not spell.arrival.part
        ]
        if not former:
            return arrival
        spell = chance.one(former)
        known = come_back(day_of(arrival.received_at), spell.arrival.somebody, spell.story, chance)
        return known or arrival

    def _take(self, arrival: Arrival, number: int, allocator: Allocator, planner: Planner) -> None:
        self.arrivals.append(arrival)
        part = cast.part_named(arrival.part)
        path = part.path if part else self.world.chance.of("path", number).weighted(PATHS)
        referral, accepted_at = self.intake.take_in(arrival)
        if accepted_at is None or arrival.part == cast.LOOKS_LIKE:
            return
        worker = self.world.crew.worker(part.worker) if part else allocator.choose(arrival.somebody, accepted_at)
        spell = self._open(arrival, referral, accepted_at, worker, path, number)
        successor = None if arrival.part or path is not Path.FULL else allocator.successor(worker, accepted_at)
        if successor is not None:
            self._pass_on(spell, successor)
        planner.lay_out(spell)
        if not arrival.part:
            hold_some(self.world, spell, ON_HOLD)
        allocator.keep(spell)
        self.spells.append(spell)

    def _open(
        self, arrival: Arrival, referral: Referral, when: datetime, worker: Colleague, path: Path, number: int
    ) -> Spell:
        referral.support_level = LEVELS.get(path, SupportLevel.FULL)
        by: User = self.world.crew.coordinator
        self.intake.accept(referral, when, by)
        case = self.world.rows.add(
            Case,
            when,
            team_id=referral.team_id,
            person_id=referral.person_id,
            referral=referral,
            opened_at=when,
            support_level=referral.support_level,
            first_contact_due=referral.first_contact_due,
        )
        chance = self.world.chance.of("spell", number)
        return Spell(
            arrival=arrival,
            referral=referral,
            case=case,
            path=path,
            workers=[(when, worker, "")],
            chance=chance,
            is_recorded=chance.happens(worker.sign_in.records),
        )

    def _pass_on(self, spell: Spell, successor: Colleague) -> None:
        moment = spell.case.opened_at + timedelta(days=spell.chance.between(12, 24))
        if self.world.is_past(moment):
            reason = spell.voice.say(spell.chance.one(phrases()["reallocated"]["reasons"]))
            spell.workers.append((moment, successor, reason))


def _keep_some_waiting(arrivals: list[Arrival]) -> None:
    """On whatever day it is, some are new and some wait for the referrer's answer."""
    for places, status in ((NEW, ReferralStatus.RECEIVED), (ASKED_BACK, ReferralStatus.RETURNED)):
        for arrival in arrivals[places]:
            arrival.stays = None if arrival.part else status


def _somebody_wrote_last_night(newest: Arrival, day: date) -> None:
    newest.received_at, newest.source = at(day - ONE_DAY, 21, 48), ReferralSource.SELF
