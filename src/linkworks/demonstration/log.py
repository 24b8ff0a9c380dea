"""Marks of what was done and looked at, on the days on which it was."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.rows import Rows
from linkworks.foundation.accounts.models import Team, User
from linkworks.foundation.audit.models import ChangeEntry, ViewEntry
from linkworks.foundation.audit.registry import EVENTS
from linkworks.foundation.core.actor import ActorKind

BY_ITSELF = "public form"


class Log:
    def __init__(self, rows: Rows, team: Team, chance: Chance) -> None:
        self._rows = rows
        self._team = team
        self._chance = chance.of("requests")

    def change(
        self, by: User | None, event: str, when: datetime, subject: Model, person_id: UUID | None, **keys: Any
    ) -> None:
        """Raises ValueError when the event is not one that the application would have written."""
        self._rows.put(
            ChangeEntry,
            at=when,
            **about(event, keys),
            subject_type=subject._meta.label_lower,
            subject_id=subject.pk,
            person_id=person_id,
            **self._who(by),
        )

    def look(self, by: User, page: str, when: datetime, person_ids: Sequence[UUID], reason: str = "") -> None:
        self._rows.put(ViewEntry, at=when, page=page, person_ids=list(person_ids), reason=reason, **self._who(by))

    def _who(self, by: User | None) -> dict[str, Any]:
        return {
            "team_id": self._team.pk,
            "actor_kind": ActorKind.STAFF if by else ActorKind.SYSTEM,
            "actor_user_id": by.pk if by else None,
            "actor_name": by.name if by else BY_ITSELF,
            "request_id": self._chance.uuid().hex,
        }


def about(event: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    """Raises ValueError when the event is not one that the application would have written."""
    declared = EVENTS.get(event)
    if declared is None or declared.keys != keys.keys():
        raise ValueError(f"The event {event} does not take {sorted(keys)}.")
    return {"event": event, "keys": {name: _plain(value) for name, value in keys.items()}}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | float) else str(value)
