"""What may go wrong between a person and a rule. Pages turn these into sentences and status codes."""

from uuid import UUID


class LinkworksError(Exception):
    """Base of all errors that the rules raise on purpose."""


class NotFound(LinkworksError):
    """There is no such record, or it is not this actor's to see: the two look the same."""


class NotAllowed(LinkworksError):
    """The actor may see the record but may not do this to it."""


class ReasonNeeded(LinkworksError):
    """The record is the team's but outside the actor's caseload: it opens when they say why."""

    def __init__(self, person_id: UUID) -> None:
        super().__init__("A reason is needed to open this record.")
        self.person_id = person_id


class Refused(LinkworksError):
    """A rule says no. `message` is a sentence that says how to mend it; `field` names the form field it is about."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Conflict(LinkworksError):
    """Somebody else changed the record since this actor opened it."""

    def __init__(self, message: str = "Somebody else changed this while you were working on it.") -> None:
        super().__init__(message)
        self.message = message
