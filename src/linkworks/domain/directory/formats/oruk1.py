"""Open Referral UK 1.0, in the dialects in which councils serve it. Fields without a counterpart are kept."""

from collections.abc import Iterator
from typing import Any

from linkworks.domain.directory.projection.reading import OURS, items

Record = dict[str, Any]

# “bycode” for a day in the standard; names of days elsewhere.
DAYS = {"1": "MO", "2": "TU", "3": "WE", "4": "TH", "5": "FR", "6": "SA", "7": "SU"}
DELIVERY = {
    "venue": "in_person",
    "in person": "in_person",
    "phone": "phone",
    "telephone": "phone",
    "online": "online",
    "home visit": "home_visit",
}
ROUTES = {
    "self referral": "self",
    "self-referral": "self",
    "referral": "professional",
    "professional referral": "professional",
    "drop-in": "drop-in",
    "drop in": "drop-in",
    "appointment": "phone",
}
RENAMED = {
    "organisation": "organization",
    "min_age": "minimum_age",
    "max_age": "maximum_age",
    "regular_schedules": "schedules",
    "updated_at": "last_modified",
}
CONSUMED = {
    "locations",
    "service_taxonomys",
    "taxonomies",
    "eligibilitys",
    "free",
    "needs_referral",
    "pc_targetAudience",
}

ADDRESS = {"address_1", "address_2", "city", "region", "state_province", "postal_code", "country"}


def translate(service: Record) -> Record:
    found = {RENAMED.get(name, name): value for name, value in service.items() if name not in CONSUMED}
    found |= {
        "organization": _organization(found.get("organization")),
        "contacts": [_contact(one) for one in items(found, "contacts")],
        "schedules": [_schedule(one) for one in items(found, "schedules")],
        "service_areas": [_named(one, "service_area") for one in items(found, "service_areas")],
        "languages": [_named(one, "language") for one in items(found, "languages")],
        "service_at_locations": list(_places(service)),
        "attributes": [*items(found, "attributes"), *_terms(service)],
        **_eligibility(service, found),
        OURS: _facts(service),
    }
    modified = service.get("pc_metadata")
    if isinstance(modified, dict):
        found.setdefault("last_modified", _moment(str(modified.get("date_modified") or "")))
    return found


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z" if len(day) == len("2026-01-01") else day


def _organization(organization: Any) -> Any:
    if not isinstance(organization, dict):
        return organization
    return {("website" if name == "url" else name): value for name, value in organization.items()}


def _contact(contact: Any) -> Record:
    phone = contact.get("phone")
    phones = [{"number": phone}] if isinstance(phone, str) and phone else []
    rest = {name: value for name, value in contact.items() if name != "phone"}
    return rest | {"phones": [*items(contact, "phones"), *phones]}


def _schedule(schedule: Any) -> Record:
    weekday = str(schedule.get("weekday") or "").strip()
    day = {"freq": "WEEKLY", "byday": DAYS.get(weekday, weekday[:2].upper())} if weekday else {}
    return day | {name: value for name, value in schedule.items() if name != "weekday"}


def _named(record: Any, name: str) -> Record:
    return {"name": record.get(name)} | dict(record) if record.get(name) and not record.get("name") else dict(record)


def _places(service: Record) -> Iterator[Record]:
    for place in items(service, "service_at_locations"):
        location = place.get("location")
        schedules = [_schedule(one) for one in items(place, "regular_schedule")]
        rest = {name: value for name, value in place.items() if name not in {"location", "regular_schedule"}}
        yield rest | {"location": _location(location) if isinstance(location, dict) else None, "schedules": schedules}
    for location in items(service, "locations"):
        yield {"location": _location(location)}


def _location(location: Any) -> Record:
    """Outpost writes the address into the place itself, and the point as GeoJSON: longitude first."""
    kept = {name: value for name, value in location.items() if name not in ADDRESS | {"geometry", "physical_addresses"}}
    own = {name: location[name] for name in ADDRESS if location.get(name)}
    addresses = [*items(location, "physical_addresses"), *items(location, "addresses"), *([own] if own else [])]
    point = (location.get("geometry") or {}).get("coordinates") or []
    found = {"location_type": "physical"} | kept
    found["addresses"] = [{"address_type": "physical"} | dict(address) for address in addresses]
    found["accessibility"] = [_access(one) for one in _accessibility(location)]
    if len(point) == len(("longitude", "latitude")):
        found |= {"longitude": point[0], "latitude": point[1]}
    if location.get("mask_exact_address"):
        found[OURS] = {"is_confidential": True}
    return found


def _accessibility(location: Any) -> Iterator[Any]:
    for name in ("accessibility_for_disabilities", "accessibilities", "accessibility"):
        yield from items(location, name)


def _access(feature: Any) -> Record:
    return {"description": feature.get("accessibility") or feature.get("name")} | dict(feature)


def _terms(service: Record) -> Iterator[Record]:
    for link in items(service, "service_taxonomys"):
        term = link.get("taxonomy")
        if isinstance(term, dict):
            yield {"id": link.get("id"), "taxonomy_term": _term(term, term.get("vocabulary"))}
    for term in items(service, "taxonomies"):
        yield {"taxonomy_term": _term(term, "taxonomies")}
    for term in items(service, "pc_targetAudience"):
        yield {"taxonomy_term": {"id": term.get("id"), "name": term.get("audienceType"), "taxonomy": "target audience"}}


def _term(term: Any, vocabulary: Any) -> Record:
    return {name: value for name, value in term.items() if name != "vocabulary"} | {"taxonomy": vocabulary}


def _eligibility(service: Record, found: Record) -> Record:
    """Ages and words of the first rule; the others are kept beside it."""
    rules = list(items(service, "eligibilitys"))
    if not rules:
        return {}
    first = rules[0]
    told = {
        "minimum_age": first.get("minimum_age"),
        "maximum_age": first.get("maximum_age"),
        "eligibility_description": "\n".join(str(one["eligibility"]) for one in rules if one.get("eligibility")),
        "eligibilitys": rules,
    }
    return {name: value for name, value in told.items() if found.get(name) in (None, "")}


def _facts(service: Record) -> Record:
    routes = [ROUTES[word] for word in _words(service, "attending_access") if word in ROUTES]
    if service.get("needs_referral") is True:
        routes.append("professional")
    facts = {
        "delivery": [DELIVERY[word] for word in _words(service, "attending_type") if word in DELIVERY],
        "referral_routes": list(dict.fromkeys(routes)),
        "is_free": service.get("free") if isinstance(service.get("free"), bool) else None,
    }
    return {name: value for name, value in facts.items() if value not in (None, [])}


def _words(service: Record, name: str) -> list[str]:
    return [word.strip().lower() for word in str(service.get(name) or "").split(",")]
