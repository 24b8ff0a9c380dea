"""An Open Referral feed of invented services, written as it is made up: the same for the same number."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from bench.data import words
from bench.data.team import CATEGORIES, DISTRICTS

SERVICES_PER_ORGANIZATION = 6
SERVICES_PER_PLACE = 2
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
AREAS = ("Riverside", "Northbank", "Southfields", "Eastmoor", "Westmoor")


def write_feed(path: Path, services: int, changed_one_in: int = 0) -> None:
    with path.open("w") as file:
        file.write('{"contents": [\n')
        for number in range(services):
            service = make_record(number)
            if changed_one_in and not number % changed_one_in:
                service["description"] += " We have moved."
            file.write(f"{',' if number else ''}{json.dumps(service)}\n")
        file.write("]}")


def make_record(number: int) -> dict[str, Any]:
    chance = Random(f"feed {number}")
    category = CATEGORIES[number % len(CATEGORIES)]
    return {
        "id": _id("service", number),
        "name": f"{words.surname(chance)} {category}".capitalize(),
        "description": f"<p>{words.note(chance)}</p>",
        "url": f"https://service-{number}.example.org",
        "email": f"service-{number}@example.org",
        "status": "active",
        "fees": chance.choice(("Free", "£3", "Donation")),
        "minimum_age": chance.choice((0, 16, 18, 50, 65)),
        "assured_date": "2026-05-01",
        "last_modified": "2026-05-01T09:00:00Z",
        "organization": _organization(number // SERVICES_PER_ORGANIZATION),
        "phones": [{"id": _id("phone", number), "number": "020 7946 0123", "type": "voice"}],
        "contacts": [{"id": _id("contact", number), "title": "Coordinator"}],
        "languages": [{"id": _id("language", number), "name": "English", "code": "en"}],
        "cost_options": [{"id": _id("cost", number), "option": "Session", "amount": chance.choice((0, 3))}],
        "service_areas": [{"id": _id("area", number), "name": chance.choice(AREAS)}],
        "schedules": list(_schedules(chance, number)),
        "attributes": [{"id": _id("attribute", number), "taxonomy_term": _term(category)}],
        "service_at_locations": [_place(number // SERVICES_PER_PLACE, number)],
    }


def _organization(number: int) -> dict[str, Any]:
    chance = Random(f"organization {number}")
    name = f"{words.surname(chance)} Association"
    return {"id": _id("organization", number), "name": name, "description": words.note(chance)}


def _schedules(chance: Random, number: int) -> Iterator[dict[str, Any]]:
    for day in chance.sample(DAYS, 2):
        times = {"opens_at": "10:00:00", "closes_at": "12:30:00"}
        yield {"id": _id(f"schedule {day}", number), "freq": "WEEKLY", "interval": 1, "byday": day, **times}


def _term(category: str) -> dict[str, Any]:
    return {
        "id": _id("term", CATEGORIES.index(category)),
        "name": category,
        "description": category,
        "taxonomy": "kinds",
    }


def _place(number: int, service: int) -> dict[str, Any]:
    chance = Random(f"place {number}")
    address = {
        "id": _id("address", number),
        "address_1": f"{chance.randrange(1, 200)} High Street",
        "city": "London",
        "state_province": "London",
        "postal_code": f"{chance.choice(DISTRICTS)} {chance.randrange(1, 10)}AA",
        "country": "GB",
        "address_type": "physical",
    }
    location = {
        "id": _id("location", number),
        "location_type": "physical",
        "name": f"{words.surname(chance)} Hall",
        "latitude": round(51.3 + chance.random() / 4, 6),
        "longitude": round(-0.3 + chance.random() / 2, 6),
        "addresses": [address],
        "accessibility": [{"id": _id("accessibility", number), "description": "Step-free"}],
    }
    return {"id": _id("service at location", service), "location": location}


def _id(kind: str, number: int) -> str:
    return str(UUID(int=Random(f"{kind} {number}").getrandbits(128), version=4))
