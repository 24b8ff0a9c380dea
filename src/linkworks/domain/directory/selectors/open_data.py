"""What the directory opens to everybody: entries that may be found, by the questions that Open Referral knows."""

from dataclasses import dataclass
from datetime import datetime, time
from math import cos, radians
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
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
from linkworks.domain.directory.selectors.search.wanted import Near
from linkworks.domain.directory.selectors.whereabouts import find_near
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.postcode import Postcode

Entry = TypeVar("Entry", bound=Model)
METRES_IN_A_DEGREE = 111_320  # of latitude


@dataclass(frozen=True, slots=True)
class Filters:
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


ALL = Filters()


def open_services(actor: Actor, filters: Filters = ALL) -> QuerySet[Service]:
    """With their organisation and source; the best first if words are asked for."""
    require(may_search_directory, actor)
    services = _matching(filters).filter(_opening(filters, service=OuterRef("pk")))
    if filters.modified_after:
        services = services.filter(_service_changed(filters.modified_after))
    return _best_first(services, filters, "").select_related("organization", "source")


def open_places(actor: Actor, filters: Filters = ALL) -> QuerySet[ServiceAtLocation]:
    """Services at their places, with the service, its organisation, the place and the source."""
    require(may_search_directory, actor)
    places = ServiceAtLocation.objects.filter(gone_at=None, location__gone_at=None, service__in=_matching(filters))
    either = Q(place=None) | Q(place=OuterRef("pk"))
    places = places.filter(_opening(filters, either, service=OuterRef("service_id")))
    if filters.postcode:
        places = _for_somebody_at(
            filters.postcode, filters.within_metres, find_near(actor, str(filters.postcode)), places
        )
    if filters.modified_after:
        places = places.filter(_place_changed(filters.modified_after) | Q(service__in=_changed(filters.modified_after)))
    places = _best_first(places, filters, "service__").select_related("location", "service__organization", "source")
    return places.select_related("service__source")


def open_organizations(actor: Actor, filters: Filters = ALL) -> QuerySet[Organization]:
    require(may_search_directory, actor)
    return _newer(Organization.objects.filter(gone_at=None), filters)


def open_taxonomies(actor: Actor, filters: Filters = ALL) -> QuerySet[Taxonomy]:
    require(may_search_directory, actor)
    return _newer(Taxonomy.objects.filter(gone_at=None), filters)


def open_terms(actor: Actor, filters: Filters = ALL) -> QuerySet[TaxonomyTerm]:
    require(may_search_directory, actor)
    terms = _newer(TaxonomyTerm.objects.filter(gone_at=None), filters)
    return terms.filter(taxonomy=filters.taxonomy_id) if filters.taxonomy_id else terms


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


def _newer(entries: QuerySet[Entry], filters: Filters) -> QuerySet[Entry]:
    if filters.modified_after:
        entries = entries.filter(updated_at__gte=filters.modified_after)
    return entries.order_by("pk")


def _matching(filters: Filters) -> QuerySet[Service]:
    services = Service.objects.listed()
    if filters.words:
        services = services.filter(findable__words=_query(filters.words))
    if filters.term_id:
        services = services.filter(term_ids__contains=[filters.term_id])
    if filters.taxonomy_id:
        terms = TaxonomyTerm.objects.filter(taxonomy=filters.taxonomy_id)
        services = services.filter(term_ids__overlap=ArraySubquery(terms.values("pk")))
    if filters.organization_id:
        services = services.filter(organization=filters.organization_id)
    return services.filter(_ages(filters))


def _ages(filters: Filters) -> Q:
    rule = Q()
    if filters.minimum_age is not None:
        rule &= Q(minimum_age__gte=filters.minimum_age)
    if filters.maximum_age is not None:
        rule &= Q(maximum_age__lte=filters.maximum_age)
    if filters.age is not None:
        rule &= Q(minimum_age=None) | Q(minimum_age__lte=filters.age)
        rule &= Q(maximum_age=None) | Q(maximum_age__gte=filters.age)
    return rule


def _opening(filters: Filters, where: Q | None = None, **of: OuterRef) -> Q:
    told = {"weekday": filters.weekday, "opens__gte": filters.opens_from, "closes__lte": filters.closes_by}
    asked = {name: value for name, value in told.items() if value is not None}
    return Q(Exists(OpeningTime.objects.filter(where or Q(), **of, **asked))) if asked else Q()


def _for_somebody_at(
    postcode: Postcode, metres: float | None, near: Near | None, places: QuerySet[ServiceAtLocation]
) -> QuerySet[ServiceAtLocation]:
    """From a postcode of which we do not know where it is nothing is near."""
    places = places.filter(_serves(postcode, near))
    if metres is None:
        return places
    return places.filter(_within(metres, near)) if near else places.none()


def _serves(postcode: Postcode, near: Near | None) -> Q:
    """Services that name where it lies, or no area at all: whoever can get there is served."""
    named = Q(service__postcode_districts__contains=[postcode.outward])
    if near:
        named |= Q(service__areas__overlap=list(near.councils))
    return named | Q(service__postcode_districts=[], service__areas=[])


def _within(metres: float, near: Near) -> Q:
    """A confidential place is near nothing: nothing is measured from it."""
    a_degree_east = METRES_IN_A_DEGREE * cos(radians(near.latitude))
    north = (F("location__measured_latitude") - near.latitude) * METRES_IN_A_DEGREE
    east = (F("location__measured_longitude") - near.longitude) * a_degree_east
    about = metres / METRES_IN_A_DEGREE
    box = Q(location__measured_latitude__range=(near.latitude - about, near.latitude + about))
    return box & Q(LessThanOrEqual(north * north + east * east, metres**2))


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


def _best_first(entries: QuerySet[Entry], filters: Filters, service: str) -> QuerySet[Entry]:
    if not filters.words:
        return entries.order_by("pk")
    rank = SearchRank(F(f"{service}findable__words"), _query(filters.words))
    return entries.order_by(rank.desc(), "pk")
