"""What is written about each conversation, once everybody has added to it."""

from datetime import date, datetime, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.days import ONE_DAY, day_of, in_office_hours, working_day_on_or_after
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import ContactOutcome
from linkworks.domain.casework.models import CaseNote, Task

DONE_IN_TIME = 0.8
A_MINUTE = timedelta(minutes=1)


def write_notes(world: World, spell: Spell) -> None:
    for number, talk in enumerate(spell.talks):
        _next_step(world, spell, talk, number)
        _write(world, spell, talk)


def _write(world: World, spell: Spell, talk: Talk) -> None:
    contact = talk.contact
    assert contact is not None  # noqa: S101 (the course is written first)
    contact.outcomes = list(dict.fromkeys(talk.did)) or [ContactOutcome.LISTENED]
    contact.next_step = talk.next_step
    body = " ".join(talk.note)
    if body:
        world.on_case(CaseNote, spell.case, talk.by.user, contact.created_at, body=body, at=talk.at, contact=contact)
    world.log.change(
        talk.by.user,
        "contact.logged",
        contact.created_at,
        contact,
        spell.case.person_id,
        way=talk.way,
        outcomes=",".join(contact.outcomes),
    )


def _next_step(world: World, spell: Spell, talk: Talk, number: int) -> None:
    is_last = number == len(spell.talks) - 1
    if talk.place is Place.LAST or (is_last and not spell.is_open) or not spell.chance.happens(figures.TASK_AFTER):
        return
    kind = "phone" if spell.chance.happens(0.6) else "met"
    said = {other.next_step for other in spell.talks}
    own = [task for way in spell.story.tasks if (task := spell.voice.say(way)) not in said]
    usual = [spell.voice.say(way) for way in phrases()["next_step"][kind]]
    talk.next_step = world.wording.choose(own if own and spell.chance.happens(0.6) else usual, talk.by.user.pk)
    due_on = working_day_on_or_after(day_of(talk.at) + spell.chance.between(1, 9) * ONE_DAY)
    done = not is_last or (due_on < world.day and spell.chance.happens(DONE_IN_TIME))
    add_task(world, spell, talk, due_on, done=done)


def _end(world: World, spell: Spell, talk: Talk) -> datetime:
    """When a task of this conversation is done at the latest: before the next one."""
    return next((other.at for other in spell.talks if other.at > talk.at), world.midnight) - A_MINUTE


def add_task(world: World, spell: Spell, talk: Talk, due_on: date, *, done: bool) -> None:
    made_at = talk.at + timedelta(minutes=talk.minutes + 5)
    done_at = max(made_at, min(in_office_hours(due_on, spell.chance), _end(world, spell, talk))) if done else None
    task = world.on_case(
        Task,
        spell.case,
        talk.by.user,
        made_at,
        title=talk.next_step,
        worker=talk.by.user if done_at else spell.worker.user,
        due_on=due_on,
        done_at=done_at,
    )
    who = talk.by.user
    world.log.change(who, "task.added", made_at, task, spell.case.person_id, worker=who.pk, due_on=due_on)
    if task.done_at:
        world.log.change(who, "task.done", task.done_at, task, spell.case.person_id)
