"""People and what must be known before anybody rings them."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from uuid import uuid4

from bench.data import words
from bench.data.team import DISTRICTS, World
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind, GivenHow
from linkworks.domain.people.models import (
    Adjustment,
    Alert,
    Consent,
    ContactDetail,
    Person,
    PersonRecord,
    RelatedPerson,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.nhs_number import make_test_number

OLDEST = date(1928, 1, 1)
DAYS_OF_BIRTH = 80 * 365


def make_person(world: World, number: int) -> Person:
    chance = Random(f"person {number}")
    given, family = words.full_name(chance)
    person = Person(
        id=uuid4(),
        team=world.team,
        given_name=given,
        family_name=family,
        date_of_birth=OLDEST + timedelta(days=chance.randrange(DAYS_OF_BIRTH)),
        nhs_number=make_test_number(number),
        address_line_1=f"{chance.randrange(1, 200)} {words.surname(chance)} Road",
        town="Riverside",
        postcode=f"{chance.choice(DISTRICTS)} {chance.randrange(10)}AA",
        practice=chance.choice(world.practices),
        communication_asked_on=clock.today(),
    )
    person.search_name = person.folded_names
    return person


def make_what_is_known(person: Person, number: int) -> Iterator[PersonRecord]:
    about = {"team_id": person.team_id, "person": person}
    yield ContactDetail(**about, kind=ContactKind.MOBILE, value=f"+447700900{number % 1000:03}", is_preferred=True)
    yield Consent(
        **about,
        kind=ConsentKind.SUPPORT,
        given=True,
        wording="May we keep a record and support you?",
        given_how=GivenHow.SPOKEN,
        given_at=clock.now(),
    )
    if number % 3 == 0:
        yield ContactDetail(**about, kind=ContactKind.LANDLINE, value=f"+442079460{number % 1000:03}")
    if number % 5 == 0:
        yield RelatedPerson(**about, name="Sam Oakley", relationship="Neighbour", may_talk_to=True)
    if number % 8 == 0:
        yield Adjustment(**about, kind=AdjustmentKind.HEARING, words="Speak slowly, on the left side.")
    if number % 10 == 0:
        yield Alert(**about, kind=AlertKind.NO_VOICEMAIL, words="The telephone is shared.")
