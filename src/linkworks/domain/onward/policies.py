"""May this actor do this to that? Whether the record is theirs to see was settled by the selector."""

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.core.actor import Actor


def may_offer(actor: Actor, case: Case) -> bool:
    """Put a service to the person, and write down what they chose."""
    return may_work_on(actor, case)


def may_connect(actor: Actor, case: Case) -> bool:
    """Signpost, introduce, refer on, and follow up with the partner."""
    return may_work_on(actor, case)


def may_record_outcome(actor: Actor, case: Case) -> bool:
    return may_work_on(actor, case)
