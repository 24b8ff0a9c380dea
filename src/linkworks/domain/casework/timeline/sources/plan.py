"""What matters, needs, the plan and its goals."""

from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import GoalStatus, NeedCategory, NeedStatus, TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow
from linkworks.foundation.core import words

GOAL_TITLES = {
    GoalStatus.ACTIVE: "Goal",
    GoalStatus.REACHED: "Goal reached",
    GoalStatus.CHANGED: "No longer a goal",
}


def _what_matters(case: Case) -> QuerySet[Any]:
    return timeline.told(case.whatmatterss.all(), at=F("said_at"), words=F("words"))


def _what_matters_entry(row: TimelineRow) -> TimelineEntry:
    return row.entry("What matters, in the person’s own words", words=row.facts["words"])


def _needs(case: Case) -> QuerySet[Any]:
    moves = case.needmoves.all()
    return timeline.told(moves, at=F("at"), status=F("status"), category=F("need__category"), words=F("need__words"))


def _need_entry(row: TimelineRow) -> TimelineEntry:
    status, category = NeedStatus(row.facts["status"]), NeedCategory(row.facts["category"])
    return row.entry(f"Need: {category.label}", lines=tuple(filter(None, (row.facts["words"], status.label))))


def _plans(case: Case) -> QuerySet[Any]:
    return timeline.told(case.supportplans.all(), at=F("agreed_at"))


def _plan_entry(row: TimelineRow) -> TimelineEntry:
    return row.entry("Plan agreed")


def _reviews(case: Case) -> QuerySet[Any]:
    return timeline.told(case.planreviews.all(), at=F("at"), words=F("words"))


def _review_entry(row: TimelineRow) -> TimelineEntry:
    return row.entry("Plan looked at again", words=row.facts["words"])


def _goals(case: Case) -> QuerySet[Any]:
    moves = case.goalmoves.all()
    return timeline.told(moves, at=F("at"), status=F("status"), goal=F("goal__words"), words=F("words"))


def _goal_entry(row: TimelineRow) -> TimelineEntry:
    title = GOAL_TITLES[GoalStatus(row.facts["status"])]
    return row.entry(f"{title}: {row.facts['goal']}", words=row.facts["words"])


def _scores(case: Case) -> QuerySet[Any]:
    return timeline.told(case.goalscores.all(), at=F("at"), score=F("score"), goal=F("goal__words"))


def _score_entry(row: TimelineRow) -> TimelineEntry:
    return row.entry(f"Scored {row.facts['score']} out of 10: {row.facts['goal']}")


def _steps_done(case: Case) -> QuerySet[Any]:
    done = case.plansteps.filter(done_at__isnull=False)
    return timeline.told(done, at=F("done_at"), what=F("what"), who=F("who"), by_when=F("by_when"))


def _step_entry(row: TimelineRow) -> TimelineEntry:
    by_when = f", by {words.full_date(row.day('by_when'))}" if row.facts["by_when"] else ""
    return row.entry(f"Step done: {row.facts['what']}", lines=(f"{row.facts['who']}{by_when}",))


timeline.register(TimelineKind.PLAN, rows=_what_matters, entry=_what_matters_entry)
timeline.register(TimelineKind.PLAN, rows=_needs, entry=_need_entry)
timeline.register(TimelineKind.PLAN, rows=_plans, entry=_plan_entry)
timeline.register(TimelineKind.PLAN, rows=_reviews, entry=_review_entry)
timeline.register(TimelineKind.PLAN, rows=_goals, entry=_goal_entry)
timeline.register(TimelineKind.PLAN, rows=_scores, entry=_score_entry)
timeline.register(TimelineKind.PLAN, rows=_steps_done, entry=_step_entry)
