"""What matters, needs, the plan and its goals, with how close people say they are."""

from dataclasses import dataclass
from datetime import date, timedelta

from linkworks.demonstration.days import ONE_DAY, day_of, working_day_on_or_after
from linkworks.demonstration.figures import Path
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.stories import Aim
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import ContactOutcome, GoalStatus, HowItWent, NeedStatus
from linkworks.domain.casework.models import (
    Goal,
    GoalMove,
    GoalScore,
    Need,
    NeedMove,
    PlanReview,
    PlanStep,
    SupportPlan,
    WhatMatters,
)

TALKED_ABOUT = frozenset({Path.FULL, Path.SHORT, Path.LOST_TOUCH, Path.MOVED, Path.DIED})
SECOND_GOAL = 0.6
REACHES = {
    HowItWent.NEED_MET: (7, 10),
    HowItWent.PARTLY: (5, 7),
    HowItWent.NOT_MET: (2, 4),
    HowItWent.NOT_KNOWN: (4, 7),
}
SETTLED = {
    HowItWent.NEED_MET: NeedStatus.MET,
    HowItWent.PARTLY: NeedStatus.PARTLY,
    HowItWent.NOT_MET: NeedStatus.NOT_MET,
}
A_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Agreed:
    """What the options may point to."""

    goals: list[Goal]


def write_plan(world: World, spell: Spell, how: HowItWent) -> Agreed:
    if spell.path not in TALKED_ABOUT or not spell.talks:
        return Agreed([])
    first = spell.talks[0]
    _what_matters(world, spell, first)
    needs = _needs(world, spell, first, how)
    planned = next((talk for talk in spell.talks if talk.place is Place.PLAN), None)
    if planned is None:
        return Agreed([])
    plan = _agree(world, spell, planned)
    aims = spell.story.goals[: 1 + spell.chance.happens(SECOND_GOAL)]
    goals = [_goal(world, spell, plan, aim, needs, how) for aim in aims]
    _reviews(world, spell, plan)
    return Agreed(goals)


def _what_matters(world: World, spell: Spell, talk: Talk) -> None:
    spell.what_matters = spell.voice.say(world.wording.choose(spell.story.matters, spell.worker.user.pk))
    row = world.on_case(WhatMatters, spell.case, talk.by.user, talk.at, words=spell.what_matters, said_at=talk.at)
    world.log.change(talk.by.user, "what_matters.recorded", talk.at, row, spell.case.person_id)


def _needs(world: World, spell: Spell, talk: Talk, how: HowItWent) -> dict[str, Need]:
    by, when = talk.by.user, talk.at + A_MINUTE
    needs = {}
    for category, words in spell.story.needs:
        need = world.on_case(Need, spell.case, by, when, category=category, words=spell.voice.say(words))
        world.on_case(NeedMove, spell.case, by, when, need=need, status=NeedStatus.OPEN, at=when)
        needs[category] = need
    world.log.change(by, "needs.added", when, spell.case, spell.case.person_id, categories=",".join(needs))
    if not spell.is_open and spell.is_recorded and spell.is_supported and how in SETTLED:
        for number, need in enumerate(needs.values()):
            _settle(world, spell, need, SETTLED[how] if number == 0 or spell.chance.happens(0.7) else NeedStatus.PARTLY)
    return needs


def _settle(world: World, spell: Spell, need: Need, status: NeedStatus) -> None:
    last = spell.talks[-1]
    need.status = status
    world.on_case(NeedMove, spell.case, last.by.user, last.at, need=need, status=status, at=last.at)
    world.log.change(
        last.by.user, "need.moved", last.at, need, spell.case.person_id, category=need.category, status=status
    )


def _agree(world: World, spell: Spell, talk: Talk) -> SupportPlan:
    due = _review_day(world, spell, talk)
    has_copy = spell.chance.happens(0.8)
    plan: SupportPlan = world.on_case(
        SupportPlan, spell.case, talk.by.user, talk.at, agreed_at=talk.at, review_on=due, person_has_copy=has_copy
    )
    world.log.change(
        talk.by.user,
        "plan.agreed",
        talk.at,
        plan,
        spell.case.person_id,
        review_on=due,
        person_has_copy=has_copy,
    )
    return plan


