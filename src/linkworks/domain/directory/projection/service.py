from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linkworks.domain.directory.choices import AgeOf, ForGender, LiveState, ServiceStatus
from linkworks.domain.directory.letters import plain_letters
from linkworks.domain.directory.projection import opening, reading
from linkworks.domain.directory.projection.cost import cost_in_words, is_free
from linkworks.domain.directory.projection.languages import language_name
from linkworks.domain.directory.projection.search_names import search_names
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode

# Worked out once: a feed may hold a hundred thousand services.
STATUSES, STATES = frozenset(ServiceStatus.values), frozenset(LiveState.values)
AGES_OF, GENDERS = frozenset(AgeOf.values), frozenset(ForGender.values)
LONGEST_WAIT = 520  # weeks
LONGEST_DISTRICT = 4
ATTENDING = {
    "in_person": ("in person", "in-person", "venue", "physical"),
    "online": ("online", "virtual", "video"),
    "phone": ("phone",),
    "home_visit": ("home visit", "at home"),
}


def project_service(record: Mapping[str, Any]) -> dict[str, Any]:
    columns = _what(record) | _whether(record) | _for_whom(record) | _how(record)
    names = [columns["name"], *columns["aliases"], *columns["former_names"]]
    return columns | {"search_names": search_names(names), "search_words": search_words(names, columns)}


def search_words(names: Iterable[str], columns: Mapping[str, Any]) -> str:
    """Everything that word search reads, in plain letters."""
    return plain_letters(" ".join([*names, *columns["categories"], columns["description"], columns["eligibility"]]))


def _what(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    terms = list(_terms(record))
    alternate = reading.text(record, "alternate_name", longest=120)
    return {
        "name": reading.text(record, "name", longest=300),
        "aliases": reading.distinct([alternate, *reading.word_list(own, "aliases", 120)], 120),
        "former_names": reading.word_list(own, "former_names", 120),
        "description": reading.text(record, "description"),
        "categories": reading.distinct((reading.text(term, "name") for term in terms), 120),
        "term_ids": list(dict.fromkeys(found for term in terms if (found := reading.identifier(term, "id")))),
    }


def _terms(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for attribute in reading.items(record, "attributes"):
        term = attribute.get("taxonomy_term")
        yield term if isinstance(term, dict) else {"id": attribute.get("taxonomy_term_id")}


def _whether(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    status = reading.choice(record, "status", STATUSES, ServiceStatus.ACTIVE)
    runs = LiveState.OPEN if status == ServiceStatus.ACTIVE else LiveState.CLOSED_FOR_NOW
    state = reading.choice(own, "live_state", STATES, runs)
    weeks = reading.whole_number(own, "waiting_weeks", LONGEST_WAIT)
    return {
        "status": status,
        "alert": reading.text(record, "alert"),
        "live_state": state,
        "waiting_weeks": weeks if state == LiveState.WAITING_LIST else None,
        "assured_on": reading.day(own, "assured_on") or reading.day(record, "assured_date"),
        "assured_by": reading.text(own, "assured_by", longest=254)
        or reading.text(record, "assurer_email", longest=254),
    }


def _for_whom(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    areas, districts = _areas(record)
    return {
        "eligibility": reading.text(record, "eligibility_description"),
        "minimum_age": reading.whole_number(record, "minimum_age", reading.OLDEST),
        "maximum_age": reading.whole_number(record, "maximum_age", reading.OLDEST),
        "age_of": reading.choice(own, "age_of", AGES_OF, AgeOf.CLIENT),
        "gender": reading.choice(own, "gender", GENDERS, ForGender.ANY),
        "areas": areas,
        "postcode_districts": reading.distinct([*reading.word_list(own, "postcode_districts", 4), *districts], 4),
        "conditions_needed": reading.word_list(own, "conditions_needed"),
        "conditions_ruled_out": reading.word_list(own, "conditions_ruled_out"),
        "most_referrals": reading.whole_number(own, "most_referrals", 1000),
        "most_referrals_days": reading.whole_number(own, "most_referrals_days", 1000),
    }


def _areas(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Names of areas, and those among them that are postcode districts."""
    named = (reading.text(area, "name", "service_area") for area in reading.items(record, "service_areas"))
    areas: list[str] = []
    districts: list[str] = []
    for name in named:
        (districts if _is_district(name) else areas).append(name)
    return reading.distinct(areas, 120), districts


def _is_district(name: str) -> bool:
    try:
        return len(name) <= LONGEST_DISTRICT and not parse_postcode(name, allow_half=True).is_whole
    except PostcodeError:
        return False


def _how(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    return {
        "first_reply": reading.text(own, "first_reply", longest=120),
        "number_withheld": reading.flag(own, "number_withheld"),
        "bring": reading.distinct([*reading.word_list(own, "bring", 120), *_documents(record)], 120),
        "times": opening.times_in_words(record),
        "cost": cost_in_words(record),
        "is_free": is_free(record),
        "access_features": reading.word_list(own, "access_features"),
        "referral_routes": reading.word_list(own, "referral_routes"),
        "languages": _languages(record),
        "delivery": reading.word_list(own, "delivery") or _attending(record),
        "telephone": _telephone(record),
        "email": reading.text(record, "email", longest=254),
        "website": reading.web_address(record, "url"),
    }


def _documents(record: Mapping[str, Any]) -> Iterator[str]:
    return (reading.text(item, "document") for item in reading.items(record, "required_documents"))


def _languages(record: Mapping[str, Any]) -> list[str]:
    return reading.distinct(_language(item) for item in reading.items(record, "languages"))


def _language(item: Mapping[str, Any]) -> str:
    return reading.text(item, "name") or language_name(reading.text(item, "code"))


def _attending(record: Mapping[str, Any]) -> list[str]:
    said = " ".join(reading.text(item, "attending_type") for item in reading.items(record, "schedules")).lower()
    return [delivery for delivery, words in ATTENDING.items() if any(word in said for word in words)]


def _telephone(record: Mapping[str, Any]) -> str:
    contacts = reading.items(record, "contacts")
    phones = [*reading.items(record, "phones"), *(phone for one in contacts for phone in reading.items(one, "phones"))]
    return _first(reading.text(phone, "number", longest=40) for phone in phones)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
