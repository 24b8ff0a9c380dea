from dataclasses import dataclass

from linkworks.domain.people.models import Person
from linkworks.foundation.access.models import RecordOpening

Reason = RecordOpening.Reason


@dataclass(frozen=True)
class OpeningPage:
    """Enough to know the right person by, and the reasons that one tap gives."""

    who: str
    title: str = "Why are you opening this record?"
    reasons: tuple[tuple[str, str], ...] = tuple((r.value, r.label) for r in Reason if r != Reason.OTHER)
    other: str = Reason.OTHER.value

    @classmethod
    def of(cls, person: Person) -> "OpeningPage":
        born = f", born {person.date_of_birth.year}" if person.date_of_birth else ""
        return cls(who=f"{person.full_name}{born}")
