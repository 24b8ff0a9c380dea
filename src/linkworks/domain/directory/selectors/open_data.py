"""What the directory opens to everybody: entries that may be found, by the questions that Open Referral knows."""

from dataclasses import dataclass
from datetime import datetime, time
from math import cos, radians
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Avg, Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.lookups import LessThanOrEqual

from linkworks.domain.directory.models import (
    Location,
    OpeningTime,
    Organization,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from linkworks.domain.directory.policies import may_search_directory
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.postcode import Postcode

Entry = TypeVar("Entry", bound=Model)
METRES_IN_A_DEGREE = 111_320  # of latitude


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is None or empty is not asked.

    `minimum_age` and `maximum_age` are the standard's: services whose own limits lie within. `age` is that of a person
    whom the service should suit. `opens_from`, `closes_by` and `weekday` are about one and the same stretch of a week.
    `postcode` is where somebody lives whom the service should serve, `within_metres` how far they would go.
    """

    words: str = ""
    term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    age: int | None = None
    weekday: int | None = None
    opens_from: time | None = None
    closes_by: time | None = None
    modified_after: datetime | None = None
    postcode: Postcode | None = None
    within_metres: float | None = None


ALL = Wanted()


def open_services(actor: Actor, wanted: Wanted = ALL) -> QuerySet[Service]:
    """With their organisation and source; the best first if words are asked for."""
    require(may_search_directory, actor)
    services = _matching(wanted).filter(_opening(wanted, service=OuterRef("pk")))
    if wanted.modified_after:
        services = services.filter(_service_changed(wanted.modified_after))
    return _best_first(services, wanted, "").select_related("organization", "source").defer("search_vector")


def open_places(actor: Actor, wanted: Wanted = ALL) -> QuerySet[ServiceAtLocation]:
    """Services at their places, with the service, its organisation, the place and the source."""
    require(may_search_directory, actor)
    places = ServiceAtLocation.objects.filter(gone_at=None, location__gone_at=None, service__in=_matching(wanted))
    either = Q(place=None) | Q(place=OuterRef("pk"))
    places = places.filter(_opening(wanted, either, service=OuterRef("service_id")))
    if wanted.postcode:
        places = places.filter(_serves(wanted.postcode), _near(wanted.postcode, wanted.within_metres))
    if wanted.modified_after:
        places = places.filter(_place_changed(wanted.modified_after) | Q(service__in=_changed(wanted.modified_after)))
    places = _best_first(places, wanted, "service__").select_related("location", "service__organization", "source")
    return places.select_related("service__source").defer("service__search_vector")


def open_organizations(actor: Actor, wanted: Wanted = ALL) -> QuerySet[Organization]:
    require(may_search_directory, actor)
    return _newer(Organization.objects.filter(gone_at=None), wanted)


def open_taxonomies(actor: Actor, wanted: Wanted = ALL) -> QuerySet[Taxonomy]:
    require(may_search_directory, actor)
    return _newer(Taxonomy.objects.filter(gone_at=None), wanted)


def open_terms(actor: Actor, wanted: Wanted = ALL) -> QuerySet[TaxonomyTerm]:
    require(may_search_directory, actor)
    terms = _newer(TaxonomyTerm.objects.filter(gone_at=None), wanted)
    return terms.filter(taxonomy=wanted.taxonomy_id) if wanted.taxonomy_id else terms


def places_of(actor: Actor, services: QuerySet[Service] | list[Service]) -> QuerySet[ServiceAtLocation]:
    """Where these services are, with the places."""
    require(may_search_directory, actor)
    places = ServiceAtLocation.objects.filter(gone_at=None, location__gone_at=None, service__in=services)
    return places.select_related("location").order_by("pk")


def confidential_places_of(actor: Actor, organizations: set[UUID]) -> list[tuple[UUID, Location]]:
    """Organisations with each place of theirs that must not become known."""
    require(may_search_directory, actor)
    found = ServiceAtLocation.objects.filter(service__organization__in=organizations, location__is_confidential=True)
    places = found.select_related("location").annotate(organization_id=F("service__organization"))
    return [(place.organization_id, place.location) for place in places]


def _newer(entries: QuerySet[Entry], wanted: Wanted) -> QuerySet[Entry]:
    if wanted.modified_after:
        entries = entries.filter(updated_at__gte=wanted.modified_after)
    return entries.order_by("pk")


def _matching(wanted: Wanted) -> QuerySet[Service]:
    services = Service.objects.listed()
    if wanted.words:
        services = services.filter(search_vector=_query(wanted.words))
    if wanted.term_id:
        services = services.filter(term_ids__contains=[wanted.term_id])
    if wanted.taxonomy_id:
        terms = TaxonomyTerm.objects.filter(taxonomy=wanted.taxonomy_id)
        services = services.filter(term_ids__overlap=ArraySubquery(terms.values("pk")))
    if wanted.organization_id:
        services = services.filter(organization=wanted.organization_id)
    return services.filter(_ages(wanted))


def _ages(wanted: Wanted) -> Q:
    rule = Q()
    if wanted.minimum_age is not None:
        rule &= Q(minimum_age__gte=wanted.minimum_age)
    if wanted.maximum_age is not None:
        rule &= Q(maximum_age__lte=wanted.maximum_age)
    if wanted.age is not None:
        rule &= Q(minimum_age=None) | Q(minimum_age__lte=wanted.age)
        rule &= Q(maximum_age=None) | Q(maximum_age__gte=wanted.age)
    return rule


def _opening(wanted: Wanted, where: Q | None = None, **of: OuterRef) -> Q:
    told = {"weekday": wanted.weekday, "opens__gte": wanted.opens_from, "closes__lte": wanted.closes_by}
    asked = {name: value for name, value in told.items() if value is not None}
    return Q(Exists(OpeningTime.objects.filter(where or Q(), **of, **asked))) if asked else Q()


def _serves(postcode: Postcode) -> Q:
    """Services that name no districts serve whoever can get there."""
    return Q(service__postcode_districts=[]) | Q(service__postcode_districts__contains=[postcode.outward])


def _near(postcode: Postcode, metres: float | None) -> Q:
    """A confidential place is near nothing: otherwise it could be found by asking often enough."""
    if metres is None:
        return Q()
    latitude, longitude = _centre(postcode)
    if latitude is None or longitude is None:
        return Q(pk=None)
    north = (F("location__latitude") - latitude) * METRES_IN_A_DEGREE
    east = (F("location__longitude") - longitude) * (METRES_IN_A_DEGREE * cos(radians(latitude)))
    return Q(location__is_confidential=False) & Q(LessThanOrEqual(north * north + east * east, metres**2))


def _centre(postcode: Postcode) -> tuple[float | None, float | None]:
    """The middle of the places we know with this postcode, or else in its district."""
    known = Location.objects.filter(gone_at=None, is_confidential=False)
    for places in ({"postcode": str(postcode)}, {"district": postcode.outward}):
        middle = known.filter(**places).aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
        if middle["latitude"] is not None:
            return middle["latitude"], middle["longitude"]
    return None, None


def _changed(since: datetime) -> QuerySet[Service]:
    return Service.objects.filter(Q(updated_at__gte=since) | Q(organization__updated_at__gte=since))


def _service_changed(since: datetime) -> Q:
    """It, its organisation or one of its places: all that its whole record shows."""
    moved = ServiceAtLocation.objects.filter(_place_changed(since)).values("service")
    return Q(updated_at__gte=since) | Q(organization__updated_at__gte=since) | Q(pk__in=moved)


def _place_changed(since: datetime) -> Q:
    return Q(updated_at__gte=since) | Q(location__updated_at__gte=since)


def _query(words: str) -> SearchQuery:
    return SearchQuery(words, config="english", search_type="websearch")


def _best_first(entries: QuerySet[Entry], wanted: Wanted, service: str) -> QuerySet[Entry]:
    if not wanted.words:
        return entries.order_by("pk")
    rank = SearchRank(F(f"{service}search_vector"), _query(wanted.words))
    return entries.order_by(rank.desc(), "pk")
