"""Opening the record of a person outside one's own caseload asks for a reason, good for the day it was given.

Access knows nothing of caseloads: the app that does registers its question here.
"""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Q

from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import ReasonNeeded

LooksAfter = Callable[[Actor, UUID], bool]

_looks_after: list[LooksAfter] = []


def register(looks_after: LooksAfter) -> None:
    """Add a question: does this actor look after this person, so that no reason is needed?"""
    if looks_after not in _looks_after:
        _looks_after.append(looks_after)


def reason_today(actor: Actor, person_id: UUID) -> str:
    """Why the actor opened this person's record today; blank if they have not said."""
    openings = RecordOpening.objects.filter(Q(user_id=actor.user_id), person_id=person_id, on_day=clock.today())
    return openings.values_list("reason", flat=True).first() or ""


def insist_on_reason(actor: Actor, person_id: UUID) -> str:
    """Raise ReasonNeeded for staff who neither look after this person nor said today why they open the record.

    Gives the reason, for the log of looks; blank where none is needed.
    """
    if not actor.is_staff or any(asked(actor, person_id) for asked in _looks_after):
        return ""
    reason = reason_today(actor, person_id)
    if not reason:
        raise ReasonNeeded(person_id)
    return reason
