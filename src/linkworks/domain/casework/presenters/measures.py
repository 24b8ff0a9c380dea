"""Measures on a page: what was answered in words, what changed, and its charts."""

from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import MeasurePoint, NotAskedReason
from linkworks.domain.casework.measures import WHAT_MATTERS, Change, Difference, Direction, Instrument, Score
from linkworks.domain.casework.models import Case, MeasureResponse
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.presenters.measure_charts import goal_charts, measure_charts
from linkworks.domain.casework.selectors.measures import Reading, Readings, list_readings
from linkworks.domain.casework.selectors.plan import GoalStory, get_story
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.charts import LineChart
from linkworks.foundation.design.parts import Link, PersonBanner, Tag

CHANGE_TAGS = {
    Direction.BETTER: Tag("Better", "green"),
    Direction.SAME: Tag("The same", "grey"),
    Direction.WORSE: Tag("Worse", "orange"),
}


@dataclass(frozen=True)
class ChangeTable:
    """Paired answers only; `missing` says how many there are none for."""

    rows: tuple[tuple[object, ...], ...]
    missing: str
    heads: tuple[str, ...] = ("Question", "#First", "#Last", "Change")


@dataclass(frozen=True)
class MeasureLine:
    key: str
    name: str
    stands: str
    ask: Link
    not_asked: Link
    last: Link | None
    change: ChangeTable | None
    charts: tuple[LineChart, ...]


@dataclass(frozen=True)
class MeasuresPage:
    title: str
    banner: PersonBanner
    back: str
    measures: tuple[MeasureLine, ...]

    @classmethod
    def of(cls, actor: Actor, case: Case) -> "MeasuresPage":
        return cls(
            title="Measures",
            banner=case_banner(actor, case),
            back=reverse("casework:case", args=[case.pk]),
            measures=measure_lines(actor, case),
        )


@dataclass(frozen=True)
class MeasureAskPage(CaseFormPage):
    introduction: str
    citation: str
    not_asked: Link
    is_without_wording: bool


@dataclass(frozen=True)
class ReadingPage:
    """What was answered this time, each in words."""

    title: str
    banner: PersonBanner
    back: str
    told: str
    not_asked: str
    rows: tuple[tuple[object, ...], ...]
    missing: str
    change: ChangeTable | None
    citation: str
    struck: str
    in_error: Link | None
    """To the page that marks it so; none once it is."""
    heads: tuple[str, ...] = ("Question", "#Answer", "In words")

    @classmethod
    def of(cls, actor: Actor, case: Case, instrument: Instrument, reading: Reading) -> "ReadingPage":
        response, result = reading.response, reading.result
        scores = (*result.items, *result.scales) if result else ()
        by = f", by {response.by.name}" if response.by else ""
        return cls(
            title=instrument.name,
            banner=case_banner(actor, case),
            back=reverse("casework:measure", args=[case.pk]),
            told=f"{MeasurePoint(response.point).label}, {words.full_moment(response.at)}{by}",
            not_asked=not_asked(reading),
            rows=tuple(_score_row(score) for score in scores),
            missing=_unanswered(result.missing) if result else "",
            change=_change_up_to(actor, case, reading),
            citation=instrument.citation,
            struck=_struck(response),
            in_error=None if response.struck_at else _in_error(response),
        )


def _change_up_to(actor: Actor, case: Case, reading: Reading) -> ChangeTable | None:
    """From the first time, where this is the last."""
    for readings in list_readings(actor, case):
        if readings.change and readings.asked[-1] == reading:
            return change_table(readings.change)
    return None


def _struck(response: MeasureResponse) -> str:
    if response.struck_at is None:
        return ""
    by = f" by {response.struck_by.name}" if response.struck_by else ""
    return f"Entered in error, marked {words.full_moment(response.struck_at)}{by}: {response.struck_because}"


def _in_error(response: MeasureResponse) -> Link:
    return Link("Entered in error?", reverse("casework:reading_in_error", args=[response.pk]), hidden="These answers")


def measure_lines(actor: Actor, case: Case) -> tuple[MeasureLine, ...]:
    return tuple(_line(actor, case, readings) for readings in list_readings(actor, case))


def not_asked(reading: Reading) -> str:
    response = reading.response
    if not response.not_asked:
        return ""
    reason = NotAskedReason(response.not_asked).label
    return f"Not asked: {reason}. {response.not_asked_words}".strip()


def change_table(change: Change) -> ChangeTable:
    paired = (*change.items, *change.scales)
    missing = words.count(change.missing, "question")
    return ChangeTable(
        rows=tuple(_change_row(difference) for difference in paired),
        missing=f"{missing} not answered both times, so not compared." if change.missing else "",
    )


def _line(actor: Actor, case: Case, readings: Readings) -> MeasureLine:
    key, name = readings.instrument.key, readings.instrument.name
    goals = get_story(actor, case).goals if key == WHAT_MATTERS.key else []
    asked = readings.asked
    newest = asked[-1].response if asked else None
    return MeasureLine(
        key=key,
        name=name,
        stands=_goals_stand(goals) if key == WHAT_MATTERS.key else _stands(readings),
        ask=Link("Ask", reverse("casework:measure_ask", args=[case.pk, key]), hidden=name),
        not_asked=Link("Not asked, because …", reverse("casework:measure_not_asked", args=[case.pk, key]), hidden=name),
        last=Link("See the answers", reverse("casework:measure_reading", args=[case.pk, newest.pk]), hidden=name)
        if newest
        else None,
        change=change_table(readings.change) if readings.change else None,
        charts=tuple(goal_charts(goals) if key == WHAT_MATTERS.key else measure_charts(readings)),
    )


def _stands(readings: Readings) -> str:
    if not readings.all:
        return "Not asked yet."
    newest = readings.all[-1]
    when = words.ago(newest.response.at)
    if newest.result is None:
        return f"{not_asked(newest)} ({when})"
    times = words.count(len(readings.asked), "time")
    return f"Asked {times}, last {when}."


def _goals_stand(goals: list[GoalStory]) -> str:
    scored = [told for told in goals if told.scores]
    if not goals:
        return "Nobody has agreed a goal yet, and this is asked for each goal."
    return f"{len(scored)} of {words.count(len(goals), 'goal')} scored."


def _score_row(score: Score) -> tuple[object, ...]:
    return score.label, "" if score.value is None else f"{score.value}", score.words.capitalize()


def _change_row(difference: Difference) -> tuple[object, ...]:
    return difference.label, f"{difference.first}", f"{difference.last}", CHANGE_TAGS[difference.direction]


def _unanswered(number: int) -> str:
    return f"{words.count(number, 'question')} not answered." if number else ""
