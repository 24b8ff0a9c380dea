"""Organisations that were asked about their entries, and those that could be."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from linkworks.domain.directory.models import EntryAsk, Service
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.selectors.checks import list_neediest
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

# Nobody is asked by itself more often than this, whether they answered or not.
ASKED_AGAIN_AFTER = timedelta(days=120)
# The job runs each morning, now and then a little earlier.
A_DAY, A_WEEK = timedelta(hours=20), timedelta(days=7)
LOOKED_AT = 400


def list_asks(actor: Actor, service: Service) -> list[EntryAsk]:
    """Newest first."""
    require(may_keep_services, actor)
    return list(EntryAsk.objects.visible_to(actor).filter(service=service).order_by("-asked_at")[:10])


def get_ask(actor: Actor, ask_id: UUID) -> EntryAsk:
    require(may_keep_services, actor)
    asks = EntryAsk.objects.visible_to(actor).select_related("service__organization")
    ask: EntryAsk | None = asks.prefetch_related("service__places__location").filter(pk=ask_id).first()
    if ask is None:
        raise NotFound
    return ask


def list_to_ask(actor: Actor, most_a_day: int) -> list[Service]:
    """Those in the greatest need that have an address and were not asked of late; one a week to an address."""
    require(may_keep_services, actor)
    now = clock.now()
    of_late = EntryAsk.objects.visible_to(actor).filter(asked_at__gt=now - ASKED_AGAIN_AFTER)
    asked = list(of_late.values_list("service_id", "email", "asked_at"))
    room = most_a_day - sum(at > now - A_DAY for _, _, at in asked)
    if room <= 0:
        return []
    written_to = {email.lower() for _, email, at in asked if at > now - A_WEEK}
    return list(islice(_with_address(actor, {pk for pk, _, _ in asked}, written_to), room))


def _with_address(actor: Actor, asked: set[UUID], written_to: set[str]) -> Iterator[Service]:
    neediest = [pk for pk in list_neediest(actor, LOOKED_AT) if pk not in asked]
    services = Service.objects.exclude(email="").in_bulk(neediest)
    for service in (services[pk] for pk in neediest if pk in services):
        if service.email.lower() not in written_to and _is_address(service.email):
            written_to.add(service.email.lower())
            yield service


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True
