"""Questions about services. The directory is public knowledge, so nobody's rows are hidden."""

from collections.abc import Iterable
from uuid import UUID

from linkworks.domain.directory.models import Service
from linkworks.domain.directory.models.service import ServiceQuerySet
from linkworks.domain.directory.policies import may_search_directory
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_service(actor: Actor, service_id: UUID) -> Service:
    return _get(actor, Service.objects.all(), service_id)


def get_listed_service(actor: Actor, service_id: UUID) -> Service:
    """For the public: what has gone or ended is not there."""
    return _get(actor, Service.objects.listed(), service_id)


def list_services(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, Service]:
    require(may_search_directory, actor)
    return _with_places(Service.objects.all()).in_bulk(list(ids))


def _get(actor: Actor, services: ServiceQuerySet, service_id: UUID) -> Service:
    require(may_search_directory, actor)
    service = _with_places(services).select_related("source").filter(pk=service_id).first()
    if service is None:
        raise NotFound
    return service


def _with_places(services: ServiceQuerySet) -> ServiceQuerySet:
    return services.select_related("organization").prefetch_related("places__location")
