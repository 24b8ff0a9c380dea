"""Inventing people. NHS numbers come from the test range, telephone numbers from those that ring nobody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from linkworks.demonstration import figures
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Place
from linkworks.demonstration.stories import Story, phrases, read
from linkworks.demonstration.telephones import LONDON, MOBILE
from linkworks.domain.people.choices import AdjustmentKind, Gender
from linkworks.domain.people.models import Person, Practice
from linkworks.foundation.core.nhs_number import make_test_number
from linkworks.foundation.core.postcode import NO_FIXED_ABODE

INWARD = "ABDEFGHJLNPQRSTUWXYZ"
ENGLISH = "English"
YEAR = timedelta(days=365.25)

NEEDS = {
    AdjustmentKind.HEARING: 4.0,
    AdjustmentKind.LARGE_PRINT: 3,
    AdjustmentKind.MORE_TIME: 3,
    AdjustmentKind.STEP_FREE: 4,
    AdjustmentKind.SUPPORTER_PRESENT: 1.5,
    AdjustmentKind.EASY_READ: 1.5,
    AdjustmentKind.TEXT_NOT_CALLS: 2,
}
NO_NEED = 100 - sum(NEEDS.values())


@dataclass(frozen=True, slots=True)
class Anybody:
    """Of an age, and with no story that is told of them."""

    ages: tuple[int, int]
    who: str = "any"
    language: str = "any"
    no_fixed_abode: bool = False
    safe_contact: bool = False


@dataclass(slots=True, kw_only=True)
class Somebody:
    """Who is referred, as everybody will tell it. `person` is their record, once there is one."""

    given_name: str
    family_name: str
    gender: Gender
    date_of_birth: date
    ethnicity: str
    language: str = ENGLISH
    interpreter_needed: bool = False
    practice: Practice
    network_id: object
    address: str
    postcode: str
    nhs_number: str
    telephone: str
    email: str = ""
    may_voicemail: bool
    may_text: bool
    safe_when: str = ""
    needs: Mapping[AdjustmentKind, str] = field(default_factory=dict)
    risk: str = ""
    person: Person | None = None

    @property
    def no_fixed_abode(self) -> bool:
        return self.postcode == str(NO_FIXED_ABODE)

    @property
    def has_mobile(self) -> bool:
        return self.telephone.startswith(MOBILE)

    def age_on(self, day: date) -> int:
        return int((day - self.date_of_birth) / YEAR)


class Folk:
    """Invents people, no two of one name, and none of a name that is taken."""

    def __init__(
        self, chance: Chance, places: Sequence[Place], first_serial: int, taken: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._chance = chance
        self._places = places
        self._serial = first_serial
        self._names = set(taken)

    def invent(self, story: Story | Anybody, day: date, **wanted: Any) -> Somebody:
        """Somebody whom this story fits. `wanted` are facts that are to be so."""
        gender = wanted.get("gender") or self._gender(story)
        community = self._community(story)
        given_name, family_name = self._name(community, gender)
        language = self._language(community, story)
        place = self._chance.one(self._places)
        practice = self._chance.one(place.practices)
        facts: dict[str, Any] = {
            "given_name": given_name,
            "family_name": family_name,
            "gender": gender,
            "date_of_birth": self._birth(story, day),
            "ethnicity": community["ethnicity"] if self._chance.happens(0.85) else "",
            "language": language,
            "interpreter_needed": language != ENGLISH and self._interpreter(story),
            "practice": practice,
            "network_id": place.network.pk,
            "nhs_number": self._nhs_number(),
            **self._address(story, place),
            **self._reached(story),
            "needs": self._needs(),
            "risk": self._chance.one(phrases()["risk"]["words"]) if self._chance.happens(0.3) else "",
        }
        return Somebody(**facts | wanted)

    def _gender(self, story: Story | Anybody) -> Gender:
        if story.who != "any":
            return Gender.WOMAN if story.who == "women" else Gender.MAN
        if self._chance.happens(figures.NEITHER_WOMAN_NOR_MAN):
            return Gender.NON_BINARY
        return Gender.WOMAN if self._chance.happens(figures.WOMEN) else Gender.MAN

    def _community(self, story: Story | Anybody) -> dict[str, Any]:
        many = range(len(communities()))
        if story.language == "any":
            return communities()[self._chance.weighted({n: communities()[n]["share"] for n in many})]
        others = {n: communities()[n]["share"] * (100 - communities()[n]["languages"][ENGLISH]) for n in many}
        return communities()[self._chance.weighted(others)]

    def _name(self, community: dict[str, Any], gender: Gender) -> tuple[str, str]:
        lists = {Gender.WOMAN: community["women"], Gender.MAN: community["men"]}
        given_names = lists.get(gender) or community["women"] + community["men"]
        for _ in range(12):
            name = self._chance.one(given_names), self._chance.one(community["family"])
            if name not in self._names:
                break
        else:
            name = name[0], f"{name[1]}-{self._chance.one(community['family'])}"
        self._names.add(name)
        return name

    def _language(self, community: dict[str, Any], story: Story | Anybody) -> str:
        languages = dict(community["languages"])
        if story.language != "any":
            languages.pop(ENGLISH)
        return str(self._chance.weighted(languages))

    def _interpreter(self, story: Story | Anybody) -> bool:
        return story.language != "any" or self._chance.happens(figures.NEEDS_INTERPRETER)

    def _birth(self, story: Story | Anybody, day: date) -> date:
        youngest, oldest = story.ages
        days = self._chance.between(int(youngest * 365.25) + 1, int((oldest + 1) * 365.25) - 1)
        return day - timedelta(days=days)

    def _nhs_number(self) -> str:
        self._serial += 1
        return make_test_number(self._serial) if self._chance.happens(0.94) else ""

    def _address(self, story: Story | Anybody, place: Place) -> dict[str, str]:
        if story.no_fixed_abode:
            return {"address": "", "postcode": str(NO_FIXED_ABODE)}
        streets = read_streets()
        number = self._chance.between(1, 140)
        line = f"{number} {self._chance.one(streets['names'])} {self._chance.one(streets['kinds'])}"
        if self._chance.happens(0.35):
            line = f"Flat {self._chance.between(1, 60)}, {self._chance.one(streets['blocks'])}"
        inward = f"{self._chance.between(0, 9)}{self._chance.one(INWARD)}{self._chance.one(INWARD)}"
        return {"address": line, "postcode": f"{self._chance.one(place.districts)} {inward}"}

    def _reached(self, story: Story | Anybody) -> dict[str, Any]:
        mobile = self._chance.happens(0.84)
        telephone = f"{MOBILE if mobile else LONDON}{self._chance.between(0, 999):03}"
        safe = self._chance.happens(0.06)
        return {
            "telephone": telephone,
            "email": f"person{self._serial}@example.org" if self._chance.happens(0.42) else "",
            "may_voicemail": not story.safe_contact and self._chance.happens(0.8),
            "may_text": mobile and not story.safe_contact and self._chance.happens(0.82),
            "safe_when": "Between ten and twelve" if story.safe_contact else self._safe_when() if safe else "",
        }

    def _safe_when(self) -> str:
        return str(self._chance.one(phrases()["safe_when"]["words"]))

    def _needs(self) -> dict[AdjustmentKind, str]:
        kind = self._chance.weighted({**NEEDS, None: NO_NEED})
        return {kind: self._chance.one(phrases()["adjustment"][kind.value])} if kind else {}


@cache
def communities() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = read("names.toml")["community"]
    return told


@cache
def read_streets() -> dict[str, list[str]]:
    told: dict[str, list[str]] = read("places.toml")["streets"]
    return told
