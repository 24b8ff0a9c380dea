"""What matters to the person, in their own words."""

from datetime import datetime

from django.db import transaction

from linkworks.domain.casework.models import Case, WhatMatters
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def record_what_matters(actor: Actor, *, case: Case, words: str, said_at: datetime | None = None) -> WhatMatters:
    """Add the words as they were said. What was said before stays."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    said = WhatMatters.on(case, actor, words=words, said_at=said_at or clock.now())
    said.save()
    record(actor, "what_matters.recorded", subject=said, person_id=said.person_id)
    return said
