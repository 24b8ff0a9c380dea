"""Changes told to us that wait for a worker."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, QuerySet

from linkworks.domain.directory.models import Service, ToldChange
from linkworks.domain.directory.policies import may_keep_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_told_changes(actor: Actor) -> QuerySet[ToldChange]:
    """Longest waiting first; each carries the number of its `proposals`."""
    waiting = told_and_waiting(actor).select_related("service__organization")
    return waiting.annotate(proposals=Count("values")).order_by("told_at")


def get_told_change(actor: Actor, told_id: UUID) -> ToldChange:
    told = told_and_waiting(actor).select_related("service__organization").filter(pk=told_id).first()
    if told is None:
        raise NotFound
    return told


def find_told_change(actor: Actor, service: Service, told_id: UUID) -> ToldChange | None:
    """The one that somebody puts right at this moment; nothing when it is settled or about another service."""
    return told_and_waiting(actor).filter(service=service, pk=told_id).first()


def list_told_of(actor: Actor, service_ids: Iterable[UUID]) -> list[ToldChange]:
    """What waits about these services, longest waiting first."""
    return list(told_and_waiting(actor).filter(service_id__in=list(service_ids)).order_by("told_at"))


def told_services(actor: Actor, service_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these services about which a change waits; none for whoever would not settle it."""
    if not may_keep_services(actor):
        return frozenset()
    told = told_and_waiting(actor).filter(service_id__in=list(service_ids))
    return frozenset(told.values_list("service_id", flat=True))


def told_and_waiting(actor: Actor) -> QuerySet[ToldChange]:
    require(may_keep_services, actor)
    waiting: QuerySet[ToldChange] = ToldChange.objects.visible_to(actor).filter(settled_at__isnull=True)
    return waiting
