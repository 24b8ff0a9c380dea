"""Starting from a collection: which one, and which of its services are for this person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.handing_out.standing import age_warning
from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.presenters.collections import CollectionRow
from linkworks.domain.onward.presenters.about import AboutCase, collections_url, find_url, known_banner, options_url
from linkworks.domain.onward.presenters.options import what_to_check
from linkworks.domain.onward.selectors.judging import Judged, NotForThem
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class StartPage(AboutCase):
    words: str
    rows: tuple[CollectionRow, ...]
    search_url: str

    @classmethod
    def of(cls, actor: Actor, case: Case, known: BeforeContact, found: Sequence[Collection], words: str) -> "StartPage":
        return cls(
            title=f"Start from a collection for {case.person.known_as}",
            banner=known_banner(case, known),
            back=back_to_options(case),
            words=words,
            rows=tuple(CollectionRow.of(actor, one, _url(case, one)) for one in found),
            search_url=collections_url(case.pk),
        )


@dataclass(frozen=True)
class Refused:
    name: str
    because: str
    offer: Link | None
    """To put it to them all the same, with a reason."""


@dataclass(frozen=True)
class OfferCollectionPage(AboutCase):
    known_as: str
    purpose: str
    is_closed: bool
    not_for_them: tuple[Refused, ...]
    offered: tuple[str, ...]
    find: Link

    @classmethod
    def of(cls, case: Case, known: BeforeContact, collection: Collection, judged: Judged) -> "OfferCollectionPage":
        known_as = case.person.known_as
        return cls(
            title=f"{collection.title}, for {known_as}",
            banner=known_banner(case, known),
            back=Link("Other collections", collections_url(case.pk)),
            known_as=known_as,
            purpose=collection.purpose,
            is_closed=case.status == CaseStatus.CLOSED,
            not_for_them=tuple(_refused(case, one) for one in judged.not_for_them),
            offered=tuple(item.service.name for item in judged.offered),
            find=Link("Confirm it where options are found", find_url(case.pk, "circumstances")),
        )


def what_to_know(case: Case, known: BeforeContact, items: Sequence[CollectionItem]) -> dict[UUID, str]:
    """Beside each service: what to check first, how long ago it was, and the worker's own line."""
    return {item.service_id: " ".join(filter(None, _told(case, known, item))) for item in items}


def back_to_options(case: Case) -> Link:
    return Link(f"Options for {case.person.known_as}", options_url(case.pk))


def _url(case: Case, collection: Collection) -> str:
    return reverse("onward:offer_collection", args=[case.pk, collection.pk])


def _told(case: Case, known: BeforeContact, item: CollectionItem) -> Iterator[str]:
    yield from what_to_check(case, known, item.service)
    yield item.service.alert
    yield age_warning(item.service)
    if item.words:
        yield f"“{item.words}”"


def _refused(case: Case, one: NotForThem) -> Refused:
    service = one.item.service
    told = f": {service.name}"
    offer = Link("Put it to them all the same", reverse("onward:offer", args=[case.pk, service.pk]), told)
    return Refused(service.name, one.because, offer if one.may_be_overridden else None)
