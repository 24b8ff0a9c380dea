"""What measures say, on the case page: one line for each that was asked, from the first time to the last."""

from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.measures import Difference
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.measures import CHANGE_TAGS
from linkworks.domain.casework.selectors.measures import Readings, list_used
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Tag


@dataclass(frozen=True)
class PanelLine:
    label: str
    told: str
    tag: Tag | None


@dataclass(frozen=True)
class PanelMeasure:
    name: str
    asked: str
    lines: tuple[PanelLine, ...]
    missing: str


@dataclass(frozen=True)
class MeasurePanel:
    measures: tuple[PanelMeasure, ...]
    url: str


def measure_panel(actor: Actor, case: Case) -> MeasurePanel | None:
    asked = [readings for readings in list_used(actor, case) if readings.asked]
    if not asked:
        return None
    return MeasurePanel(tuple(_measure(readings) for readings in asked), reverse("casework:measure", args=[case.pk]))


def _measure(readings: Readings) -> PanelMeasure:
    last = readings.asked[-1]
    change = readings.change
    missing = words.count(change.missing, "question") if change and change.missing else ""
    return PanelMeasure(
        name=readings.instrument.name,
        asked=f"Last asked {words.ago(last.response.at)}",
        lines=tuple(_paired(one) for one in (*change.items, *change.scales)) if change else tuple(_alone(readings)),
        missing=f"{missing} not answered both times." if missing else "",
    )


def _paired(difference: Difference) -> PanelLine:
    tag = CHANGE_TAGS[difference.direction]
    return PanelLine(difference.label, f"from {difference.first} to {difference.last}", tag)


def _alone(readings: Readings) -> list[PanelLine]:
    """Asked once: what was answered, in words."""
    result = readings.asked[-1].result
    scores = (result.scales or result.items) if result else ()
    return [PanelLine(score.label, score.words, None) for score in scores if score.value is not None]
