"""Entries of the directory as the standard writes them, many at a time: a fixed number of queries for any number."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import (
    DirectoryRecord,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
    Source,
    Taxonomy,
    TaxonomyTerm,
)
from linkworks.domain.directory.projection.reading import OURS
from linkworks.domain.directory.selectors.open_data import confidential_places_of, places_of
from linkworks.domain.directory.selectors.records import ShownRecords, shown_records
from linkworks.foundation.core.actor import Actor
from linkworks.interfaces.interop.open_referral.guard import Guard
from linkworks.interfaces.interop.open_referral.mapping import Json, one_to_one, whole

READER = Actor.system("open referral", None)


class Write(Protocol):
    def __call__(self, kind: Kind, record: Json, entry_id: object) -> Json: ...


class Entries:
    """What must be known of some entries to write them: their records, and what of them must not become known."""

    def __init__(self, entries: Sequence[DirectoryRecord], organizations: Sequence[Organization]) -> None:
        self._records: ShownRecords = shown_records(READER, [*entries, *organizations])
        secret: dict[UUID, list[Location]] = defaultdict(list)
        for organization_id, place in confidential_places_of(READER, {one.pk for one in organizations}):
            secret[organization_id].append(place)
        self._guards = {one.pk: Guard(secret[one.pk]) for one in organizations}

    def organization(self, entry: Organization, write: Write) -> Json:
        told = self._told(entry, write) | {"name": entry.name}
        return self._clean(entry.pk, told)

    def service(self, entry: Service, write: Write) -> Json:
        """With its organisation; without its places."""
        needed = {"name": entry.name, "status": entry.status, "organization_id": str(entry.organization_id)}
        told = self._told(entry, write) | needed | {"last_modified": _moment(entry.updated_at)}
        if source := _source(entry.source):
            told[OURS] = told.get(OURS, {}) | {"source": source}
        return self._clean(entry.organization_id, told) | {"organization": self.organization(entry.organization, write)}

    def place(self, entry: ServiceAtLocation, organization_id: UUID, write: Write) -> Json:
        """A service at a place, with the place. Of a confidential one only that there is one."""
        ids = {"id": str(entry.pk), "service_id": str(entry.service_id), "location_id": str(entry.location_id)}
        if self._guards[organization_id].hides(entry.location):
            return ids | {"location": {"id": ids["location_id"], "location_type": "physical"}}
        told = self._told(entry, write) | ids | {"location": self._told(entry.location, write)}
        return self._clean(organization_id, told)

    def plain(self, entry: Taxonomy | TaxonomyTerm, write: Write) -> Json:
        return self._told(entry, write) | {"name": entry.name}

    def _told(self, entry: DirectoryRecord, write: Write) -> Json:
        return write(entry.kind, self._records[entry.kind, entry.pk], entry.pk)

    def _clean(self, organization_id: UUID, told: Json) -> Json:
        cleaned: Json = self._guards[organization_id].clean(told)
        return cleaned


def services_in_list(services: Sequence[Service]) -> list[Json]:
    known = Entries(services, [service.organization for service in services])
    return [known.service(service, one_to_one) for service in services]


def whole_services(services: Sequence[Service]) -> list[Json]:
    places: dict[UUID, list[ServiceAtLocation]] = defaultdict(list)
    for place in places_of(READER, list(services)):
        places[place.service_id].append(place)
    there = [place for found in places.values() for place in found]
    known = Entries(
        [*services, *there, *(place.location for place in there)], [service.organization for service in services]
    )
    return [
        known.service(service, whole)
        | {"service_at_locations": [known.place(place, service.organization_id, whole) for place in places[service.pk]]}
        for service in services
    ]


def places_in_list(places: Sequence[ServiceAtLocation]) -> list[Json]:
    return _places(places, one_to_one)


def whole_places(places: Sequence[ServiceAtLocation]) -> list[Json]:
    return _places(places, whole)


def _places(places: Sequence[ServiceAtLocation], write: Write) -> list[Json]:
    services = [place.service for place in places]
    entries = [*places, *services, *(place.location for place in places)]
    known = Entries(entries, [service.organization for service in services])
    return [
        known.place(place, place.service.organization_id, write) | {"service": known.service(place.service, write)}
        for place in places
    ]


def organizations_in_list(organizations: Sequence[Organization]) -> list[Json]:
    known = Entries([], organizations)
    return [known.organization(organization, one_to_one) for organization in organizations]


def whole_organizations(organizations: Sequence[Organization]) -> list[Json]:
    """Without their services."""
    known = Entries([], organizations)
    return [known.organization(organization, whole) for organization in organizations]


def whole_organization(organization: Organization, services: Sequence[Service]) -> Json:
    known = Entries(services, [organization])
    listed = [known.service(service, one_to_one) for service in services]
    return known.organization(organization, whole) | {
        "services": [{name: value for name, value in service.items() if name != "organization"} for service in listed]
    }


def in_list(entries: Sequence[Taxonomy] | Sequence[TaxonomyTerm]) -> list[Json]:
    known = Entries(entries, [])
    return [known.plain(entry, one_to_one) for entry in entries]


def whole_taxonomy(taxonomy: Taxonomy, terms: Sequence[TaxonomyTerm]) -> Json:
    known = Entries([taxonomy, *terms], [])
    return known.plain(taxonomy, whole) | {"taxonomy_terms": [known.plain(term, whole) for term in terms]}


def whole_term(term: TaxonomyTerm) -> Json:
    return Entries([term], []).plain(term, whole)


def _source(source: Source | None) -> dict[str, str]:
    """Whose words they are and on what terms, for whoever passes them on."""
    told = {"publisher": source.publisher, "licence": source.licence} if source else {}
    return {name: value for name, value in told.items() if value}


def _moment(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
