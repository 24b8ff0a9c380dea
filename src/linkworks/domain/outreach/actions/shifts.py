"""Coming to ring, and taking a break."""

from collections.abc import Sequence

from django.db import transaction

from linkworks.domain.outreach.models import CallerShift, Campaign
from linkworks.domain.outreach.policies import may_ring
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def begin_shift(actor: Actor, *, campaign: Campaign, languages: Sequence[str], skills: Sequence[str] = ()) -> None:
    """Beginning again changes what the caller speaks and knows."""
    require(may_ring, actor)
    if not languages:
        raise Refused("Say which languages you can ring in.", "languages")
    CallerShift.objects.update_or_create(
        campaign=campaign,
        user_id=actor.own_id,
        defaults={
            "team_id": actor.own_team,
            "languages": list(languages),
            "skills": list(skills),
            "seen_at": clock.now(),
            "paused_at": None,
        },
    )
    record(actor, "shift.begun", subject=campaign, campaign=campaign.pk)


@transaction.atomic
def pause(actor: Actor) -> None:
    """Nothing is kept for the caller meanwhile. Somebody who is on the line stays with them."""
    require(may_ring, actor)
    ringing = CallerShift.objects.filter(user_id=actor.own_id, paused_at__isnull=True)
    if ringing.update(paused_at=clock.now()):
        record(actor, "shift.paused")


@transaction.atomic
def carry_on(actor: Actor) -> None:
    require(may_ring, actor)
    CallerShift.objects.filter(user_id=actor.own_id).update(paused_at=None, seen_at=clock.now())
