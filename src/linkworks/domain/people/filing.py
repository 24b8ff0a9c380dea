"""A person's record as the engine reads it, and the numbers that stand for the keys it files under."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from linkworks.domain.people.choices import ContactKind, Gender
from linkworks.domain.people.matching.history import keep_in_mind
from linkworks.domain.people.matching.packing import pack
from linkworks.domain.people.matching.portrait import Description
from linkworks.domain.people.models import Addition, Person
from linkworks.foundation.core import clock

SEXES = {Gender.WOMAN: "f", Gender.MAN: "m"}
WIDTH = 8  # bytes: two of twenty million words that share a number cost a glance at somebody, and nothing else


@dataclass(frozen=True)
class Filing:
    """What is kept of one person, so that they are recognised."""

    portrait: str
    keys: frozenset[int]


@dataclass
class RecordedPerson:
    """A person with what their record was before, and all telephone numbers that they ever had."""

    person: Person
    former: list[Any] = field(default_factory=list)  # rows of the person's history
    details: list[Any] = field(default_factory=list)  # contact details and rows of their history
    mistakes: list[Addition] = field(default_factory=list)  # what was said of somebody else, and taken back

    def file(self) -> Filing:
        somebody_elses = {row for one in self.mistakes for row in one.rows.get("ContactDetail", ())}
        details = [one for one in self.details if str(getattr(one, "pgh_obj_id", one.pk)) not in somebody_elses]
        now = describe(self.person, _phones(details))
        before = dict.fromkeys(self._before(one) for one in self.former if describe(one) != describe(self.person))
        portrait, words = keep_in_mind(now, list(before), today=clock.today())
        return Filing(pack(portrait), frozenset(numbers_of(self.person.team_id, words)))

    def _before(self, former: Any) -> Description:
        """As it was, without what was somebody else's."""
        told = {**former.__dict__}
        for mistake in self.mistakes:
            told |= {name: "" for name, value in mistake.filled.items() if str(told.get(name)) == value}
        return describe(SimpleNamespace(**told))


def describe(source: Any, phone: str = "") -> Description:
    """Anything that has a person's own columns: the person, a row of their history, a referral."""
    called = getattr(source, "preferred_name", "")
    born = source.date_of_birth
    return Description(
        given_name=f"{source.given_name} ({called})" if called else source.given_name,
        family_name=source.family_name,
        dob=born.isoformat() if born else "",
        sex=SEXES.get(source.gender, ""),
        address_line_1=source.address_line_1,
        address_line_2=getattr(source, "address_line_2", ""),
        town=source.town,
        postcode=source.postcode,
        phone=phone,
        nhs_number=source.nhs_number,
    )


def _phones(details: Iterable[Any]) -> str:
    return ";".join(sorted({one.value for one in details if one.kind != ContactKind.EMAIL}))


def numbers_of(team_id: UUID, keys: Iterable[str]) -> Iterator[int]:
    """The same words give every team other numbers: nobody is found from another team even if row security fell."""
    salt = team_id.bytes
    for key in keys:
        digest = blake2b(key.encode(), digest_size=WIDTH, salt=salt).digest()
        yield int.from_bytes(digest, "big", signed=True)
