"""The ways of a campaign, as its coordinator wants them."""

from datetime import timedelta

from django.db import transaction

from linkworks.domain.outreach.choices import SHUT_BY_SAFE_CONTACT
from linkworks.domain.outreach.models import LadderRung
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


def _put(rung: LadderRung, place: int, others: list[LadderRung]) -> None:
    others.insert(max(0, place - 1), rung)
    for number, way in enumerate(others, 1):
        if way.place != number:
            LadderRung.objects.filter(pk=way.pk).update(place=number)
