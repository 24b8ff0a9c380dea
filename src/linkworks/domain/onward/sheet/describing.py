"""A service as a client is told of it, from its entry: short sentences, and nothing that is only known to staff."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linkworks.domain.directory.models import Location, Service
from linkworks.domain.onward.sheet.entry_words import EntryWords, longest
from linkworks.domain.onward.sheet.plainer import in_plain_words, shortened
from linkworks.foundation.core.words import start_large

DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
ACCESS = {
    "step-free": "There are no steps.",
    "accessible toilet": "There is a toilet for wheelchair users.",
    "hearing loop": "There is a hearing loop.",
    "interpreters": "They can find an interpreter for you.",
    "home visits": "They can come to your home.",
    "crèche": "They can look after small children.",
    "large print": "They have things in large print.",
    "BSL": "Some of them use sign language.",
}
PRIVATE_PLACE = "Ring them and they will tell you where."

_DAY = re.compile(rf"\b({'|'.join(DAYS)})\b\.?", re.IGNORECASE)
_DONATION = re.compile(r"\s*(?:by |an? )?(?:voluntary |optional )?donations?\s*\.?\s*", re.IGNORECASE)
_TO = re.compile(r"(?<=[a-z0-9])\s*[-–]\s*(?=[A-Z0-9])")


def describe(service: Service, near: str = "") -> EntryWords:
    """`near` is a postcode district: of several places, one there is named."""
    place = _nearest(service, near)
    told = EntryWords(
        title=service.name,
        what=shortened(service.description),
        times=_times(service.times),
        place=_place(place),
        getting_there=" ".join(_getting_there(service, place)),
        ask_for=_ask_for(service),
        first_time=" ".join(_first_time(service)),
        cost=_cost(service),
        joining=_joining(service),
    )
    return EntryWords(**{part: _cut(words, longest(part)) for part, words in told.by_part.items()})


def _nearest(service: Service, near: str) -> Location | None:
    places = [place.location for place in service.places.all()]
    return min(places, key=lambda one: one.district != near, default=None)


def _times(times: str) -> str:
    return _TO.sub(" to ", _DAY.sub(lambda found: DAYS[found[1].lower()], times))


def _place(place: Location | None) -> str:
    if place is None:
        return ""
    if place.is_confidential:
        return PRIVATE_PLACE
    return ", ".join(part for part in (place.name, place.address, place.postcode or place.district) if part)


def _getting_there(service: Service, place: Location | None) -> Iterator[str]:
    if place is not None and not place.is_confidential:
        how = place.record.get("transportation")
        if isinstance(how, str) and how:
            yield shortened(how)
    features = [*service.access_features, *(place.access_features if place else [])]
    yield from dict.fromkeys(ACCESS[feature] for feature in features if feature in ACCESS)


def _ask_for(service: Service) -> str:
    """A name, and a number to ring."""
    contacts = service.record.get("contacts")
    named = next((_contact(one) for one in contacts if isinstance(one, dict)), "") if isinstance(contacts, list) else ""
    whom = named or service.organization.name
    return f"{whom}, {service.telephone}" if service.telephone else whom


def _contact(contact: Mapping[str, Any]) -> str:
    parts = (contact.get("name"), contact.get("title"))
    return ", ".join(part for part in parts if isinstance(part, str) and part)


def _first_time(service: Service) -> Iterator[str]:
    if service.first_reply:
        yield f"You may hear from them: {in_plain_words(service.first_reply)}."
    if service.number_withheld:
        yield "When they ring, your phone will not show their number."
    if service.bring:
        yield f"Take with you: {in_plain_words(', '.join(service.bring))}."


def _cost(service: Service) -> str:
    if service.is_free:
        return "It is free."
    if _DONATION.fullmatch(service.cost):
        return "You give what you can."
    said = in_plain_words(service.cost)
    return f"{start_large(said).rstrip('.')}." if said else "Ask them what it costs."


def _joining(service: Service) -> str:
    routes = set(service.referral_routes)
    if "drop-in" in routes:
        return "No. You can just turn up."
    if service.telephone and routes & {"self", "phone"}:
        return f"Yes. Ring {service.telephone} first."
    if "web form" in routes and service.website:
        return f"Fill in the form on their web page: {service.website}"
    if routes and "self" not in routes:
        return "We get in touch with them for you. Tell us if you would like that."
    return ""


def _cut(words: str, at_most: int) -> str:
    return words if len(words) <= at_most else f"{words[: at_most - 1].rstrip()}…"
