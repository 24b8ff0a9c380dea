"""Inventing households of many communities: couples, children, twins, fathers and sons, on streets nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain, islice
from itertools import count as count_from
from random import Random

from nhs_number.validate import calculate_checksum

from bench.invented_people.communities import COMMUNITIES, Community
from linkworks.domain.people.matching.portrait import Description
from linkworks.foundation.core.nhs_number import LENGTH

KINDS = ("Street", "Road", "Avenue", "Close", "Lane", "Gardens", "Grove", "Way", "Crescent", "Drive")
STREETS = tuple(
    """
    Alder Ash Beech Birch Cedar Elm Hazel Holly Juniper Larch Lime Maple Oak Pine Rowan Willow Church
    Mill Station Park Queens Kings Victoria Albert High London Manor School Grange Chapel North South
    West Bridge Spring Meadow Orchard Field Hill Dale
    """.split()  # noqa: SIM905 (forty names are easier to read than forty strings)
)
TOWNS = (
    "Lewisham",
    "Deptford",
    "Catford",
    "Sydenham",
    "Bromley",
    "Croydon",
    "Woolwich",
    "Eltham",
    "Leeds",
    "Bradford",
    "Leicester",
    "Cardiff",
)
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

# Shares of households: each narrower one is within the wider; twins and heirs are apart from these.
COUPLE = 0.28
CHILD = 0.16
SECOND_CHILD = 0.06
TWINS = 0.008
HEIRS = 0.008

BY_LANDLINE = 0.4
IN_FLATS = 0.15
TWINS_OF_ONE_SEX = 0.6
YOUNGEST = date(2014, 1, 1)


@dataclass(frozen=True)
class Somebody:
    described: Description
    community: Community
    born: date
    household: int
    others_phones: tuple[str, ...] = field(default=())


class Inventor:
    def __init__(self, seed: int, numbers_taken: Iterable[str] = ()) -> None:
        self.chance = Random(seed)
        self._numbers = set(numbers_taken)
        self._given: dict[int, set[str]] = defaultdict(set)  # by household

    def people(self, count: int) -> Iterator[Somebody]:
        households = (self._household(number) for number in count_from(1))
        return islice(chain.from_iterable(households), count)

    def _household(self, number: int) -> list[Somebody]:
        community = self.chance.choices(COMMUNITIES, [one.share for one in COMMUNITIES])[0]
        home, landline = self.home(), self.landline()
        first = self.somebody(community, number, home=home, landline=landline)
        found = [first]
        kind = self.chance.random()
        if kind < COUPLE:
            sex = "M" if first.described.sex == "F" else "F"
            found.append(self.relative(first, sex=sex, years=self.chance.randint(-8, 8)))
        if kind < CHILD:
            found.append(self.relative(first, years=self.chance.randint(20, 38)))
        if kind < SECOND_CHILD:
            found.append(self.relative(found[-1], years=self.chance.choice([-4, -3, -2, 2, 3, 4])))
        if COUPLE < kind < COUPLE + TWINS:
            found.append(self.twin(first))
        if kind > 1 - HEIRS:
            found.append(self.heir(first))
        return found

    def somebody(
        self, community: Community, household: int, *, home: dict[str, str], landline: str, sex: str = ""
    ) -> Somebody:
        sex = sex or self.chance.choice("FM")
        born = date(1926, 1, 1) + timedelta(days=int(self.chance.triangular(0, 365 * 88, 365 * 30)))
        family = community.family_for(self.chance, sex)
        phone = landline if self.chance.random() < BY_LANDLINE else self.mobile()
        described = Description(
            given_name=community.given_for(self.chance, sex),
            family_name=family,
            dob=born.isoformat(),
            sex=sex,
            phone=phone,
            nhs_number=self.nhs_number(),
            **home,
        )
        self._given[household].add(described.given_name.split()[0])
        return Somebody(described, community, born, household, (landline,))

    def relative(self, other: Somebody, *, years: int, sex: str = "") -> Somebody:
        home = home_of(other.described)
        made = self.somebody(other.community, other.household, home=home, landline=other.others_phones[0], sex=sex)
        apart = timedelta(days=round(years * 365.25) + self.chance.randint(-170, 170))
        born = other.born + apart if other.born + apart < YOUNGEST else other.born - apart
        family = other.community.family_of_kin(other.described.family_name, made.described.sex)
        return self._with(made, born, family_name=family)

    def twin(self, other: Somebody) -> Somebody:
        """Another first word of the given name than anybody of the household: else nobody could tell."""
        taken = set(self._given[other.household])
        while True:
            same_sex = self.chance.random() < TWINS_OF_ONE_SEX
            made = self.relative(other, years=0, sex=other.described.sex if same_sex else "")
            if made.described.given_name.split()[0] not in taken:
                return self._with(made, other.born, phone=other.described.phone)

    def heir(self, other: Somebody) -> Somebody:
        made = self.relative(other, years=self.chance.randint(18, 40), sex=other.described.sex)
        return self._with(
            made, made.born, given_name=other.described.given_name, family_name=other.described.family_name
        )

    def namesake(self, other: Somebody) -> Somebody:
        """The same names and the same birthday, somewhere else."""
        made = self.somebody(other.community, -1, home=self.home(), landline=self.landline(), sex=other.described.sex)
        names = {"given_name": other.described.given_name, "family_name": other.described.family_name}
        return self._with(made, other.born, **names)

    def neighbour(self, other: Somebody) -> Somebody:
        """The same names, a few doors on, another birthday."""
        home = home_of(other.described)
        number, _, street = home["address_line_1"].partition(" ")
        home["address_line_1"] = (
            f"{int(number) + self.chance.choice([2, 4, 6])} {street}" if number.isdigit() else "1 Back Lane"
        )
        made = self.somebody(other.community, -1, home=home, landline=self.landline(), sex=other.described.sex)
        names = {"given_name": other.described.given_name, "family_name": other.described.family_name}
        return self._with(made, made.born, **names)

    def _with(self, one: Somebody, born: date, **changed: str) -> Somebody:
        return replace(one, born=born, described=replace(one.described, dob=born.isoformat(), **changed))

    def home(self) -> dict[str, str]:
        town = self.chance.randrange(len(TOWNS))
        street = f"{self.chance.choice(STREETS)} {self.chance.choice(KINDS)}"
        outward = f"{('SE', 'BR', 'CR', 'LS', 'BD', 'LE', 'CF')[town % 7]}{1 + town * 2 % 27}"
        postcode = f"{outward} {self.chance.randint(1, 9)}{self.chance.choice(LETTERS)}{self.chance.choice(LETTERS)}"
        line = f"{self.chance.randint(1, 180)} {street}"
        second = ""
        if self.chance.random() < IN_FLATS:
            line, second = f"Flat {self.chance.randint(1, 40)}", line
        return {"address_line_1": line, "address_line_2": second, "town": TOWNS[town], "postcode": postcode}

    def landline(self) -> str:
        return f"020 {self.chance.randint(7000, 8999)} {self.chance.randint(1000, 9999)}"

    def mobile(self) -> str:
        return f"07{self.chance.randint(100, 999)} {self.chance.randint(100000, 999999)}"

    def nhs_number(self) -> str:
        while True:
            stem = f"{self.chance.randint(400_000_000, 799_999_999)}"
            number = f"{stem}{calculate_checksum(stem)}"
            if len(number) == LENGTH and number not in self._numbers:
                self._numbers.add(number)
                return number


def home_of(described: Description) -> dict[str, str]:
    return {part: getattr(described, part) for part in ("address_line_1", "address_line_2", "town", "postcode")}
