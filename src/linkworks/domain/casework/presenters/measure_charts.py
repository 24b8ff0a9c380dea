"""Charts of what measures and goals said over time."""

from collections.abc import Iterable, Iterator

from linkworks.domain.casework.measures import Instrument
from linkworks.domain.casework.selectors.measures import Readings
from linkworks.domain.casework.selectors.plan import GoalStory
from linkworks.foundation.core import clock
from linkworks.foundation.design import charts
from linkworks.foundation.design.charts import LineChart

LEVELS = 5
POINTS_OF_A_LINE = 2


def measure_charts(readings: Readings) -> Iterator[LineChart]:
    """A line for each scale or, where there is none, for each question, once there are two readings to join."""
    asked = [reading for reading in readings.asked if reading.result is not None]
    if len(asked) < POINTS_OF_A_LINE or asked[0].result is None:
        return
    of_scales = bool(asked[0].result.scales)
    for number, first in enumerate(asked[0].result.scales or asked[0].result.items):
        told = [
            (reading, (reading.result.scales if of_scales else reading.result.items)[number])
            for reading in asked
            if reading.result is not None
        ]
        points = [
            charts.Reading(reading.response.at.astimezone(clock.LONDON).date(), float(score.value), score.words)
            for reading, score in told
            if score.value is not None
        ]
        if points:
            element_id = f"chart-{readings.instrument.key}-{first.key}"
            yield charts.line_chart(element_id, first.label, points, _scale(readings.instrument, first.key))


def goal_charts(goals: Iterable[GoalStory]) -> Iterator[LineChart]:
    for told in goals:
        if told.scores:
            points = [charts.Reading(s.at.astimezone(clock.LONDON).date(), s.score) for s in told.scores]
            yield charts.line_chart(f"chart-goal-{told.goal.pk}", told.goal.words, points)


def _scale(instrument: Instrument, key: str) -> charts.Scale:
    """From the lowest that can be scored to the highest, in about five steps."""
    lowest, highest = score_range(instrument, key)
    return charts.Scale(lowest, highest, max(1, round((highest - lowest) / LEVELS)))


def score_range(instrument: Instrument, key: str) -> tuple[int, int]:
    scale = next((scale for scale in instrument.scales if scale.key == key), None)
    if scale is None:
        values = [answer.value for answer in instrument.item(key).answers]
        return min(values), max(values)
    points = [
        [item.points.get(answer.value, answer.value) for answer in item.answers]
        for item in map(instrument.item, scale.items)
    ]
    return sum(map(min, points)), sum(map(max, points))
