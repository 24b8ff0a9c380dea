"""A directory of any size in which stories find something: the services of `bench.stories`, over and over, each by
another name, at another place, for other districts, and with a meaning a little beside its original's.

Their digests are made up from the originals': the language model would take an hour over 100,000.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from uuid import uuid4

import numpy as np
from django.db.models import Model

from bench.data import words
from bench.data.services import DISTRICTS, EAST, MIDDLE, NORTH
from bench.stories import development, invented
from linkworks.domain.directory.choices import AgeOf, LiveState
from linkworks.domain.directory.models import Location, Organization, Service, ServiceAtLocation
from linkworks.domain.onward.matching.catalogue import service_of
from linkworks.domain.onward.matching.digest import Digest, digest, edition, meant, packed
from linkworks.domain.onward.matching.facts import ServiceFacts, State
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.models import ServiceDigest

BESIDE = 0.03  # of each of the numbers of a meaning
LIVE = {State.OPEN: LiveState.OPEN, State.WAITING_LIST: LiveState.WAITING_LIST, State.FULL: LiveState.FULL}


@dataclass(frozen=True)
class Original:
    facts: ServiceFacts
    digest: Digest
    arrow: Any


def originals() -> list[Original]:
    facts = [service_of(entry) for stories in (development(), invented()) for entry in stories.catalogue.values()]
    encoder = model.encoder()
    arrows = encoder.encode([meant(one) for one in facts]) if encoder else [None] * len(facts)
    return [Original(one, digest(one), arrow) for one, arrow in zip(facts, arrows, strict=True)]


def make_described(some: Sequence[Original], numbers: range) -> Iterator[Model]:
    chance, noise = Random(f"described {numbers[0]}"), np.random.default_rng(numbers[0])
    organization = Organization(id=uuid4(), name=f"{words.surname(chance)} Trust")
    yield organization
    for number in numbers:
        original = some[number % len(some)]
        service = _service(original.facts, organization, chance)
        yield service
        yield from _place(service, chance)
        yield _digest(service, original, noise)


def _service(facts: ServiceFacts, organization: Organization, chance: Random) -> Service:
    return Service(
        id=uuid4(),
        organization=organization,
        name=f"{words.surname(chance)} {facts.name}",
        description=facts.description,
        categories=list(facts.categories),
        aliases=list(facts.aliases),
        eligibility=facts.eligibility,
        live_state=LIVE.get(facts.state, LiveState.CLOSED_FOR_NOW),
        minimum_age=facts.minimum_age,
        maximum_age=facts.maximum_age,
        age_of=AgeOf.CLIENT_OR_CHILD if facts.takes_children else AgeOf.CLIENT,
        gender=facts.gender,
        areas=list(facts.areas),
        postcode_districts=chance.sample(DISTRICTS, k=chance.choice((0, 0, 1, 3))),
        conditions_needed=sorted(facts.conditions_needed),
        conditions_ruled_out=sorted(facts.conditions_ruled_out),
        languages=list(facts.languages),
        delivery=list(facts.delivery),
        access_features=list(facts.access_features),
        search_names=facts.name.lower(),
        search_words=facts.text.lower(),
    )


def _place(service: Service, chance: Random) -> Iterator[Model]:
    latitude, longitude = MIDDLE[0] + chance.uniform(-NORTH, NORTH), MIDDLE[1] + chance.uniform(-EAST, EAST)
    place = Location(id=uuid4(), latitude=latitude, longitude=longitude)
    yield place
    yield ServiceAtLocation(service=service, location=place)


def _digest(service: Service, original: Original, noise: np.random.Generator) -> ServiceDigest:
    """The hash of its words is left to the database: see `hash_words`."""
    meaning = b""
    if original.arrow is not None:
        beside = original.arrow + noise.normal(scale=BESIDE, size=len(original.arrow))
        meaning = packed((beside / np.linalg.norm(beside)).astype(np.float32))
    made = replace(original.digest, meaning=meaning)
    return ServiceDigest(
        service_id=service.pk,
        edition=edition(),
        fits=made.fits,
        stems=made.stems,
        model=model.NAME if meaning else "",
        meaning=meaning,
    )
