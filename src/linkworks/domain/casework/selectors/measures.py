"""Questions about measures: which the team uses, what was answered, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.casework.measures import DEFAULT_PACK, Change, Instrument, Result, change, score
from linkworks.domain.casework.measures.available import available
from linkworks.domain.casework.models import Case, MeasureResponse, TeamMeasures
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Reading:
    """One set of answers with its scores; `result` is None when the measure was not asked."""

    response: MeasureResponse
    result: Result | None


@dataclass(frozen=True, slots=True)
class Readings:
    """All that is known of one measure in one case, oldest first; what was not asked stands among them."""

    instrument: Instrument
    all: tuple[Reading, ...]

    @property
    def asked(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.all if reading.result is not None)

    @property
    def change(self) -> Change | None:
        """From the first to the last that was asked; None while there are not two."""
        results = [reading.result for reading in self.all if reading.result is not None]
        return change(results[0], results[-1]) if len(results) > 1 else None


def team_measures(actor: Actor) -> Sequence[str]:
    """Keys of the measures that the team uses beside the default ones."""
    chosen: TeamMeasures | None = TeamMeasures.objects.visible_to(actor).first()
    return chosen.instruments if chosen else []


def list_instruments(actor: Actor) -> list[Instrument]:
    """The measures that the team's workers are offered: the default ones first."""
    chosen = {*DEFAULT_PACK, *team_measures(actor)}
    return [instrument for key, instrument in available().items() if key in chosen]


def get_instrument(actor: Actor, key: str) -> Instrument:
    """A measure that the team uses, or raise NotFound."""
    for instrument in list_instruments(actor):
        if instrument.key == key:
            return instrument
    raise NotFound


def list_readings(actor: Actor, case: Case) -> list[Readings]:
    """What is known of each measure the team uses, and of any that was used in this case before."""
    used = {readings.instrument.key: readings for readings in list_used(actor, case)}
    offered = {instrument.key for instrument in list_instruments(actor)}
    return [
        used.get(key, Readings(instrument, ()))
        for key, instrument in available().items()
        if key in used or key in offered
    ]


def list_used(actor: Actor, case: Case) -> list[Readings]:
    """What is known of each measure that was used in this case, or of which somebody said why it was not."""
    rows = MeasureResponse.objects.visible_to(actor).standing().filter(case=case)
    responses: list[MeasureResponse] = list(rows.order_by("at", "created_at"))
    found = [
        Readings(instrument, tuple(read(instrument, r) for r in responses if r.instrument == key))
        for key, instrument in available().items()
    ]
    return [readings for readings in found if readings.all]


def get_reading(actor: Actor, case: Case, response_id: UUID) -> tuple[Instrument, Reading]:
    """Also one that was entered in error, and says so."""
    rows = MeasureResponse.objects.visible_to(actor).select_related("struck_by").filter(case=case, pk=response_id)
    response: MeasureResponse | None = rows.first()
    if response is None or response.instrument not in available():
        raise NotFound
    instrument = available()[response.instrument]
    return instrument, read(instrument, response)


def read(instrument: Instrument, response: MeasureResponse) -> Reading:
    return Reading(response, None if response.not_asked else score(instrument, response.answers))
