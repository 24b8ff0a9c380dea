"""Names to invent people with, and how one name changes from one form to the next in each community."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

SECOND_NAME_GIVEN = 0.5


@dataclass(frozen=True)
class Community:
    name: str
    share: float
    women: tuple[str, ...]
    men: tuple[str, ...]
    family: tuple[str, ...]
    short: tuple[tuple[str, ...], ...] = ()  # forms of one given name
    respelt: tuple[tuple[str, ...], ...] = ()  # letters that are written for each other
    gendered: tuple[tuple[str, str], ...] = ()  # ends of family names: a man's, a woman's
    after_given: tuple[str, str] = ("", "")  # a woman's and a man's second name

    def given_for(self, chance: Random, sex: str) -> str:
        given = chance.choice(self.women if sex == "F" else self.men)
        second = self.after_given[sex == "M"]
        return f"{given} {second}" if second and chance.random() < SECOND_NAME_GIVEN else given

    def family_for(self, chance: Random, sex: str) -> str:
        return self.family_of_kin(chance.choice(self.family), sex)

    def family_of_kin(self, family: str, sex: str) -> str:
        for man, woman in self.gendered:
            mine, others = (woman, man) if sex == "F" else (man, woman)
            if family.endswith(others):
                return family.removesuffix(others) + mine
        return family

    def other_form(self, chance: Random, given: str) -> str:
        """What else a bearer of this name may be called; itself, when nothing is known."""
        head = given.partition(" ")[0]
        forms = [form for line in self.short if head in line for form in line if form != head]
        return chance.choice(forms) if forms else given

    def written_otherwise(self, chance: Random, name: str) -> str:
        ways = [
            (one, other)
            for line in self.respelt
            for one in line
            for other in line
            if one != other and one in name.lower()
        ]
        if not ways:
            return name
        one, other = chance.choice(ways)
        return name.lower().replace(one, other, 1).title()


def _read() -> tuple[Community, ...]:
    rows = tomllib.loads((Path(__file__).parent / "communities.toml").read_text())["community"]
    return tuple(_community(row) for row in rows)


def _community(row: dict[str, Any]) -> Community:
    lists: dict[str, Any] = {key: tuple(row[key].split()) for key in ("women", "men", "family")}
    for key in ("short", "respelt", "gendered"):
        lists[key] = tuple(tuple(line.split()) for line in row.get(key, ()))
    return Community(row["name"], row["share"], after_given=tuple(row.get("after_given", ("", ""))), **lists)


COMMUNITIES = _read()
