"""Loading our own catalogue shape. A second load of the same file is a difference, never a duplicate."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.formats.catalogue import to_hsds
from linkworks.domain.directory.models import Location, OpeningTime, Organization, Service, ServiceAtLocation, Source
from linkworks.domain.directory.policies import may_import_services
from linkworks.domain.directory.projection import project
from linkworks.domain.directory.projection.opening import openings
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def import_catalogue(actor: Actor, *, source: str, entries: Iterable[dict[str, Any]]) -> Counter[str]:
    """Load entries of the catalogue's shape. Returns how many were new, changed and the same."""
    require(may_import_services, actor)
    origin, _ = Source.objects.get_or_create(name=source, defaults={"format": FeedFormat.CATALOGUE})
    known = {service.their_id: service for service in Service.objects.filter(source=origin)}
    counts = Counter(_load(known.get(entry["id"]), origin, to_hsds(entry)) for entry in entries)
    record(
        actor,
        "catalogue.imported",
        source=source,
        new=counts["new"],
        changed=counts["changed"],
        same=counts["same"],
    )
    return counts


def _load(service: Service | None, source: Source, told: dict[str, Any]) -> str:
    organization, places = told.pop("organization"), told.pop("service_at_locations", [])
    values = project(Kind.SERVICE, told)
    if service is None:
        owner = _create(Organization, source, organization)
        service = _create(Service, source, told, organization=owner)
        for place in places:
            location = _create(Location, source, place.pop("location"))
            _create(ServiceAtLocation, source, place, service=service, location=location)
        OpeningTime.objects.bulk_create(OpeningTime(service=service, **vars(one)) for one in openings(told))
        return "new"
    changed = {name: value for name, value in values.items() if getattr(service, name) != value}
    if not changed:
        return "same"
    service.change(record=told, **changed)
    return "changed"


def _create(model: Any, source: Source, told: Mapping[str, Any], **keys: Any) -> Any:
    return model.objects.create(source=source, their_id=told["id"], record=told, **project(model.kind, told), **keys)
