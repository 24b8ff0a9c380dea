"""The ways of a campaign, as its coordinator wants them."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from linkworks.domain.outreach.choices import SHUT_BY_SAFE_CONTACT, OtherWay
from linkworks.domain.outreach.models import Campaign, LadderRung
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def change_way(
    actor: Actor,
    *,
    rung: LadderRung,
    expected_version: int | None,
    place: int,
    label: str,
    guidance: str,
    wait: timedelta,
    owner_role: Role,
    shut_by_safe_contact: bool,
    is_used: bool,
) -> None:
    """Steps that are open stay as they are. One way must be left."""
    require(may_run_campaigns, actor)
    ways = list(LadderRung.objects.filter(campaign_id=rung.campaign_id).order_by("place").select_for_update())
    if not is_used and not any(way.retired_at is None for way in ways if way.pk != rung.pk):
        raise Refused("This is the only way that is used. Use another first.", "is_used")
    rung.change(
        expected_version=expected_version,
        label=label.strip(),
        guidance=guidance.strip(),
        wait=wait,
        owner_role=owner_role,
        shut_by_safe_contact=shut_by_safe_contact or rung.kind in SHUT_BY_SAFE_CONTACT,
        retired_at=None if is_used else rung.retired_at or clock.now(),
    )
    _put(rung, place, [way for way in ways if way.pk != rung.pk])
    record(actor, "other_way.rule_changed", subject=rung, campaign=rung.campaign_id, kind=rung.kind)


@transaction.atomic
def add_way(actor: Actor, *, campaign: Campaign, kind: OtherWay, place: int, **told: Any) -> LadderRung:
    """`told` is the rest of what `change_way` takes. There may be several of a kind. Whoever is tried a later way
    already comes to it in their turn."""
    require(may_run_campaigns, actor)
    others = list(LadderRung.objects.filter(campaign=campaign).order_by("place").select_for_update())
    way = LadderRung(team_id=campaign.team_id, campaign=campaign, kind=kind, place=len(others) + 1, **told)
    way.shut_by_safe_contact |= kind in SHUT_BY_SAFE_CONTACT
    way.save(force_insert=True)
    _put(way, place, others)
    record(actor, "other_way.rule_added", subject=way, campaign=campaign.pk, kind=kind)
    return way


def _put(rung: LadderRung, place: int, others: list[LadderRung]) -> None:
    others.insert(max(0, place - 1), rung)
    for number, way in enumerate(others, 1):
        if way.place != number:
            LadderRung.objects.filter(pk=way.pk).update(place=number)