def _review_day(world: World, spell: Spell, planned: Talk) -> date:
    """A few days either side of the review that there was; where there was none yet, seldom long ago."""
    review = next((talk for talk in spell.talks if talk.place is Place.REVIEW), None)
    if review is not None:
        return working_day_on_or_after(day_of(review.at) + spell.chance.between(-4, 3) * ONE_DAY)
    usual = day_of(planned.at) + spell.chance.between(42, 70) * ONE_DAY
    lately = world.day + spell.chance.between(-5, 24) * ONE_DAY
    return working_day_on_or_after(max(usual, lately) if spell.is_open else usual)


def _goal(world: World, spell: Spell, plan: SupportPlan, aim: Aim, needs: dict[str, Need], how: HowItWent) -> Goal:
    planned = next(talk for talk in spell.talks if talk.place is Place.PLAN)
    by, when = planned.by.user, planned.at + A_MINUTE
    goal: Goal = world.on_case(
        Goal, spell.case, by, when, plan=plan, words=spell.voice.say(aim.words), need=needs[aim.need]
    )
    world.on_case(GoalMove, spell.case, by, when, goal=goal, status=GoalStatus.ACTIVE, at=when)
    world.log.change(by, "goal.agreed", when, goal, spell.case.person_id)
    _scores(world, spell, goal, how)
    _steps(world, spell, goal, aim)
    return goal


def _scores(world: World, spell: Spell, goal: Goal, how: HowItWent) -> None:
    """At the plan, perhaps on the way, at the review and at the end; some workers ask once and never again."""
    said_at = [talk for talk in spell.talks if talk.place is not Place.FIRST]
    if not spell.is_recorded:
        said_at = said_at[:1]
    low, high = spell.chance.between(1, 4), spell.chance.between(*REACHES[how])
    stretch = max(1, len(said_at) - 1) if not spell.is_open else max(5, len(said_at))
    for number, talk in enumerate(said_at):
        if talk.place is Place.MIDDLE and not spell.chance.happens(0.25):
            continue
        score = round(low + (high - low) * min(1, number / stretch))
        spell.goals.setdefault(goal.words, []).append(score)
        row = world.on_case(GoalScore, spell.case, talk.by.user, talk.at, goal=goal, score=score, at=talk.at)
        world.log.change(talk.by.user, "goal.scored", talk.at, row, spell.case.person_id, goal=goal.pk, score=score)
    if not spell.is_open and spell.is_recorded and how is HowItWent.NEED_MET and spell.is_supported:
        last = spell.talks[-1]
        goal.status = GoalStatus.REACHED
        world.on_case(GoalMove, spell.case, last.by.user, last.at, goal=goal, status=GoalStatus.REACHED, at=last.at)
        world.log.change(last.by.user, "goal.moved", last.at, goal, spell.case.person_id, status=GoalStatus.REACHED)


def _steps(world: World, spell: Spell, goal: Goal, aim: Aim) -> None:
    planned = next(talk for talk in spell.talks if talk.place is Place.PLAN)
    later = [talk for talk in spell.talks if talk.at > planned.at]
    for number, (who, what) in enumerate(aim.steps):
        done = later[number].at if number < len(later) and spell.chance.happens(0.78) else None
        step = world.on_case(
            PlanStep,
            spell.case,
            planned.by.user,
            planned.at + 2 * A_MINUTE,
            goal=goal,
            what=spell.voice.say(what),
            who=spell.arrival.somebody.given_name if who == "me" else planned.by.user.name,
            by_when=working_day_on_or_after(day_of(planned.at) + spell.chance.between(7, 28) * ONE_DAY),
            done_at=done,
        )
        world.log.change(planned.by.user, "plan_step.added", step.created_at, step, spell.case.person_id, goal=goal.pk)
        if done:
            world.log.change(planned.by.user, "plan_step.done", done, step, spell.case.person_id, goal=goal.pk)


def _reviews(world: World, spell: Spell, plan: SupportPlan) -> None:
    for talk in spell.talks:
        if talk.place is not Place.REVIEW:
            continue
        later = working_day_on_or_after(day_of(talk.at) + 28 * ONE_DAY)
        plan.review_on = max(later, world.day) if spell.is_open else later
        world.on_case(PlanReview, spell.case, talk.by.user, talk.at, plan=plan, at=talk.at)
        talk.tell(did=ContactOutcome.PLANNED)
        world.log.change(
            talk.by.user,
            "plan.reviewed",
            talk.at,
            plan,
            spell.case.person_id,
            review_on=plan.review_on,
            person_has_copy=plan.person_has_copy,
        )
