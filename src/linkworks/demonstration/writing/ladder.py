"""What came of each option: the partner's answers and how it went, told at the conversations that followed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.days import day_of, in_office_hours
from linkworks.demonstration.figures import Destiny
from linkworks.demonstration.offers import Offer
from linkworks.demonstration.spells import Spell, Talk
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.onward import Onward
from linkworks.domain.onward.choices import ALLOWED_MOVES, NeedMet, OnwardStatus, Rung, StoppedReason
from linkworks.domain.onward.models import OnwardOutcome, OnwardReferral, Option
from linkworks.foundation.core.working_days import add_working_days

WHY_NOT_REACHED = {
    StoppedReason.NO_REPLY: 46.0,
    StoppedReason.WAIT_TOO_LONG: 22,
    StoppedReason.NOT_ELIGIBLE: 14,
    StoppedReason.NOT_RUNNING: 8,
    StoppedReason.UNWELL: 10,
}
WHY_NOT_RECEIVED = {
    StoppedReason.NOT_RIGHT: 30.0,
    StoppedReason.COULD_NOT_GET_THERE: 20,
    StoppedReason.CHANGED_MIND: 22,
    StoppedReason.WAIT_TOO_LONG: 12,
    StoppedReason.COST: 8,
    StoppedReason.UNWELL: 8,
}
PARTNER_SAYS = {
    StoppedReason.NO_REPLY: None,
    StoppedReason.NOT_ELIGIBLE: OnwardStatus.COULD_NOT_HELP,
    StoppedReason.NOT_RUNNING: OnwardStatus.COULD_NOT_HELP,
}
PARTNER_AFTER_A_STOP = {None: 30.0, OnwardStatus.CANCELLED: 40, OnwardStatus.COULD_NOT_HELP: 30}
NOTHING_YET = 0.2  # of the times that somebody asks for the first time
ANSWERED_SINCE = 0.3  # of the partners who have the next word, since the last conversation
HEARD_BY_OTHERS = 0.7  # how often workers who write down no outcomes still write down an answer


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that comes of an option: what the partner answers, if it is a referral, and what the person tells."""

    status: OnwardStatus | None
    rung: Rung | None = None
    need_met: str = ""
    stopped: StoppedReason | None = None

    @property
    def key(self) -> str:
        """Under which its wordings stand."""
        if self.need_met in {NeedMet.PARTLY, NeedMet.NO}:
            return "partly" if self.need_met == NeedMet.PARTLY else "not_needed"
        return Rung.REACHED.value if self.rung is Rung.CONTACTED or self.rung is None else self.rung.value


def turns(destiny: Destiny, chance: Chance) -> Sequence[Turn]:
    reached = Turn(chance.weighted({OnwardStatus.ACCEPTED: 4.0, OnwardStatus.WAITING_LIST: 1}), Rung.REACHED)
    match destiny:
        case Destiny.NOT_TRIED:
            return [Turn(chance.weighted(PARTNER_AFTER_A_STOP), stopped=StoppedReason.NOT_TRIED)]
        case Destiny.NOT_REACHED:
            why = chance.weighted(WHY_NOT_REACHED)
            return [Turn(None, Rung.CONTACTED), Turn(PARTNER_SAYS.get(why, OnwardStatus.CANCELLED), stopped=why)]
        case Destiny.NOT_RECEIVED:
            said = chance.weighted(PARTNER_AFTER_A_STOP)
            return [reached, Turn(said, stopped=chance.weighted(WHY_NOT_RECEIVED))]
        case Destiny.NOT_MET:
            answer = NeedMet.PARTLY if chance.happens(figures.PARTLY_MET) else NeedMet.NO
            return [reached, Turn(OnwardStatus.STARTED, Rung.RECEIVED, answer)]
        case Destiny.MET:
            received = Turn(OnwardStatus.STARTED, Rung.RECEIVED)
            return [reached, received, Turn(OnwardStatus.ENDED, Rung.NEED_MET, NeedMet.YES)]


