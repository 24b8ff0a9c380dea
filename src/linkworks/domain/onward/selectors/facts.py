"""Services as matching wants to know them, told by the database at the moment of asking."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from linkworks.domain.directory.choices import AgeOf, LiveState, ServiceStatus
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.models import Service, ServiceAtLocation
from linkworks.domain.onward.matching.facts import Place, ServiceFacts, State
from linkworks.domain.onward.matching.shelf import kilometres

STATES = {
    LiveState.OPEN: State.OPEN,
    LiveState.WAITING_LIST: State.WAITING_LIST,
    LiveState.FULL: State.FULL,
    LiveState.CLOSED_FOR_NOW: State.CLOSED,
}
# Wide columns that matching does not read.
NOT_READ = ("record", "changed_on", "search_names", "search_words")


def look_up(ids: Sequence[str], near: Place | None = None) -> Mapping[str, ServiceFacts]:
    """Those that are listed. Each stands at its place that is nearest, where it has several."""
    services = Service.objects.listed().filter(pk__in=ids).defer(*NOT_READ)
    services = services.annotate(latitudes=_each("latitude"), longitudes=_each("longitude"))
    return {str(one.pk): service_facts(one, _nearest(_places(one), near)) for one in services}


def places_of(ids: Sequence[str]) -> Mapping[UUID, Sequence[Place]]:
    """From which distance may be measured; none is confidential."""
    rows = ServiceAtLocation.objects.filter(service_id__in=ids, location__is_confidential=False).values_list(
        "service_id", "location__measured_latitude", "location__measured_longitude"
    )
    places: dict[UUID, list[Place]] = {}
    for service_id, latitude, longitude in rows.order_by("pk"):
        if latitude is not None and longitude is not None:
            places.setdefault(service_id, []).append(Place(latitude, longitude))
    return places


def _places(service: Any) -> list[Place]:
    return [Place(*point) for point in zip(service.latitudes, service.longitudes, strict=True)]


def _each(coordinate: str) -> ArraySubquery:
    places = ServiceAtLocation.objects.filter(
        service=OuterRef("pk"), location__is_confidential=False, location__measured_latitude__isnull=False
    )
    return ArraySubquery(places.order_by("pk").values(f"location__measured_{coordinate}"))


def _nearest(places: Sequence[Place], near: Place | None) -> Place | None:
    if near is None:
        return next(iter(places), None)
    return min(places, key=lambda one: float(kilometres(near, one.latitude, one.longitude)), default=None)


def service_facts(service: Service, place: Place | None = None) -> ServiceFacts:
    is_open = service.status in {"", ServiceStatus.ACTIVE}
    return ServiceFacts(
        id=str(service.pk),
        name=service.name,
        description=service.description,
        categories=tuple(service.categories),
        aliases=(*service.aliases, *service.former_names),
        eligibility=service.eligibility,
        state=STATES[LiveState(service.live_state)] if is_open else State.CLOSED,
        waiting_weeks=service.waiting_weeks,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        takes_children=service.age_of == AgeOf.CLIENT_OR_CHILD,
        gender=service.gender,
        areas=tuple(service.areas),
        districts=tuple(service.postcode_districts),
        conditions_needed=frozenset(service.conditions_needed),
        conditions_ruled_out=frozenset(service.conditions_ruled_out),
        languages=tuple(service.languages),
        delivery=tuple(service.delivery),
        access_features=tuple(service.access_features),
        routes=tuple(service.referral_routes),
        times=service.times,
        cost=service.cost,
        place=place,
        is_stale=is_stale(service.assured_on),
    )
