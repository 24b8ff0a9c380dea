"""Who is doing this? Every selector and every action asks first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from linkworks.foundation.core.errors import NotAllowed


class ActorKind(StrEnum):
    STAFF = "staff"
    SYSTEM = "system"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of staff at work for one team, a named system job for one team, or nobody.

    `role` is a value of `accounts.choices.Role`, empty for jobs and strangers.
    `sees_people` says whether the row security of the database lets this actor see anybody at all; `only_person`,
    where it is set, that it is this one and nobody else.
    """

    kind: ActorKind
    name: str
    team_id: UUID | None = None
    user_id: UUID | None = None
    role: str = ""
    sees_people: bool = False
    only_person: UUID | None = None

    @classmethod
    def system(cls, job: str, team_id: UUID | None) -> Self:
        return cls(kind=ActorKind.SYSTEM, name=job, team_id=team_id, sees_people=True)

    @classmethod
    def nobody(cls) -> Self:
        return cls(kind=ActorKind.NOBODY, name="somebody who has not signed in")

    @property
    def own_team(self) -> UUID:
        """The team this actor is at work for. Raises NotAllowed for whoever is at work for none."""
        if self.team_id is None:
            raise NotAllowed
        return self.team_id

    @property
    def own_id(self) -> UUID:
        """The user this actor is. Raises NotAllowed for jobs and strangers."""
        if self.user_id is None:
            raise NotAllowed
        return self.user_id

    @property
    def is_staff(self) -> bool:
        return self.kind is ActorKind.STAFF

    @property
    def is_system(self) -> bool:
        return self.kind is ActorKind.SYSTEM
