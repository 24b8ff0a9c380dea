"""Saying that a code went into the GP record. The guard decides whether it was due, and the database holds it once."""

from django.db import IntegrityError, transaction

from linkworks.domain.casework.code_guard import CodeDecision
from linkworks.domain.casework.models import Case, CodedEntry, Contact
from linkworks.domain.casework.policies import may_work_on
from linkworks.domain.casework.selectors.gp_record import code_for_contact, code_for_refusal, get_refusal
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def record_code(actor: Actor, *, case: Case, contact: Contact | None) -> CodedEntry:
    """The worker has pasted the text with its code: for a contact or, without one, for a person who said no."""
    require(may_work_on, actor, case)
    decision = _decision(actor, case, contact)
    if decision.code is None:
        raise Refused(decision.because)
    entry = CodedEntry.on(
        case, actor, meaning=decision.code.meaning, code=decision.code.code, contact=contact, at=clock.now()
    )
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise Refused("This code was recorded for this case before. It goes in once.") from None
    record(
        actor,
        "code.recorded",
        subject=entry,
        person_id=case.person_id,
        meaning=entry.meaning,
        code=entry.code,
    )
    return entry


def _decision(actor: Actor, case: Case, contact: Contact | None) -> CodeDecision:
    if contact is not None:
        return code_for_contact(actor, case, contact)
    refusal = get_refusal(actor, case)
    if refusal is None:
        raise Refused("No code is due: the person has not said no.")
    return code_for_refusal(refusal)
