"""What matters, the plan with its goals as lines over time, and needs: as the case page and the plan show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus, GoalStatus, NeedCategory, NeedStatus
from linkworks.domain.casework.models import Case, Goal, GoalScore, Need, PlanStep, WhatMatters
from linkworks.domain.casework.selectors.plan import GoalStory, PlanStory
from linkworks.foundation.core import clock, words
from linkworks.foundation.design.charts import LineChart, Reading, line_chart
from linkworks.foundation.design.parts import Link, Tag, When

NEED_TAGS = {
    NeedStatus.OPEN: Tag("Being worked on", "blue"),
    NeedStatus.MET: Tag("Met", "green"),
    NeedStatus.PARTLY: Tag("Partly met", "aqua-green"),
    NeedStatus.NOT_MET: Tag("Not met", "orange"),
    NeedStatus.NOT_WANTED: Tag("No longer wanted", "grey"),
}
POINTS_OF_A_LINE = 2
GOAL_TAGS = {
    GoalStatus.ACTIVE: Tag("Working towards it", "blue"),
    GoalStatus.REACHED: Tag("Reached", "green"),
    GoalStatus.CHANGED: Tag("No longer what matters", "grey"),
}


@dataclass(frozen=True)
class Said:
    """What mattered, and when it was said to whom; `on_paper` stays true tomorrow."""

    words: str
    note: str
    on_paper: str


@dataclass(frozen=True)
class NeedLine:
    name: str
    words: str
    status: Tag
    change: Link | None


@dataclass(frozen=True)
class StepLine:
    """`deed_url` finishes it, or opens it again; blank on a closed case."""

    what: str
    who: str
    by_when: When | None
    is_late: bool
    is_done: bool
    deed_url: str


@dataclass(frozen=True)
class GoalView:
    """One goal: its line or, before there is one, what `says` how close; its steps; and what can be done with it.

    `score_url` is blank when it takes no score.
    """

    id: str
    words: str
    need: str
    status: Tag
    is_active: bool
    chart: LineChart | None
    says: str
    steps: tuple[StepLine, ...]
    score_url: str
    submission: UUID
    links: tuple[Link, ...]


@dataclass(frozen=True)
class PlanView:
    known_as: str
    newest: Said | None
    older: tuple[Said, ...]
    stands: str
    goals: tuple[GoalView, ...]
    ended_goals: tuple[GoalView, ...]
    needs: tuple[NeedLine, ...]
    what_matters_link: Link | None
    plan_links: tuple[Link, ...]
    needs_link: Link | None

    @classmethod
    def of(cls, case: Case, story: PlanStory) -> "PlanView":
        said = [_said(one) for one in story.what_matters]
        goals = [_goal(case, goal) for goal in story.goals]
        return cls(
            known_as=case.person.known_as,
            newest=said[0] if said else None,
            older=tuple(said[1:]),
            stands=_stands(case, story),
            goals=tuple(goal for goal in goals if goal.is_active),
            ended_goals=tuple(goal for goal in goals if not goal.is_active),
            needs=tuple(_need(case, need) for need in story.needs),
            what_matters_link=_link(case, "Write down what matters", "what_matters"),
            plan_links=tuple(_plan_links(case, story)),
            needs_link=_link(case, "Add needs", "needs"),
        )


def is_closed(case: Case) -> bool:
    return case.status == CaseStatus.CLOSED


def _said(one: WhatMatters) -> Said:
    by = f", to {by_name}" if (by_name := getattr(one, "by_name", None)) else ""
    day = words.full_date(one.said_at)
    return Said(one.words, f"Said {words.ago(one.said_at)}, {day}{by}", f"Said on {day}")


def _stands(case: Case, story: PlanStory) -> str:
    if story.plan is None:
        return ""
    agreed = f"Agreed on {words.full_date(story.plan.agreed_at)}."
    again = f" To be looked at again: {words.due(story.plan.review_on)}." if story.plan.review_on else ""
    copy = "has a copy" if story.plan.person_has_copy else "has no copy yet"
    return f"{agreed}{again} {case.person.known_as} {copy}."


def _goal(case: Case, story: GoalStory) -> GoalView:
    goal = story.goal
    is_active = goal.status == GoalStatus.ACTIVE
    takes_more = is_active and not is_closed(case)
    return GoalView(
        id=f"goal-{goal.pk}",
        words=goal.words,
        need=NeedCategory(story.need.category).label if story.need else "",
        status=GOAL_TAGS[GoalStatus(goal.status)],
        is_active=is_active,
        chart=_chart(goal, story.scores) if len(story.scores) >= POINTS_OF_A_LINE else None,
        says=_first_score(story.scores),
        steps=tuple(_step(case, step) for step in story.steps),
        score_url=reverse("casework:goal_score", args=[goal.pk]) if takes_more else "",
        submission=uuid4(),
        links=tuple(_goal_links(case, goal, is_active)),
    )


def _chart(goal: Goal, scores: Sequence[GoalScore]) -> LineChart:
    readings = [Reading(score.at.astimezone(clock.LONDON).date(), score.score) for score in scores]
    return line_chart(f"goal-{goal.pk}-line", "How close, from 0 to 10", readings)


def _first_score(scores: Sequence[GoalScore]) -> str:
    return f"Scored {scores[0].score} out of 10 on {words.full_date(scores[0].at)}." if scores else "No score yet."


def _step(case: Case, step: PlanStep) -> StepLine:
    is_done = step.done_at is not None
    deed = "plan_step_reopen" if is_done else "plan_step_done"
    return StepLine(
        what=step.what,
        who=step.who,
        by_when=When(step.by_when, words.due(step.by_when)) if step.by_when else None,
        is_late=not is_done and step.by_when is not None and step.by_when < clock.today(),
        is_done=is_done,
        deed_url="" if is_closed(case) else reverse(f"casework:{deed}", args=[step.pk]),
    )


def _goal_links(case: Case, goal: Goal, is_active: bool) -> Iterable[Link]:
    if is_closed(case):
        return
    if not is_active:
        yield Link("Take it up again", reverse("casework:goal_move", args=[goal.pk]), goal.words)
        return
    yield Link("Add a step", reverse("casework:plan_step_new", args=[goal.pk]), f"towards: {goal.words}")
    yield Link("Score for another day", reverse("casework:goal_score", args=[goal.pk]), goal.words)
    yield Link("Change the words", reverse("casework:goal", args=[goal.pk]), goal.words)
    yield Link("Reached, or no longer what matters", reverse("casework:goal_move", args=[goal.pk]), goal.words)


def _plan_links(case: Case, story: PlanStory) -> Iterable[Link]:
    if not is_closed(case):
        yield Link("Agree a goal", reverse("casework:goal_new", args=[case.pk]))
        if story.plan is None:
            yield Link("Agree the plan", reverse("casework:plan_agree", args=[case.pk]))
        else:
            yield Link("Look at it again", reverse("casework:plan_review", args=[story.plan.pk]), "at the plan")
    if story.plan is not None:
        yield Link("The plan to print", reverse("casework:plan", args=[case.pk]))


def _need(case: Case, need: Need) -> NeedLine:
    category = NeedCategory(need.category)
    is_open = need.status == NeedStatus.OPEN
    text = "How does it stand?" if is_open else "Take it up again"
    link = Link(text, reverse("casework:need", args=[need.pk]), category.label)
    return NeedLine(category.label, need.words, NEED_TAGS[NeedStatus(need.status)], None if is_closed(case) else link)


def _link(case: Case, text: str, name: str) -> Link | None:
    return None if is_closed(case) else Link(text, reverse(f"casework:{name}", args=[case.pk]))
