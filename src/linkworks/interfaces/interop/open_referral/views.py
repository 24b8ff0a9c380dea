"""The endpoints of Open Referral UK 3.0, and those for organisations that HSDS has besides."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import HttpResponse

from linkworks.domain.directory.selectors.open_data import (
    Filters,
    open_organizations,
    open_places,
    open_services,
    open_taxonomies,
    open_terms,
)
from linkworks.foundation.core.errors import NotFound
from linkworks.interfaces.interop.open_referral import entries
from linkworks.interfaces.interop.open_referral.asked import Asked, in_pages
from linkworks.interfaces.interop.open_referral.door import endpoint
from linkworks.interfaces.interop.open_referral.entries import READER
from linkworks.interfaces.interop.open_referral.mapping import Json

Entry = TypeVar("Entry", bound=Model)
Find = Callable[..., QuerySet[Entry]]
Write = Callable[[Sequence[Entry]], list[Json]]

DETAILS = {
    "version": "HSDS-UK-3.0",
    "profile": "https://docs.openreferraluk.org/en/latest/",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}


def _page(asked: Asked, find: "Find[Entry]", write: "Write[Entry]") -> Json:
    """A page past the end is empty. Which entries stand on it is found first, so that only they are read and joined."""
    if asked.not_understood:
        return in_pages(asked, 0, [])
    found = find(READER, asked.filters)
    total, start = found.count(), (asked.page - 1) * asked.per_page
    if start >= total:
        return in_pages(asked, total, [])
    rows = found.filter(pk__in=found.values("pk")[start : start + asked.per_page])
    return in_pages(asked, total, write(list(rows)))


def _one(found: QuerySet[Entry], entry_id: str) -> Entry:
    """What is no uuid names no entry."""
    try:
        entry = found.filter(pk=UUID(entry_id)).first()
    except ValueError:
        entry = None
    if entry is None:
        raise NotFound
    return entry


def _list_of(find: "Find[Entry]", write: "Write[Entry]") -> Callable[..., HttpResponse]:
    @endpoint
    def listed(asked: Asked) -> Json:
        return _page(asked, find, write)

    return listed


@endpoint
def details(asked: Asked) -> Json:
    return DETAILS


@endpoint
def services(asked: Asked) -> Json:
    return _page(asked, open_services, entries.whole_services if asked.is_full else entries.services_in_list)


@endpoint
def service(asked: Asked, entry_id: str) -> Json:
    return entries.whole_services([_one(open_services(READER), entry_id)])[0]


@endpoint
def places(asked: Asked) -> Json:
    return _page(asked, open_places, entries.whole_places if asked.is_full else entries.places_in_list)


@endpoint
def place(asked: Asked, entry_id: str) -> Json:
    return entries.whole_places([_one(open_places(READER), entry_id)])[0]


organizations = _list_of(open_organizations, entries.organizations_in_list)


@endpoint
def organization(asked: Asked, entry_id: str) -> Json:
    found = _one(open_organizations(READER), entry_id)
    return entries.whole_organization(found, list(open_services(READER, Filters(organization_id=found.pk))))


taxonomies = _list_of(open_taxonomies, entries.in_list)


@endpoint
def taxonomy(asked: Asked, entry_id: str) -> Json:
    found = _one(open_taxonomies(READER), entry_id)
    return entries.whole_taxonomy(found, list(open_terms(READER, Filters(taxonomy_id=found.pk))))


terms = _list_of(open_terms, entries.in_list)


@endpoint
def term(asked: Asked, entry_id: str) -> Json:
    return entries.whole_term(_one(open_terms(READER), entry_id))
