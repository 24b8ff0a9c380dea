"""A made-up directory: so many services, fifty words each by Zipf's law, in a box of twenty kilometres.

That is the whole of a large city's directory in the middle of that city: nothing is far from anything else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta
from itertools import accumulate
from random import Random
from uuid import uuid4

from django.db.models import Model

from bench.data import words
from linkworks.domain.directory.choices import LiveState, Weekday
from linkworks.domain.directory.models import (
    Location,
    OpeningTime,
    Organization,
    Service,
    ServiceAtLocation,
    Whereabouts,
)
from linkworks.domain.directory.synonyms import in_words
from linkworks.foundation.core import clock

MIDDLE = (51.4615, -0.0105)
NORTH, EAST = 0.09, 0.144  # ten kilometres
VOCABULARY = 3_900
WORDS_EACH = 50
SERVICES_EACH = 3  # of an organisation
STARTS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cl", "tr")
MIDDLES = ("a", "e", "i", "o", "u", "ea")
ENDS = ("n", "r", "l", "st", "m", "ck")
LANGUAGES = ("Bengali", "Somali", "Polish", "Turkish", "Vietnamese", "British Sign Language")
FEATURES = ("step-free", "hearing loop", "accessible toilet", "large print")
ROUTES = ("self", "professional", "phone", "drop-in")
DISTRICTS = tuple(f"SE{number}" for number in range(1, 29))
STATES = [LiveState.OPEN] * 17 + [LiveState.WAITING_LIST, LiveState.FULL, LiveState.CLOSED_FOR_NOW]


@dataclass(frozen=True)
class Vocabulary:
    """Words from the commonest to the rarest, with real ones of the field among them all the way."""

    known: list[str]
    weights: list[float] = field(default_factory=list)

    def text(self, chance: Random, length: int) -> list[str]:
        return chance.choices(self.known, cum_weights=self.weights, k=length)


def make_vocabulary() -> Vocabulary:
    chance = Random("vocabulary")
    real = in_words(" ".join([*words.WORDS["topics"], *words.WORDS["sentences"]]))
    made = ("".join(_syllable(chance) for _ in range(chance.choice((2, 2, 3)))) for _ in range(10 * VOCABULARY))
    known = list(dict.fromkeys([*real, *made]))[:VOCABULARY]
    chance.shuffle(known)
    return Vocabulary(known, list(accumulate(1 / (place + 10) for place in range(len(known)))))


def make_directory(vocabulary: Vocabulary, numbers: range) -> Iterator[Model]:
    chance = Random(f"services {numbers[0]}")
    organization = Organization()
    for number in numbers:
        if number == numbers[0] or number % SERVICES_EACH == 0:
            name = f"{words.surname(chance)} {chance.choice(words.WORDS['topics'])}".capitalize()
            organization = Organization(id=uuid4(), name=name, search_names=name.lower())
            yield organization
        yield from _make_service(organization, vocabulary, chance)


def make_postcodes() -> Iterator[Whereabouts]:
    """One for each sector, in rows: enough to measure from."""
    for number, district in enumerate(DISTRICTS):
        latitude = MIDDLE[0] + NORTH * (number // 6 - 2) / 3
        longitude = MIDDLE[1] + EAST * (number % 6 - 2.5) / 3
        yield Whereabouts(code=district, latitude=latitude, longitude=longitude, councils=["Riverside"])
        for sector in range(1, 10):
            north, east = (sector - 5) / 1000, (sector % 3 - 1) / 500
            yield Whereabouts(
                code=f"{district} {sector}",
                latitude=latitude + north,
                longitude=longitude + east,
                councils=["Riverside"],
            )


def _make_service(organization: Organization, vocabulary: Vocabulary, chance: Random) -> Iterator[Model]:
    topic = chance.choice(words.WORDS["topics"])
    name = f"{words.surname(chance)} {topic}"
    description = " ".join([topic, *vocabulary.text(chance, WORDS_EACH)])
    service = Service(
        id=uuid4(),
        organization=organization,
        name=name.capitalize(),
        description=description.capitalize(),
        record={"name": name, "description": description},
        categories=[topic],
        live_state=chance.choice(STATES),
        minimum_age=chance.choice((None, None, 18, 55)),
        postcode_districts=chance.sample(DISTRICTS, k=chance.choice((0, 0, 1, 3))),
        is_free=chance.random() < 0.6,  # noqa: PLR2004 (a share)
        languages=["English", *chance.sample(LANGUAGES, k=chance.choice((0, 0, 1)))],
        access_features=chance.sample(FEATURES, k=chance.choice((0, 1, 2))),
        referral_routes=chance.sample(ROUTES, k=chance.choice((1, 2))),
        delivery=["in_person"],
        times="Once a week",
        telephone="+442079460123",
        assured_on=clock.today() - timedelta(days=chance.randrange(400)),
        search_names=name.lower(),
        search_words=f"{name} {topic} {description}".lower(),
    )
    yield service
    for _ in range(chance.choice((1, 1, 1, 2))):
        yield from _make_place(service, chance)
    yield OpeningTime(
        service=service,
        weekday=chance.choice(Weekday.values),
        opens=time(chance.choice((9, 10, 14, 18))),
        closes=time(chance.choice((19, 20, 21))),
    )


def _make_place(service: Service, chance: Random) -> Iterator[Model]:
    latitude = MIDDLE[0] + chance.uniform(-NORTH, NORTH)
    longitude = MIDDLE[1] + chance.uniform(-EAST, EAST)
    place = Location(
        id=uuid4(),
        name=f"{words.surname(chance)} Hall",
        latitude=latitude,
        longitude=longitude,
        measured_latitude=latitude,
        measured_longitude=longitude,
        is_measured_about=False,
    )
    yield place
    yield ServiceAtLocation(service=service, location=place)


def _syllable(chance: Random) -> str:
    return chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS)
