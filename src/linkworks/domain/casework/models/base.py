from typing import Any, Self

from django.conf import settings
from django.db import models

from linkworks.domain.casework.models.case import Case
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.core.actor import Actor


class CaseRecord(PersonRecord):
    """A row of a case. `person` is always the case's person, and `by` whoever wrote it: build rows with `on`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True

    @classmethod
    def on(cls, case: Case, actor: Actor, **values: Any) -> Self:
        """An unsaved row on this case, written by this actor."""
        return cls(team_id=case.team_id, person_id=case.person_id, case=case, by_id=actor.user_id, **values)
