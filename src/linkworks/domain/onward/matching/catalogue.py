"""Services and clients as they stand in a catalogue file and a file of cases."""

from collections.abc import Mapping
from typing import Any

from linkworks.domain.onward.matching.facts import ClientFacts, Place, ServiceFacts, State

STATES = {
    "open": State.OPEN,
    "waiting list": State.WAITING_LIST,
    "waiting_list": State.WAITING_LIST,
    "full": State.FULL,
}


def service_of(entry: Mapping[str, Any]) -> ServiceFacts:
    who, place = entry.get("eligibility") or {}, entry.get("location") or {}
    return ServiceFacts(
        id=str(entry["id"]),
        name=entry["name"],
        description=entry.get("description") or "",
        categories=_words(entry, "categories"),
        aliases=_words(entry, "aliases"),
        eligibility=who.get("text") or "",
        state=STATES.get(entry.get("status") or "open", State.CLOSED),
        minimum_age=who.get("age_min"),
        maximum_age=who.get("age_max"),
        takes_children=(who.get("age_of") or "client") != "client",
        gender=who.get("gender") or "any",
        areas=_words(who, "areas"),
        districts=_words(who, "postcode_districts"),
        conditions_needed=frozenset(_words(who, "conditions_any")),
        conditions_ruled_out=frozenset(_words(who, "conditions_none")),
        languages=_words(entry, "languages"),
        delivery=_words(entry, "delivery"),
        access_features=_words(entry, "access_features"),
        routes=_words(entry, "referral_routes"),
        times=entry.get("days_hours") or "",
        cost=entry.get("cost") or "",
        place=Place(place["lat"], place["lon"]) if place.get("lat") is not None else None,
    )


def client_of(entry: Mapping[str, Any]) -> ClientFacts:
    return ClientFacts(
        age=entry.get("age"),
        gender=entry.get("gender") or "",
        borough=entry.get("borough") or "",
        district=entry.get("postcode_district") or entry.get("district") or "",
        household=entry.get("household") or "",
        mobility=entry.get("mobility") or "",
        language=entry.get("language") or "",
    )


def _words(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry.get(key) or ())
