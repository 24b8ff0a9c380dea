"""Recording measures. A measure never blocks: whatever was answered is kept, and "not asked" is an answer."""

from collections.abc import Collection, Mapping

from django.db import transaction

from linkworks.domain.casework.actions.goals import score_goal
from linkworks.domain.casework.actions.safety import open_path
from linkworks.domain.casework.choices import MeasurePoint, NotAskedReason, PathTrigger
from linkworks.domain.casework.measures import AnswerError, Instrument, Result, score
from linkworks.domain.casework.measures.available import may_be_added
from linkworks.domain.casework.models import Case, Goal, MeasureResponse, TeamMeasures
from linkworks.domain.casework.policies import leads_the_team, may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def record_measure(
    actor: Actor, *, case: Case, instrument: Instrument, point: MeasurePoint, answers: Mapping[str, int | None]
) -> MeasureResponse:
    """Keep the answers as given. An answer about self-harm opens the safety path in the same transaction."""
    require(may_work_on, actor, case)
    result = _scored(instrument, answers)
    given = {key: value for key, value in answers.items() if value is not None}
    if not given:
        raise Refused("Choose an answer to at least one question, or say why you did not ask.")
    response = MeasureResponse.on(
        case, actor, instrument=instrument.key, point=point, at=clock.now(), answers=dict(answers)
    )
    response.save()
    record(
        actor,
        "measure.recorded",
        subject=response,
        person_id=case.person_id,
        instrument=instrument.key,
        point=point,
        answered=len(given),
    )
    if result.opens_safety_path:
        open_path(actor, case=case, trigger=PathTrigger.PHQ9_ITEM_9, response=response)
    return response


@transaction.atomic
def record_what_matters(actor: Actor, *, case: Case, scores: Collection[tuple[Goal, int]]) -> None:
    """How close the person says they are, for each goal that was asked about."""
    require(may_work_on, actor, case)
    if not scores:
        raise Refused("Choose a number for at least one goal, or say why you did not ask.")
    for goal, number in scores:
        score_goal(actor, goal=goal, score=number)


@transaction.atomic
def record_not_asked(
    actor: Actor, *, case: Case, instrument: Instrument, point: MeasurePoint, reason: NotAskedReason, words: str = ""
) -> MeasureResponse:
    require(may_work_on, actor, case)
    if reason == NotAskedReason.OTHER and not words.strip():
        raise Refused("Say what the other reason was.", field="words")
    response = MeasureResponse.on(
        case,
        actor,
        instrument=instrument.key,
        point=point,
        at=clock.now(),
        not_asked=reason,
        not_asked_words=words.strip(),
    )
    response.save()
    record(
        actor,
        "measure.not_asked",
        subject=response,
        person_id=case.person_id,
        instrument=instrument.key,
        point=point,
        reason=reason,
    )
    return response


@transaction.atomic
def choose_measures(actor: Actor, *, instruments: Collection[str]) -> TeamMeasures:
    """Say which measures the team uses beside the default ones."""
    require(leads_the_team, actor)
    keys = [key for key in may_be_added() if key in instruments]
    chosen, _ = TeamMeasures.objects.get_or_create(team=team_of(actor))
    chosen.change(instruments=keys)
    record(actor, "measures.chosen", subject=chosen, instruments=", ".join(keys))
    return chosen


def _scored(instrument: Instrument, answers: Mapping[str, int | None]) -> Result:
    try:
        return score(instrument, answers)
    except AnswerError as error:
        raise Refused(str(error)) from error
