"""Our own small catalogue: one JSON list of services, with the facts for which the standard has no field."""

from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.choices import AgeOf, LiveState, ServiceStatus
from linkworks.domain.directory.formats.week import schedules
from linkworks.domain.directory.projection.reading import OURS

STATES = {
    "open": LiveState.OPEN,
    "waiting list": LiveState.WAITING_LIST,
    "full": LiveState.FULL,
    "closed": LiveState.CLOSED_FOR_NOW,
}
# Facts of ours that an entry may give besides, by the name they have in a record.
FACTS = (
    "aliases",
    "former_names",
    "waiting_weeks",
    "assured_on",
    "assured_by",
    "first_reply",
    "number_withheld",
    "bring",
)
CARRIED = {
    *("id", "name", "aliases", "description", "categories", "eligibility", "status", "location", "days_hours", "cost"),
    *("access_features", "referral_routes", "languages", "delivery", "phone", *FACTS),
}


def to_hsds(entry: Mapping[str, Any]) -> dict[str, Any]:
    """One entry as a service with its organisation and place in it. Fields we do not know are kept by their name."""
    rules = entry.get("eligibility") or {}
    service = {
        "id": entry.get("id"),
        "name": entry.get("name"),
        "description": entry.get("description"),
        "status": ServiceStatus.TEMPORARILY_CLOSED if entry.get("status") == "closed" else ServiceStatus.ACTIVE,
        "eligibility_description": rules.get("text"),
        "minimum_age": rules.get("age_min"),
        "maximum_age": rules.get("age_max"),
        "fees_description": entry.get("cost"),
        "schedules": schedules(entry.get("days_hours") or ""),
        "service_areas": [{"name": name} for name in rules.get("areas") or []],
        "languages": [{"name": name} for name in entry.get("languages") or []],
        "phones": [{"number": entry["phone"]}] if entry.get("phone") else [],
        "attributes": [
            {"taxonomy_term": {"id": name, "name": name, "taxonomy": "categories"}}
            for name in entry.get("categories") or []
        ],
        "organization": {"id": entry.get("id"), "name": entry.get("name")},
        "service_at_locations": _places(entry),
        OURS: _facts(entry, rules),
    }
    unknown = {name: value for name, value in entry.items() if name not in CARRIED}
    return {name: value for name, value in (unknown | service).items() if value not in (None, "", [], {})}


def _term(name: str) -> dict[str, str]:
    return {"id": name, "name": name, "taxonomy": "categories"}


def _facts(entry: Mapping[str, Any], rules: Mapping[str, Any]) -> dict[str, Any]:
    age_of = AgeOf.CLIENT if rules.get("age_of", "client") == "client" else AgeOf.CLIENT_OR_CHILD
    facts = {
        "live_state": STATES.get(entry.get("status", "open"), LiveState.OPEN),
        "age_of": age_of,
        "gender": rules.get("gender"),
        "postcode_districts": rules.get("postcode_districts"),
        "conditions_needed": rules.get("conditions_any"),
        "conditions_ruled_out": rules.get("conditions_none"),
        "access_features": entry.get("access_features"),
        "referral_routes": entry.get("referral_routes"),
        "delivery": entry.get("delivery"),
    }
    given = {name: entry.get(name) for name in FACTS}
    return {name: value for name, value in (facts | given).items() if value not in (None, "", [])}


def _places(entry: Mapping[str, Any]) -> list[dict[str, Any]]:
    place = entry.get("location")
    if not place:
        return []
    location = {
        "id": entry.get("id"),
        "location_type": "physical",
        "latitude": place.get("lat"),
        "longitude": place.get("lon"),
        "addresses": [{"address_type": "physical", "postal_code": place.get("postcode_district"), "country": "GB"}],
        OURS: {"is_approximate": bool(place.get("approximate"))},
    }
    return [{"id": entry.get("id"), "location": location}]