@dataclass(slots=True)
class Ladder:
    world: World
    onward: Onward

    def climb(self, spell: Spell, offer: Offer, option: Option, referral: OnwardReferral | None) -> None:
        """One thing at each later conversation; at the end of a case, all that is left to tell."""
        left = list(turns(offer.destiny, spell.chance))
        last = offer.follow_ups[-1] if offer.follow_ups else None
        for number, talk in enumerate(offer.follow_ups):
            is_end = not spell.is_open and talk is last
            if number == 0 and not is_end and spell.chance.happens(NOTHING_YET):
                self._tell_of_waiting(spell, offer, talk, referral)
                continue
            told, left = (left, []) if is_end else (left[:1], left[1:])
            self._hear(spell, offer, option, referral, talk, told)
        if spell.is_open and left and spell.chance.happens(ANSWERED_SINCE):
            self._answer_since(spell, referral, left[0])

    def _hear(
        self,
        spell: Spell,
        offer: Offer,
        option: Option,
        referral: OnwardReferral | None,
        talk: Talk,
        told: Sequence[Turn],
    ) -> None:
        moments = _between(referral.status_since, talk.at, len(told)) if referral else iter(())
        for order, turn in enumerate(told):
            if referral is not None and (spell.is_recorded or spell.chance.happens(HEARD_BY_OTHERS)):
                self._answer(spell, referral, turn, next(moments))
            if spell.is_recorded:
                self._outcome(spell, offer, option, talk, turn, talk.at + timedelta(minutes=3 + order))

    def _answer(self, spell: Spell, referral: OnwardReferral, turn: Turn, when: datetime) -> None:
        former = OnwardStatus(referral.status)
        if turn.status is not None and turn.status in ALLOWED_MOVES[former]:
            words = spell.voice.say(spell.chance.one(phrases()["onward"][turn.status.value]))
            self.onward.move(spell, referral, turn.status, when, words)

    def _answer_since(self, spell: Spell, referral: OnwardReferral | None, turn: Turn) -> None:
        """It came in the last days, and waits for the worker to talk about it."""
        if referral is None:
            return
        when = in_office_hours(add_working_days(self.world.day, -spell.chance.between(1, 4)), spell.chance)
        if when > max(referral.status_since, spell.talks[-1].at):
            self._answer(spell, referral, turn, when)

    def _tell_of_waiting(self, spell: Spell, offer: Offer, talk: Talk, referral: OnwardReferral | None) -> None:
        if referral is not None and spell.chance.happens(0.5):
            said = self.world.wording.choose(phrases()["note"]["waiting"], talk.by.user.pk)
            talk.tell(spell.voice.say(said, service=offer.service.name))

    def _outcome(self, spell: Spell, offer: Offer, option: Option, talk: Talk, turn: Turn, made_at: datetime) -> None:
        felt = ""
        if turn.stopped is None and turn.key in phrases()["felt"]:
            felt = self.world.wording.choose(phrases()["felt"][turn.key], offer.service.pk)
        outcome = self.world.on_case(
            OnwardOutcome,
            spell.case,
            talk.by.user,
            made_at,
            option=option,
            rung=turn.rung or "",
            need_met=turn.need_met,
            stopped_because=turn.stopped or "",
            felt=felt.strip("“”"),
            at=talk.at,
        )
        self.world.log.change(
            talk.by.user,
            "onward_outcome.recorded",
            made_at,
            outcome,
            spell.case.person_id,
            rung=outcome.rung,
            need_met=turn.need_met,
            stopped_because=outcome.stopped_because,
        )
        ways = phrases()["stopped"][turn.stopped.value] if turn.stopped else phrases()["note"][turn.key]
        said = spell.voice.say(self.world.wording.choose(ways, talk.by.user.pk), service=offer.service.name)
        talk.tell(f"{said} {felt}".strip() if turn.key != Rung.REACHED.value else said)


def _between(start: datetime, end: datetime, number: int) -> Iterator[datetime]:
    """So many moments in order between the two, in office hours wherever there is room."""
    step = (end - start) / (number + 1)
    for place in range(1, number + 1):
        moment = start + place * step
        office = moment.replace(hour=10 + place, minute=moment.minute)
        yield office if start < office < end and day_of(office) == day_of(moment) else moment
