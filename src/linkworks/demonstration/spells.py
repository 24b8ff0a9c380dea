"""One case from beginning to end as it goes on paper: when people spoke, when nobody answered, when it closed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from linkworks.demonstration.arrivals import Arrival
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Colleague
from linkworks.demonstration.figures import SUPPORTED, Path
from linkworks.demonstration.stories import Story, Voice
from linkworks.domain.casework.choices import AttemptOutcome, ContactOutcome, Way
from linkworks.domain.casework.closing_summary import MeasureChange
from linkworks.domain.casework.models import Case, Contact
from linkworks.domain.people.models import Person
from linkworks.domain.referrals.models import Referral


class Place(Enum):
    """Where in the case a conversation stands."""

    FIRST = "first"
    PLAN = "plan"
    MIDDLE = "middle"
    REVIEW = "review"
    LAST = "last"


@dataclass(slots=True, kw_only=True)
class Talk:
    """A conversation. Whoever writes about it adds to its note."""

    at: datetime
    way: Way
    minutes: int
    place: Place
    by: Colleague
    booked_at: datetime | None = None
    did: list[ContactOutcome] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    next_step: str = ""
    contact: Contact | None = None

    def tell(self, *sentences: str, did: ContactOutcome | None = None) -> None:
        self.note.extend(sentence for sentence in sentences if sentence)
        if did is not None and did not in self.did:
            self.did.append(did)


@dataclass(slots=True, kw_only=True)
class Try:
    """A contact that was tried. `booked_at` is set when it was an appointment to which nobody came."""

    at: datetime
    way: Way
    outcome: AttemptOutcome
    by: Colleague
    booked_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Meeting:
    """What is to come."""

    at: datetime
    way: Way
    is_booked: bool


@dataclass(slots=True, kw_only=True)
class Spell:
    arrival: Arrival
    referral: Referral
    case: Case
    path: Path
    workers: list[tuple[datetime, Colleague, str]]
    """From when each had the case, and why; the last has it still."""
    chance: Chance
    talks: list[Talk] = field(default_factory=list)
    tries: list[Try] = field(default_factory=list)
    upcoming: Meeting | None = None
    closed_at: datetime | None = None
    held_at: datetime | None = None
    is_recorded: bool = True
    what_matters: str = ""
    goals: dict[str, list[int]] = field(default_factory=dict)
    """Each goal in their words, and the scores they gave it."""
    changes: list[MeasureChange] = field(default_factory=list)

    @property
    def person(self) -> Person:
        person = self.arrival.somebody.person
        assert person is not None  # noqa: S101 (a case is somebody's)
        return person

    @property
    def story(self) -> Story:
        return self.arrival.story

    @property
    def worker(self) -> Colleague:
        return self.workers[-1][1]

    @property
    def is_supported(self) -> bool:
        return self.path in SUPPORTED

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def voice(self) -> Voice:
        one = self.arrival.somebody
        return Voice.of(one.given_name, one.gender, self.worker.first_name)

    def worker_at(self, moment: datetime) -> Colleague:
        had = [worker for since, worker, _ in self.workers if since <= moment]
        return had[-1] if had else self.workers[0][1]

    def before(self, moment: datetime) -> datetime:
        """Soon after the last thing that happened before this moment."""
        events = [self.case.opened_at, *(talk.at for talk in self.talks), *(one.at for one in self.tries)]
        return max(event for event in events if event < moment) + timedelta(minutes=5)

    def last_sign_of_life(self) -> datetime:
        return max([self.case.opened_at, *(talk.at for talk in self.talks), *(one.at for one in self.tries)])


def places_of(number: int, *, has_ending: bool) -> Sequence[Place]:
    """Where each of so many conversations stands."""
    if number == 1:
        return [Place.FIRST]
    if not has_ending:
        return [Place.FIRST, Place.PLAN, *[Place.MIDDLE] * (number - 2)]
    middle = [Place.MIDDLE] * max(0, number - 4)
    review = [Place.REVIEW] * (number > 3)  # noqa: PLR2004 (first, plan and last come before it)
    last = [Place.LAST] * (number > 2)  # noqa: PLR2004
    return [Place.FIRST, Place.PLAN, *middle, *review, *last]
