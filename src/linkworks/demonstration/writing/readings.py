"""Measures at the beginning and at the end, with the gaps that there are in life."""

from collections.abc import Mapping
from datetime import timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import HowItWent, MeasurePoint
from linkworks.domain.casework.closing_summary import MeasureChange
from linkworks.domain.casework.measures import INSTRUMENTS, change, score
from linkworks.domain.casework.models import MeasureResponse

ONS4, LONELY, UCLA3 = "ons4", "loneliness", "ucla3"
LIFT = {HowItWent.NEED_MET: 2.4, HowItWent.PARTLY: 1.2, HowItWent.NOT_MET: -0.3, HowItWent.NOT_KNOWN: 0.4}
UNANSWERED = 0.05
HIGHEST = 10

Answers = Mapping[str, int | None]


def write_readings(world: World, spell: Spell, how: HowItWent) -> None:
    if not (spell.is_supported and spell.is_recorded and spell.talks):
        return
    first = spell.talks[1 if len(spell.talks) > 1 and spell.chance.happens(0.3) else 0]
    if not spell.chance.happens(figures.MEASURED_FIRST):
        _not_asked(world, spell, first, MeasurePoint.FIRST)
        return
    before = _before(spell.chance, lonely=spell.story.reason == "loneliness")
    _asked(world, spell, first, MeasurePoint.FIRST, before)
    last = spell.talks[-1]
    if spell.is_open or last.place is not Place.LAST:
        return
    if spell.chance.happens(figures.MEASURED_LAST):
        after = _after(spell.chance, before, LIFT[how])
        _asked(world, spell, last, MeasurePoint.LAST, after)
        spell.changes = [_change(instrument, before[instrument], after[instrument]) for instrument in after]
    elif spell.chance.happens(0.6):
        _not_asked(world, spell, last, MeasurePoint.LAST)


def _before(chance: Chance, *, lonely: bool) -> dict[str, Answers]:
    """Lower than in the general population, as with people who are referred."""
    found: dict[str, Answers] = {
        ONS4: {
            "satisfied": chance.near(4.3, 1.8, 0, 9),
            "worthwhile": chance.near(4.8, 2.0, 0, 9),
            "happy": None if chance.happens(UNANSWERED) else chance.near(4.4, 2.0, 0, 9),
            "anxious": chance.near(6.0, 2.2, 0, HIGHEST),
        },
        LONELY: {"lonely": chance.near(1.6 if lonely else 2.4, 0.8, 1, 5)},
    }
    if lonely and chance.happens(0.45):
        found[UCLA3] = {key: chance.near(2.5, 0.6, 1, 3) for key in ("companionship", "left_out", "isolated")}
    return found


def _after(chance: Chance, before: Mapping[str, Answers], lift: float) -> dict[str, Answers]:
    """How it is said at the end: mostly better, sometimes not."""
    found: dict[str, Answers] = {}
    for instrument, answers in before.items():
        highest, lowest = {ONS4: (HIGHEST, 0), LONELY: (5, 1), UCLA3: (3, 1)}[instrument]
        step = lift if instrument == ONS4 else lift / 3
        found[instrument] = {
            key: None
            if value is None or chance.happens(UNANSWERED / 2)
            else chance.near(value + (-step if key == "anxious" or instrument == UCLA3 else step), 0.9, lowest, highest)
            for key, value in answers.items()
        }
    return {
        instrument: answers for instrument, answers in found.items() if any(v is not None for v in answers.values())
    }


def _change(key: str, before: Answers, after: Answers) -> MeasureChange:
    instrument = INSTRUMENTS[key]
    return MeasureChange(instrument.name, change(score(instrument, before), score(instrument, after)))


def _asked(world: World, spell: Spell, talk: Talk, point: MeasurePoint, answered: Mapping[str, Answers]) -> None:
    for instrument, answers in answered.items():
        when = talk.at + timedelta(minutes=12)
        row = world.on_case(
            MeasureResponse,
            spell.case,
            talk.by.user,
            when,
            instrument=instrument,
            point=point,
            at=when,
            answers=dict(answers),
        )
        world.log.change(
            talk.by.user,
            "measure.recorded",
            when,
            row,
            spell.case.person_id,
            instrument=instrument,
            point=point,
            answered=sum(value is not None for value in answers.values()),
        )


def _not_asked(world: World, spell: Spell, talk: Talk, point: MeasurePoint) -> None:
    reason = spell.chance.weighted(figures.WHY_NOT_ASKED)
    for instrument in (ONS4, LONELY):
        row = world.on_case(
            MeasureResponse,
            spell.case,
            talk.by.user,
            talk.at,
            instrument=instrument,
            point=point,
            at=talk.at,
            not_asked=reason,
        )
        world.log.change(
            talk.by.user,
            "measure.not_asked",
            talk.at,
            row,
            spell.case.person_id,
            instrument=instrument,
            point=point,
            reason=reason,
        )
