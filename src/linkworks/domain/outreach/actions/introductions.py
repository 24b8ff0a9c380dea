"""A new caller has read what a call is."""

from django.db import transaction

from linkworks.domain.outreach.models import CallerIntroduction
from linkworks.domain.outreach.policies import may_ring
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def finish_introduction(actor: Actor) -> None:
    require(may_ring, actor)
    _, is_new = CallerIntroduction.objects.get_or_create(
        team_id=actor.own_team, user_id=actor.own_id, defaults={"finished_at": clock.now()}
    )
    if is_new:
        record(actor, "caller.introduced")
