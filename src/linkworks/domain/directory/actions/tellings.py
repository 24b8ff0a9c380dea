"""Changes told to us: taking them in, and settling them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from linkworks.domain.directory.actions.checks import end_checks_of
from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.choices import ToldAbout, ToldBy, ToldEnd
from linkworks.domain.directory.facts import changes_for
from linkworks.domain.directory.models import ProposedValue, Service, ToldChange
from linkworks.domain.directory.overlay import our_field
from linkworks.domain.directory.policies import may_keep_services, may_tell_of_services
from linkworks.domain.directory.selectors.records import shown_records
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused

THEMSELVES = "the organisation itself"


@transaction.atomic
def tell_change(
    actor: Actor,
    *,
    service: Service,
    told_by: ToldBy,
    about: ToldAbout = ToldAbout.OTHER,
    words: str = "",
    proposed: Mapping[str, Any] | None = None,
    teller_name: str = "",
    teller_contact: str = "",
) -> ToldChange:
    """`proposed` are values by the columns of `facts.COLUMNS`."""
    require(may_tell_of_services, actor)
    told = ToldChange.objects.create(
        team_id=actor.own_team,
        service=service,
        told_by=told_by,
        about=about,
        words=words,
        teller_name=teller_name,
        teller_contact=teller_contact,
        told_at=clock.now(),
    )
    for column, value in (proposed or {}).items():
        ProposedValue.objects.create(team_id=actor.own_team, told=told, column=column, value=value)
    record(actor, "change.told", subject=told, told_by=told_by, about=about)
    return told


@transaction.atomic
def decide_values(actor: Actor, *, told: ToldChange, accepted: Mapping[str, bool]) -> None:
    """Each proposed value is taken or left. The organisation has then looked at all the rest, and assured it."""
    require(may_keep_services, actor)
    service = told.service
    shown = shown_records(actor, [service])[service.kind, service.pk]
    changes: dict[str, Any] = {}
    for proposal in told.values.all():
        proposal.change(is_accepted=accepted[proposal.column])
        if proposal.is_accepted:
            changes |= changes_for(proposal.column, proposal.value, shown)
    if told.told_by == ToldBy.ORGANIZATION:
        changes |= _assured(service, clock.day_of(told.told_at))
        end_checks_of(actor, service)
    edit_entry(actor, entry=service, changes=changes)
    _settle(actor, told, ToldEnd.PUT_RIGHT if any(accepted.values()) else ToldEnd.SET_ASIDE, accepted)


@transaction.atomic
def settle_change(actor: Actor, *, told: ToldChange) -> None:
    """The entry has been put right, in whatever way."""
    require(may_keep_services, actor)
    _settle(actor, told, ToldEnd.PUT_RIGHT)


@transaction.atomic
def set_aside(actor: Actor, *, told: ToldChange, because: str) -> None:
    require(may_keep_services, actor)
    if not because.strip():
        raise Refused("Say why", "because")
    _settle(actor, told, ToldEnd.SET_ASIDE, because=because)


def _assured(service: Service, on: date) -> dict[str, Any]:
    """Unless somebody has assured it since."""
    if service.assured_on and service.assured_on > on:
        return {}
    return {our_field("assured_on"): on.isoformat(), our_field("assured_by"): THEMSELVES}


def _settle(
    actor: Actor, told: ToldChange, how: ToldEnd, accepted: Mapping[str, bool] | None = None, because: str = ""
) -> None:
    if told.settled_at is not None:
        raise Conflict
    told.change(
        settled_at=clock.now(),
        settled_by=actor.name,
        ended=how,
        set_aside_because=because,
        teller_name="",
        teller_contact="",
    )
    decisions = list((accepted or {}).values())
    record(
        actor,
        "change.settled",
        subject=told,
        how=how,
        accepted=decisions.count(True),
        declined=decisions.count(False),
    )
