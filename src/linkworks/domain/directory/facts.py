"""Facts of a service that its organisation, or a colleague, puts right on one page, and how they are written."""

from collections.abc import Callable, Mapping
from typing import Any

from linkworks.domain.directory.choices import ROUTE_WORDS, LiveState
from linkworks.domain.directory.formats.week import schedules
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.overlay import our_field

Record = Mapping[str, Any]
Changes = dict[str, Any]

LABELS = {
    "description": "What it is",
    "eligibility": "Who it is for",
    "times": "Days and times",
    "telephone": "Telephone",
    "email": "Email",
    "website": "Website",
    "cost": "What it costs",
    "referral_routes": "How people get in",
    "bring": "What to bring",
}
COLUMNS = tuple(LABELS)
LISTS = frozenset({"referral_routes", "bring"})


def corrections(service: Service, given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the given columns that say something else than the entry."""
    told = {name: given[name] for name in COLUMNS if name in given}
    return {name: value for name, value in told.items() if not _is_same(getattr(service, name), value)}


def live_state_changes(service: Service, given: Mapping[str, Any]) -> Changes:
    """What to say, where it is not as we have it: whether there is room, and how long the wait is."""
    state, weeks = given["live_state"], given["waiting_weeks"]
    if (state, weeks) == (service.live_state, service.waiting_weeks):
        return {}
    return {
        our_field("live_state"): state,
        our_field("waiting_weeks"): weeks if state == LiveState.WAITING_LIST else None,
    }


def with_unknown_routes(service: Service, routes: list[str]) -> list[str]:
    """Ways in for which the form has no box stay as they are."""
    return [*routes, *(route for route in service.referral_routes if route not in ROUTE_WORDS)]


def changes_for(column: str, value: Any, shown: Record) -> Changes:
    """What to say of which fields of the record, which now shows `shown`."""
    return _WRITERS[column](value or None, shown)


def _is_same(before: Any, after: Any) -> bool:
    if isinstance(before, list):
        return sorted(before) == sorted(after)
    return bool("".join(str(before).split()) == "".join(str(after).split()))


def _plainly(field: str) -> Callable[[Any, Record], Changes]:
    return lambda value, shown: {field: value}


def _times(value: str | None, shown: Record) -> Changes:
    return {"schedules": schedules(value) if value else None}


def _telephone(value: str | None, shown: Record) -> Changes:
    """The first number changes; any others stay."""
    phones = shown.get("phones")
    others = phones[1:] if isinstance(phones, list) else []
    first = phones[0] if isinstance(phones, list) and phones and isinstance(phones[0], dict) else {}
    return {"phones": [*([{**first, "number": value}] if value else []), *others] or None}


def _cost(value: str | None, shown: Record) -> Changes:
    """Words take the place of prices and of whether it is free, which are then read out of the words."""
    return {"fees_description": value, "fees": None, "cost_options": None, our_field("is_free"): None}


def _bring(value: list[str] | None, shown: Record) -> Changes:
    return {our_field("bring"): value, "required_documents": None}


_WRITERS: dict[str, Callable[[Any, Record], Changes]] = {
    "description": _plainly("description"),
    "eligibility": _plainly("eligibility_description"),
    "times": _times,
    "telephone": _telephone,
    "email": _plainly("email"),
    "website": _plainly("url"),
    "cost": _cost,
    "referral_routes": _plainly(our_field("referral_routes")),
    "bring": _bring,
}
