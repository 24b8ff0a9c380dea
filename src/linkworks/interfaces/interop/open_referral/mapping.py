"""A record as Open Referral UK 3.0 writes it. Pure; only what is named here or in the standard comes through.

The record may hold anything: local edits and feeds are not of one mind. A value that is not what its field holds is
left out, what the standard insists on and nobody told is given empty, and every nested item has a uuid.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.encoding import iri_to_uri

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.plain_text import plain_text
from linkworks.domain.directory.projection.reading import OURS, items, ours
from linkworks.domain.directory.standard.fields import FIELDS, NEEDED, SINGLE, Holds
from linkworks.domain.directory.standard.ids import as_uuid, canonical_id, made_id
from linkworks.domain.directory.standard.values import NoValueError, read_value

Record = Mapping[str, Any]
Json = dict[str, Any]

# Who changed what, and what it said before; persons at work, by name or by an address of their own.
KEPT_BACK = {
    "contact": {"name", "email", "phones"},
    "address": {"attention"},
    Kind.SERVICE: {"assurer_email"},
}
NEVER = {"metadata"}
ENTRIES = {Kind.ORGANIZATION, Kind.SERVICE_AT_LOCATION, Kind.LOCATION}  # they stand in rows of their own
# Facts for which the standard has no field. Who assured an entry, and what was set aside, is not among them.
FACTS: dict[str, tuple[str, ...]] = {
    Kind.SERVICE: (
        *("live_state", "waiting_weeks", "aliases", "former_names", "age_of", "gender", "postcode_districts"),
        *("conditions_needed", "conditions_ruled_out", "most_referrals", "most_referrals_days", "first_reply"),
        *("number_withheld", "bring", "is_free", "access_features", "referral_routes", "delivery", "assured_on"),
    ),
    Kind.LOCATION: ("is_approximate",),
}
OTHER_IDS = {"attribute": ("taxonomy_term_id",), Kind.TAXONOMY_TERM: ("parent_id", "taxonomy_id")}
INSISTED_ON: dict[str, Json] = {
    Kind.ORGANIZATION: {"description": ""},
    Kind.TAXONOMY: {"description": ""},
    Kind.TAXONOMY_TERM: {"description": ""},
    Kind.LOCATION: {"location_type": "physical"},
    "address": dict.fromkeys(("address_1", "city", "state_province", "postal_code"), "")
    | {"country": "GB", "address_type": "physical"},
    "organization_identifier": {"identifier_type": ""},
}
_URI = re.compile(r"[a-z]+://(?:[^\s#%\[\]]|%[0-9a-f]{2})+(?:#(?:[^\s#%\[\]]|%[0-9a-f]{2})*)?", re.IGNORECASE)


def one_to_one(kind: Kind, record: Record, entry_id: object) -> Json:
    """Without its nested lists, as it stands in lists of entries."""
    return _written(kind, record, str(entry_id), nested=False)


def whole(kind: Kind, record: Record, entry_id: object) -> Json:
    return _written(kind, record, str(entry_id), nested=True)


def _written(kind: str, record: Record, own_id: str, *, nested: bool) -> Json:
    told = {"id": own_id, **dict(_fields(kind, record, own_id, nested=nested))}
    for name in OTHER_IDS.get(kind, ()):
        if as_uuid(other := canonical_id(record.get(name))):
            told[name] = other
    facts = {name: fact for name in FACTS.get(kind, ()) if _is_plain(fact := ours(record).get(name))}
    if assured := _value(Holds.DAY, facts.get("assured_on")):  # ours is the newer word
        told["assured_date"] = assured
    return INSISTED_ON.get(kind, {}) | told | ({OURS: facts} if facts else {})


def _fields(kind: str, record: Record, own_id: str, *, nested: bool) -> Iterator[tuple[str, Any]]:
    for name, holds in FIELDS[kind].items():
        if name in NEVER or name in KEPT_BACK.get(kind, ()) or holds in ENTRIES:
            continue
        if isinstance(holds, Holds):
            value = _value(holds, record.get(name))
        elif nested:
            value = _single(holds, record, name, own_id) if name in SINGLE else _list(holds, record, name, own_id)
        else:
            continue
        if value not in (None, "", []):
            yield name, value


def _single(kind: str, record: Record, name: str, own_id: str) -> Json | None:
    value = record.get(name)
    return _item(kind, value, f"{own_id}/{name}") if isinstance(value, dict) else None


def _list(kind: str, record: Record, name: str, own_id: str) -> list[Json]:
    found = (_item(kind, value, f"{own_id}/{name}/{place}") for place, value in enumerate(items(record, name)))
    return [item for item in found if item]


def _item(kind: str, record: Record, path: str) -> Json | None:
    """Nothing for one that lacks what makes it worth showing."""
    told = canonical_id(record.get("id"))
    item = _written(kind, record, told if as_uuid(told) else str(made_id(path)), nested=True)
    return item if all(item.get(name) for name in NEEDED.get(kind, ())) else None


def _value(holds: Holds, value: Any) -> Any:
    if value is None:
        return None
    try:
        return _FORMS.get(holds, lambda read: read)(read_value(holds, value)[0])
    except (NoValueError, ValidationError):
        return None


def _uri(value: str) -> str | None:
    address = iri_to_uri(value)
    return address if _URI.fullmatch(address) else None


def _email(value: str) -> str:
    validate_email(value)
    return value


_FORMS: dict[Holds, Callable[[Any], Any]] = {
    Holds.TEXT: plain_text,
    Holds.NUMBER: lambda number: number if isfinite(number) else None,
    Holds.ADDRESS: _uri,
    Holds.EMAIL: _email,
}


def _is_plain(fact: Any) -> bool:
    """A word, a number, yes or no, or a list of words: what our facts are made of."""
    if isinstance(fact, list):
        return bool(fact) and all(isinstance(word, str) for word in fact)
    return isinstance(fact, str | int | float) and fact != ""
