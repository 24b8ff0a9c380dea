from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from linkworks.domain.casework.models.case import Case
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.access.models import TeamQuerySet
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


class StrikableQuerySet(TeamQuerySet):
    def standing(self) -> Self:
        """Without what was entered in error: whatever counts or compares asks for these."""
        return self.filter(struck_at__isnull=True)


class StrikableRecord(CaseRecord):
    """A row that stays, marked with who, when and why, where it turns out to have been entered in error."""

    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    struck_because = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = StrikableQuerySet.as_manager()

    class Meta:
        abstract = True
