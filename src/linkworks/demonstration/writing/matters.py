"""What was looked into, and what was spoken up for."""

from datetime import timedelta

from linkworks.demonstration.days import ONE_DAY, day_of, in_office_hours, working_day_on_or_after
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.stories import Cause, Question
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import ContactOutcome
from linkworks.domain.casework.models import Advocacy, AdvocacyStep, ResearchTask
from linkworks.foundation.core.working_days import add_working_days

LOOKED_INTO = 0.62
SPOKEN_UP = 0.55


def write_matters(world: World, spell: Spell) -> None:
    if not spell.is_supported:
        return
    later = [talk for talk in spell.talks if talk.place in {Place.PLAN, Place.MIDDLE, Place.REVIEW}]
    for talk, question in zip(later, spell.story.research, strict=False):
        if spell.chance.happens(LOOKED_INTO):
            _look_into(world, spell, talk, question)
    if spell.story.advocacy and len(later) > 1 and spell.chance.happens(SPOKEN_UP):
        _speak_up(world, spell, later, spell.story.advocacy)


def _look_into(world: World, spell: Spell, talk: Talk, question: Question) -> None:
    found_on = add_working_days(day_of(talk.at), spell.chance.between(1, 8))
    found_at = in_office_hours(found_on, spell.chance)
    end = spell.closed_at or world.midnight
    is_found = found_at < end
    due_on = working_day_on_or_after(day_of(talk.at) + 7 * ONE_DAY)
    row = world.on_case(
        ResearchTask,
        spell.case,
        talk.by.user,
        talk.at,
        at=talk.at,
        question=spell.voice.say(question.question),
        worker=talk.by.user,
        due_on=due_on,
        found=spell.voice.say(question.found) if is_found else "",
        source=spell.voice.say(question.source) if is_found else "",
        found_at=found_at if is_found else None,
    )
    world.log.change(talk.by.user, "research.asked", talk.at, row, spell.case.person_id, due_on=due_on)
    if is_found:
        world.log.change(talk.by.user, "research.found", found_at, row, spell.case.person_id)


def _speak_up(world: World, spell: Spell, talks: list[Talk], cause: Cause) -> None:
    began = talks[0]
    deadline = working_day_on_or_after(day_of(began.at) + 28 * ONE_DAY)
    row = world.on_case(
        Advocacy,
        spell.case,
        began.by.user,
        began.at,
        at=began.at,
        about=spell.voice.say(cause.about),
        with_whom=cause.with_whom,
        authority=spell.voice.say(cause.authority),
        position=spell.voice.say(cause.position),
        deadline=deadline,
    )
    world.log.change(began.by.user, "advocacy.begun", began.at, row, spell.case.person_id, deadline=deadline)
    for number, (talk, words) in enumerate(zip(talks, cause.steps, strict=False)):
        when = talk.at + timedelta(minutes=talk.minutes + 15)
        result = cause.result if number == len(cause.steps) - 1 else ""
        step = world.on_case(
            AdvocacyStep,
            spell.case,
            talk.by.user,
            when,
            advocacy=row,
            at=when,
            words=spell.voice.say(words),
            result=result,
        )
        row.result = result
        talk.tell(did=ContactOutcome.ADVOCATED)
        world.log.change(talk.by.user, "advocacy.step_recorded", when, step, spell.case.person_id, result=result)
