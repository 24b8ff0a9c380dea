"""Into which section a row of a list goes: who it seems to be, and whether that person can be rung."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.people.matching.deciding import Finding, Outcome
from linkworks.domain.people.matching.likeness import NumberLikeness

Candidates = tuple[dict[str, Any], ...]
NUMBERS_SPEAK = (NumberLikeness.CONFLICT, NumberLikeness.SAME)
NUMBER_TAKEN = "Same NHS number"
NUMBER_TAKEN_BY_ANOTHER = "Nothing else agrees: one of the two numbers is wrong"


@dataclass(frozen=True)
class Standing:
    """What is known of somebody on record that matters before they are rung."""

    has_died: bool = False
    said_no: bool = False
    has_number: bool = False


@dataclass(frozen=True)
class Sorted:
    """`person_id` is whoever the row is, or may be; nobody for somebody new. A blank decision is for people to make."""

    section: Section
    decision: str = ""
    person_id: UUID | None = None
    candidates: Candidates = ()
    reason: str = ""


def sort_known(entry: Entry, person_id: UUID, standing: Standing, candidates: Candidates = ()) -> Sorted:
    section = _before_ringing(entry, standing) or Section.SAME
    return Sorted(section, RowDecision.SAME, person_id, candidates)


def sort_new(entry: Entry) -> Sorted:
    return Sorted(_before_ringing(entry, Standing()) or Section.NEW, RowDecision.NEW)


def sort_doubtful(findings: Sequence[Finding[UUID]], hidden: Collection[UUID]) -> Sorted:
    """Two NHS numbers that differ, or one that two people of different names have, is a conflict.

    Where one of those who it may be is hidden, only who may see that one decides."""
    conflict = any(one.pair.number in NUMBERS_SPEAK for one in findings)
    section = Section.CONFLICT if conflict else Section.CLOSE
    person_id = next((one.key for one in findings if one.key in hidden), findings[0].key)
    return Sorted(section, person_id=person_id, candidates=in_words(findings))


def sort_taken(holder: UUID) -> Sorted:
    """Somebody else on record has the NHS number of the row, and nothing speaks for their being the same."""
    words = {"person": str(holder), "agreement": NUMBER_TAKEN, "caution": NUMBER_TAKEN_BY_ANOTHER, "probability": 0.0}
    return Sorted(Section.CONFLICT, person_id=holder, candidates=(words,))


def matched(findings: Sequence[Finding[UUID]]) -> UUID | None:
    return findings[0].key if findings and findings[0].outcome is Outcome.MATCH else None


def in_words(findings: Sequence[Finding[Any]], kind: str = "person") -> Candidates:
    return tuple(
        {
            kind: str(one.key),
            "agreement": one.agreement,
            "caution": one.caution,
            "probability": round(one.probability, 3),
            "pair": list(one.pair),
        }
        for one in findings
    )


def _before_ringing(entry: Entry, standing: Standing) -> Section | None:
    if entry.died_on or standing.has_died:
        return Section.DIED
    if entry.do_not_call or standing.said_no:
        return Section.DO_NOT_CALL
    if not (entry.telephones or standing.has_number):
        return Section.NO_NUMBER
    return None
