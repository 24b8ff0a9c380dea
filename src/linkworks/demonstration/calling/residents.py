"""Inventing whom we ring: older people, and younger ones with long illnesses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from linkworks.demonstration.calling.pouring import Pourer
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Place
from linkworks.demonstration.folk import Anybody, Folk, Somebody
from linkworks.demonstration.stories import read
from linkworks.domain.people.choices import AlertKind, ContactKind
from linkworks.domain.people.models import Alert, ContactDetail, Person

NOBODY_HAS_A_NUMBER_FOR, TO_BE_CAREFUL_WITH = 0.03, 0.008
NO_QUESTIONS: dict[str, Any] = dict.fromkeys(
    ("asked", "says", "matters", "needs", "first", "second", "middle", "review", "tasks", "also"), ()
)


@dataclass(frozen=True, slots=True)
class Resident:
    """`number` is None where no list had one for them; `record` is the row of the person, until it is written."""

    person_id: UUID
    number: str | None
    number_id: UUID | None
    language: str
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class List:
    """Who sent for how many people, when, and where their NHS numbers begin."""

    team_id: UUID
    people: int
    came: datetime
    first_serial: int


def invent_residents(pour: Pourer, chance: Chance, places: Sequence[Place], sent: List) -> list[Resident]:
    known = Person.objects.values_list("given_name", "family_name")
    folk = Folk(chance.of("folk"), places, sent.first_serial, known)
    ages = {(told["from"], told["to"]): told["share"] for told in read("calling.toml")["ages"]}
    draw = chance.of("ages")
    somebodies = (folk.invent(Anybody(draw.weighted(ages)), sent.came.date()) for _ in range(sent.people))
    return [_keep(pour, chance.of("resident", n), one, sent) for n, one in enumerate(somebodies)]


def _keep(pour: Pourer, chance: Chance, one: Somebody, sent: List) -> Resident:
    made = {"team_id": sent.team_id, "created_at": sent.came, "updated_at": sent.came}
    person_id = chance.uuid()
    record = pour.add(Person, id=person_id, **made, **_facts(one))
    if chance.happens(TO_BE_CAREFUL_WITH):
        pour.add(
            Alert, id=chance.uuid(), person_id=person_id, **made, kind=AlertKind.SAFE_CONTACT, words="Ask us first"
        )
    if chance.happens(NOBODY_HAS_A_NUMBER_FOR):
        return Resident(person_id, None, None, one.language, record)
    number_id = chance.uuid()
    pour.add(
        ContactDetail,
        id=number_id,
        person_id=person_id,
        **made,
        kind=ContactKind.MOBILE if one.has_mobile else ContactKind.LANDLINE,
        value=one.telephone,
        may_voicemail=one.may_voicemail,
        may_text=one.may_text,
        is_preferred=True,
    )
    return Resident(person_id, one.telephone, number_id, one.language, record)


def _facts(one: Somebody) -> dict[str, Any]:
    told = {
        "given_name": one.given_name,
        "family_name": one.family_name,
        "date_of_birth": one.date_of_birth,
        "nhs_number": one.nhs_number,
        "gender": one.gender,
        "ethnicity": one.ethnicity,
        "preferred_language": one.language,
        "interpreter_needed": one.interpreter_needed,
        "address_line_1": one.address,
        "town": "London",
        "postcode": one.postcode,
        "practice_id": one.practice.pk,
    }
    return told | {"search_name": Person(**told).folded_names}
