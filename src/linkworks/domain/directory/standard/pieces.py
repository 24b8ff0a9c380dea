"""Dividing a record into the pieces that have an identity of their own, each with the ids of those it belongs to.

Afterwards every nested item has an id, and every piece says in its own fields which other pieces it needs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.plain_text import plain_text
from linkworks.domain.directory.projection.reading import OURS, ours
from linkworks.domain.directory.standard.fields import NESTED
from linkworks.domain.directory.standard.ids import canonical_id, is_uuid, made_id
from linkworks.foundation.imports.copying import as_json

Record = dict[str, Any]


@dataclass(slots=True)
class Piece:
    """`stands_in` is for a piece that was only named: it gives way to any that came."""

    kind: Kind
    their_id: str
    record: Record
    stands_in: bool = False
    text: str = field(init=False)
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = as_json(self.record)
        self.hash = _digest(self.text)

    @property
    def label(self) -> str:
        return plain_text(str(self.record.get("name") or ""))[:200] or self.their_id


def hash_of(record: Record) -> str:
    return _digest(as_json(record))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def divide(kind: Kind, record: Record, their_id: str) -> list[Piece]:
    """Pieces in an order in which each comes after those it needs; the record itself is the last but for its places."""
    match kind:
        case Kind.SERVICE:
            return list(_service(record, their_id))
        case Kind.ORGANIZATION:
            return list(_organization(record, their_id))
        case Kind.LOCATION:
            return [_location(record, their_id)]
        case Kind.TAXONOMY_TERM:
            return list(_term(record))
        case _:
            return [Piece(kind, their_id, record | {"id": their_id})]


def own_id(kind: Kind, record: Record) -> str:
    """What the source calls it, or something to call it by that will be the same next time."""
    told = canonical_id(record.get("id"))
    if told:
        return told
    near = {name: record.get(name) for name in ("name", "addresses", "latitude", "longitude", "organization")}
    return f"made:{made_id(kind, as_json(near))}"


def _service(record: Record, their_id: str) -> Iterator[Piece]:
    service = record | {"id": their_id}
    organization, places = service.pop("organization", None), service.pop("service_at_locations", [])
    owner = list(_owner(service, organization, their_id))
    service["organization_id"] = next(piece.their_id for piece in owner if piece.kind is Kind.ORGANIZATION)
    yield from owner
    yield from _terms(service)
    _give_ids(Kind.SERVICE, service, their_id)
    yield Piece(Kind.SERVICE, their_id, service)
    for place in places:
        yield from _place(place, their_id)


def _owner(service: Record, organization: Record | None, their_id: str) -> Iterator[Piece]:
    """Who runs it. A service alone in the world, or one that only names an id, stands under its own name."""
    if organization and organization.get("name"):
        told = organization | {"id": organization.get("id") or service.get("organization_id")}
        yield from _organization(told, own_id(Kind.ORGANIZATION, told))
        return
    named = canonical_id((organization or {}).get("id")) or canonical_id(service.get("organization_id"))
    owner_id = named or f"of:{their_id}"
    record = {"id": owner_id, "name": service["name"]}
    yield Piece(Kind.ORGANIZATION, owner_id, record, stands_in=True)


def _organization(record: Record, their_id: str) -> Iterator[Piece]:
    organization = record | {"id": their_id}
    locations = organization.pop("locations", [])
    organization.pop("services", None)
    yield from _terms(organization)
    _give_ids(Kind.ORGANIZATION, organization, their_id)
    yield Piece(Kind.ORGANIZATION, their_id, organization)
    for location in locations:
        yield _location(location | {"organization_id": their_id}, own_id(Kind.LOCATION, location))


def _place(record: Record, service_id: str) -> Iterator[Piece]:
    place = dict(record)
    location = place.pop("location", None)
    if location:
        location_id = canonical_id(location.get("id") or place.get("location_id")) or own_id(Kind.LOCATION, location)
        yield _location(location, location_id)
    else:
        location_id = canonical_id(place.get("location_id"))
    their_id = canonical_id(place.get("id")) or f"{service_id[:99]}@{location_id[:99]}"
    place |= {"id": their_id, "service_id": service_id, "location_id": location_id}
    _give_ids(Kind.SERVICE_AT_LOCATION, place, their_id)
    yield Piece(Kind.SERVICE_AT_LOCATION, their_id, place)


def _location(record: Record, their_id: str) -> Piece:
    location = record | {"id": their_id}
    _give_ids(Kind.LOCATION, location, their_id)
    return Piece(Kind.LOCATION, their_id, location)


def _terms(record: Record) -> Iterator[Piece]:
    """The terms that a record is marked with. They stay in it too, because the standard shows them there."""
    for attribute in record.get("attributes", []):
        if "taxonomy_term" in attribute:
            term = attribute["taxonomy_term"] = _with_uuid(attribute["taxonomy_term"], "taxonomy")
            if term.get("name"):
                yield from _term(term)


def _term(record: Record) -> Iterator[Piece]:
    term = _with_uuid(record, "taxonomy")
    if isinstance(term.get("taxonomy_detail"), dict) and term["taxonomy_detail"].get("name"):
        detail = _with_uuid(term["taxonomy_detail"], "uri")
        term |= {"taxonomy_id": detail["id"], "taxonomy_detail": detail}
        yield Piece(Kind.TAXONOMY, detail["id"], detail)
    yield Piece(Kind.TAXONOMY_TERM, term["id"], term)


def _with_uuid(record: Record, within: str) -> Record:
    """Terms are told apart by uuids everywhere; what a source calls one by another sort of id becomes its code."""
    told = canonical_id(record.get("id")) or canonical_id(record.get("name"))
    if is_uuid(told):
        return record | {"id": told}
    return {"code": told} | record | {"id": str(made_id("term", str(record.get(within, "")), told))}


def _give_ids(kind: str, record: Record, path: str) -> None:
    """A uuid for every nested item; an id of another sort is kept beside it."""
    for name, holds in NESTED[kind].items():
        if name not in record:
            continue
        nested = record[name]
        items = nested if isinstance(nested, list) else [nested]
        for number, item in enumerate(items):
            _give_id(item, f"{path}/{name}", number)
            _give_ids(holds, item, item["id"])


def _give_id(item: Record, path: str, number: int) -> None:
    if is_uuid(item.get("id")):
        return
    told = canonical_id(item.get("id"))
    if is_uuid(told):
        item["id"] = told
        return
    item["id"] = str(made_id(path, told or str(number)))
    if told:
        item[OURS] = {**ours(item), "their_id": told}
