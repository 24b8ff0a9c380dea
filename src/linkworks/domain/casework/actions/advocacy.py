"""Speaking up for the person, step by step, until there is a result."""

from datetime import date, datetime

from django.db import transaction

from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.models import Advocacy, AdvocacyStep, Case
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def begin_advocacy(
    actor: Actor,
    *,
    case: Case,
    about: str,
    with_whom: str,
    authority: str,
    position: str,
    deadline: date | None = None,
    at: datetime | None = None,
) -> Advocacy:
    """`authority` is what lets us speak for the person; without it nobody is rung."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    if not authority.strip():
        raise Refused("Say what lets us speak for the person, like “Rosa asked me to, by telephone today”", "authority")
    advocacy = Advocacy.on(
        case,
        actor,
        about=about,
        with_whom=with_whom,
        authority=authority,
        position=position,
        deadline=deadline,
        at=at or clock.now(),
    )
    advocacy.save()
    record(actor, "advocacy.begun", subject=advocacy, person_id=advocacy.person_id, deadline=deadline)
    return advocacy


@transaction.atomic
def change_advocacy(
    actor: Actor,
    *,
    advocacy: Advocacy,
    expected_version: int | None,
    about: str,
    with_whom: str,
    authority: str,
    position: str,
    deadline: date | None,
) -> None:
    require(may_work_on, actor, advocacy.case)
    advocacy.case.insist_not_closed()
    advocacy.change(
        expected_version=expected_version,
        about=about,
        with_whom=with_whom,
        authority=authority,
        position=position,
        deadline=deadline,
    )
    record(actor, "advocacy.changed", subject=advocacy, person_id=advocacy.person_id, deadline=deadline)


@transaction.atomic
def record_advocacy_step(
    actor: Actor,
    *,
    advocacy: Advocacy,
    words: str,
    result: AdvocacyResult | None = None,
    at: datetime | None = None,
) -> AdvocacyStep:
    """What was done or heard; with a result, the last step."""
    require(may_work_on, actor, advocacy.case)
    advocacy.case.insist_not_closed()
    if advocacy.result:
        raise Refused("This has its result. Begin again if there is more to speak up for.")
    step = AdvocacyStep.on(
        advocacy.case, actor, advocacy=advocacy, words=words, result=result or "", at=at or clock.now()
    )
    step.save()
    if result:
        advocacy.change(result=result)
    record(actor, "advocacy.step_recorded", subject=advocacy, person_id=advocacy.person_id, result=result or "")
    return step
