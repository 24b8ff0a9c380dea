"""Whether a service runs and has room: somebody asked, and says so for everybody."""

from datetime import date

from django.db import transaction

from linkworks.domain.directory.actions.checks import end_checks_of
from linkworks.domain.directory.actions.edit import edit_entry
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.overlay import our_field
from linkworks.domain.directory.policies import may_keep_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def check_service(
    actor: Actor,
    *,
    service: Service,
    live_state: LiveState,
    told_by: str,
    waiting_weeks: int | None = None,
    on: date | None = None,
    expected_version: int | None = None,
) -> None:
    """`told_by` is who said so, at the organisation or elsewhere; `on` is today unless said otherwise."""
    require(may_keep_services, actor)
    if waiting_weeks is not None and live_state != LiveState.WAITING_LIST:
        raise Refused("Give a wait only where there is a waiting list.", "waiting_weeks")
    former = service.live_state
    facts = {
        "live_state": live_state.value,
        "waiting_weeks": waiting_weeks,
        "assured_on": (on or clock.today()).isoformat(),
        "assured_by": told_by,
    }
    changes = {our_field(name): value for name, value in facts.items()}
    edit_entry(actor, entry=service, changes=changes, expected_version=expected_version)
    end_checks_of(actor, service)
    record(actor, "service.checked", subject=service, live_state=live_state, former=former)


@transaction.atomic
def confirm_service(actor: Actor, *, service: Service, told_by: str, expected_version: int | None = None) -> None:
    """Everything that the entry says is still right."""
    require(may_keep_services, actor)
    facts = {"assured_on": clock.today().isoformat(), "assured_by": told_by}
    changes = {our_field(name): value for name, value in facts.items()}
    edit_entry(actor, entry=service, changes=changes, expected_version=expected_version)
    end_checks_of(actor, service)
    record(actor, "service.confirmed", subject=service)
