"""What was entered in error: marked, never deleted."""

from django.db import transaction

from linkworks.domain.casework.models import Case, Contact, StrikableRecord
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def strike(actor: Actor, *, row: StrikableRecord, because: str) -> None:
    """It stays on the timeline with the mark; counts, charts and clocks go on without it. A closed case too."""
    require(may_work_on, actor, row.case)
    if row.struck_at is not None:
        raise Refused("This was marked as entered in error before.")
    if not because.strip():
        raise Refused("Say what was wrong with it.", field="because")
    row.change(struck_at=clock.now(), struck_by_id=actor.user_id, struck_because=because.strip())
    if isinstance(row, Contact) and row.at == row.case.first_contact_at:
        _find_first_contact(row.case)
    record(actor, "entry.struck", subject=row, person_id=row.person_id, kind=row._meta.model_name)


def _find_first_contact(case: Case) -> None:
    """Without the one that did not happen here; the clock runs again where there is no other."""
    first = case.contacts.standing().order_by("at").first()
    case.change(first_contact_at=first.at if first else None)
