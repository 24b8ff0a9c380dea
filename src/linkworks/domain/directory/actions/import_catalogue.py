"""Loading our own catalogue shape. A second load of the same file is a difference, never a duplicate."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from linkworks.domain.directory.choices import AgeOf, LiveState
from linkworks.domain.directory.models import Location, Organization, Service, ServiceAtLocation
from linkworks.domain.directory.policies import may_import_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor

STATES = {"open": LiveState.OPEN, "closed": LiveState.CLOSED_FOR_NOW, "full": LiveState.FULL}


@transaction.atomic
def import_catalogue(actor: Actor, *, source: str, entries: Iterable[dict[str, Any]]) -> Counter[str]:
    """Load entries of the catalogue's shape. Returns how many were new, changed and the same."""
    require(may_import_services, actor)
    known = {service.source_id: service for service in Service.objects.filter(source=source)}
    counts = Counter(_load(known.get(entry["id"]), source, entry) for entry in entries)
    record(
        actor,
        "catalogue.imported",
        source=source,
        new=counts["new"],
        changed=counts["changed"],
        same=counts["same"],
    )
    return counts


def _load(service: Service | None, source: str, entry: dict[str, Any]) -> str:
    values = _values(entry)
    if service is None:
        organization = Organization.objects.create(name=entry["name"], source=source, source_id=entry["id"])
        service = Service.objects.create(organization=organization, source=source, source_id=entry["id"], **values)
        _place(service, entry)
        return "new"
    changed = {name: value for name, value in values.items() if getattr(service, name) != value}
    if not changed:
        return "same"
    service.change(**changed)
    return "changed"


def _values(entry: dict[str, Any]) -> dict[str, Any]:
    rules = entry["eligibility"]
    values = {
        "name": entry["name"],
        "aliases": entry.get("aliases", []),
        "description": entry["description"],
        "categories": entry["categories"],
        "live_state": STATES[entry["status"]],
        "eligibility": rules["text"],
        "minimum_age": rules["age_min"],
        "maximum_age": rules["age_max"],
        "age_of": AgeOf.CLIENT if rules["age_of"] == "client" else AgeOf.CLIENT_OR_CHILD,
        "gender": rules["gender"],
        "areas": rules["areas"] or [],
        "postcode_districts": rules["postcode_districts"] or [],
        "conditions_needed": rules["conditions_any"],
        "conditions_ruled_out": rules["conditions_none"],
        "times": entry["days_hours"] or "",
        "cost": entry["cost"] or "",
        "access_features": entry["access_features"],
        "referral_routes": entry["referral_routes"],
        "languages": entry["languages"],
        "delivery": entry["delivery"],
        "telephone": entry["phone"] or "",
    }
    return values | {"search_words": search_words(values)}


def search_words(values: dict[str, Any]) -> str:
    """What word search reads, in lower case."""
    parts = [values["name"], *values["aliases"], *values["categories"], values["description"]]
    return " ".join(parts).lower()


def _place(service: Service, entry: dict[str, Any]) -> None:
    place = entry["location"]
    if place is None:
        return
    location = Location.objects.create(
        district=place["postcode_district"] or "",
        latitude=place["lat"],
        longitude=place["lon"],
        is_approximate=place["approximate"],
    )
    ServiceAtLocation.objects.create(service=service, location=location)
