"""What everybody who writes a part of the demonstration needs at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Crew
from linkworks.demonstration.days import Diary, at
from linkworks.demonstration.log import Log
from linkworks.demonstration.rows import Rows
from linkworks.demonstration.stories import Wording
from linkworks.domain.casework.models import Case, CaseRecord
from linkworks.domain.directory.models import Service
from linkworks.foundation.accounts.models import User


@dataclass(slots=True)
class Tally:
    """What has been done so far, to keep to the figures."""

    contacts: int = 0
    onward: int = 0
    signposts: int = 0


@dataclass(slots=True)
class World:
    """`services` are by their name in the catalogue. Nothing that has happened lies on `day` or after it."""

    day: date
    chance: Chance
    rows: Rows
    log: Log
    crew: Crew
    services: Mapping[str, Service]
    wording: Wording
    meeting_places: Sequence[str]
    diary: Diary = field(default_factory=Diary)
    tally: Tally = field(default_factory=Tally)

    @property
    def midnight(self) -> datetime:
        return at(self.day, 0)

    def is_past(self, moment: datetime) -> bool:
        return moment < self.midnight

    def days_ago(self, number: int) -> date:
        return self.day - timedelta(days=number)

    def on_case(self, model: type[Any], case: Case, by: User | None, made_at: datetime, **values: Any) -> Any:
        """A row of a case, as `CaseRecord.on` would make it."""
        assert issubclass(model, CaseRecord)  # noqa: S101 (others have no case)
        return self.rows.add(
            model,
            made_at,
            team_id=case.team_id,
            person_id=case.person_id,
            case=case,
            by_id=by.pk if by else None,
            **values,
        )
