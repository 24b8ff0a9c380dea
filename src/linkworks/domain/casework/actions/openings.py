"""Opening the record of somebody outside one's caseload, with a reason."""

from django.db import transaction

from linkworks.domain.casework.policies import may_open_record
from linkworks.domain.people.models import Person
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def open_record(actor: Actor, *, person: Person, reason: RecordOpening.Reason, words: str = "") -> RecordOpening:
    """Say why; the record is open to this actor for the rest of the day. A second reason on the same day adds nothing.

    Raises Refused when the reason is "another" and no words say which.
    """
    require(may_open_record, actor)
    if reason == RecordOpening.Reason.OTHER and not words.strip():
        raise Refused("Say in a few words why you open this record.", field="words")
    opening, is_new = RecordOpening.objects.get_or_create(
        team_id=person.team_id,
        person_id=person.pk,
        user_id=actor.own_id,
        on_day=clock.today(),
        defaults={"reason": reason, "words": words.strip()},
    )
    if is_new:
        record(actor, "record.opened", subject=opening, person_id=person.pk, reason=reason)
    return opening
