"""How it went with an option, told by the person or somebody who knows. `ladder.py` says what may follow what."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from linkworks.domain.onward import ladder
from linkworks.domain.onward.actions.holding import hold
from linkworks.domain.onward.choices import NeedMet, Rung, StoppedReason
from linkworks.domain.onward.models import OnwardOutcome, Option
from linkworks.domain.onward.policies import may_record_outcome
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@dataclass(frozen=True)
class HowItWent:
    """A rung climbed or why it stopped, and when. Whether the need is met is said of help received only."""

    on: date
    rung: Rung | None = None
    need_met: NeedMet | None = None
    stopped_because: StoppedReason | None = None
    felt: str = ""

    @property
    def height(self) -> Rung | None:
        """Help received that met the need is the top rung."""
        return Rung.NEED_MET if self.rung == Rung.RECEIVED and self.need_met == NeedMet.YES else self.rung

    @property
    def answer(self) -> str:
        return NeedMet.YES if self.height == Rung.NEED_MET else self.need_met or ""


@transaction.atomic
def record_outcome(actor: Actor, *, option: Option, went: HowItWent) -> OnwardOutcome:
    require(may_record_outcome, actor, option.case)
    held = hold(option)
    if went.rung is None and went.stopped_because is None:
        raise Refused("Say how far it got, or why it stopped.", "how_far")
    _insist_it_fits(went, list(held.outcomes.all()))
    outcome = _write(actor, held, went)
    record(
        actor,
        "onward_outcome.recorded",
        subject=outcome,
        person_id=held.person_id,
        rung=outcome.rung,
        need_met=outcome.need_met,
        stopped_because=outcome.stopped_because,
    )
    return outcome


@transaction.atomic
def correct_outcome(actor: Actor, *, outcome: OnwardOutcome, went: HowItWent) -> OnwardOutcome:
    """Put a slip right. With neither a rung nor a stop: what was written did not happen. Both rows stay."""
    require(may_record_outcome, actor, outcome.case)
    held = hold(outcome.option)
    told = list(held.outcomes.all())
    if any(other.corrects_id == outcome.pk for other in told):
        raise Refused("This has been put right already. Correct the newer line instead.")
    _insist_it_fits(went, [other for other in told if other.pk != outcome.pk])
    correction = _write(actor, held, went, corrects=outcome)
    record(
        actor,
        "onward_outcome.corrected",
        subject=correction,
        person_id=held.person_id,
        corrects=outcome.pk,
        rung=correction.rung,
    )
    return correction


def _insist_it_fits(went: HowItWent, told: list[OnwardOutcome]) -> None:
    if went.rung and went.stopped_because:
        raise Refused("Say how far it got, or why it stopped, but not both in one line.", "how_far")
    if went.on > clock.today():
        raise Refused("Give today or a day in the past.", "on")
    if went.need_met and went.rung not in {Rung.RECEIVED, Rung.NEED_MET}:
        raise Refused("Whether the need is met can be said once help was received.", "need_met")
    if went.height and (objection := ladder.objection(told, went.height, went.on)):
        raise Refused(objection, "on")


def _write(actor: Actor, option: Option, went: HowItWent, corrects: OnwardOutcome | None = None) -> OnwardOutcome:
    outcome = OnwardOutcome.on(
        option.case,
        actor,
        option=option,
        rung=went.height or "",
        need_met=went.answer,
        stopped_because=went.stopped_because or "",
        felt=went.felt,
        at=clock.moment_on(went.on),
        corrects=corrects,
    )
    outcome.save()
    return outcome
