"""Contacts that were tried and did not happen."""

from datetime import datetime

from django.db import transaction

from linkworks.domain.casework.choices import AttemptOutcome, Way
from linkworks.domain.casework.models import Case, ContactAttempt
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def log_attempt(
    actor: Actor,
    *,
    case: Case,
    way: Way = Way.PHONE,
    outcome: AttemptOutcome = AttemptOutcome.NO_ANSWER,
    at: datetime | None = None,
    words: str = "",
) -> ContactAttempt:
    """One try; without more said, a telephone call just now that nobody answered."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    if at is not None and at > clock.now():
        raise Refused("The time must have passed. Book what is still to come as an appointment.", field="at")
    attempt = ContactAttempt.on(case, actor, way=way, outcome=outcome, at=at or clock.now(), words=words)
    attempt.save()
    record(actor, "contact.attempted", subject=attempt, person_id=attempt.person_id, way=way, outcome=outcome)
    return attempt
