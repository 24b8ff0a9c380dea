"""Cover for leave: a colleague looks after a worker's cases for some days."""

from datetime import date
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.models import Cover
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.selectors.allocation import get_worker
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def arrange_cover(actor: Actor, *, away_id: UUID, covered_by_id: UUID, starts_on: date, ends_on: date) -> Cover:
    require(may_allocate, actor)
    if away_id == covered_by_id:
        raise Refused("Choose somebody else to cover.", field="covered_by")
    if ends_on < starts_on:
        raise Refused("The last day must be the first day or later.", field="ends_on")
    if ends_on < clock.today():
        raise Refused("These days have passed. Choose days to come.", field="ends_on")
    cover = Cover.objects.create(
        team_id=actor.own_team,
        away=get_worker(actor, away_id),
        covered_by=get_worker(actor, covered_by_id),
        starts_on=starts_on,
        ends_on=ends_on,
        by_id=actor.user_id,
    )
    record(actor, "cover.arranged", subject=cover, away=away_id, covered_by=covered_by_id)
    return cover


@transaction.atomic
def end_cover(actor: Actor, *, cover: Cover) -> None:
    require(may_allocate, actor)
    cover.change(ended_at=clock.now())
    record(actor, "cover.ended", subject=cover, away=cover.away_id, covered_by=cover.covered_by_id)
