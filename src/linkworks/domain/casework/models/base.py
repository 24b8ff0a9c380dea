from django.conf import settings
from django.db import models

from linkworks.domain.casework.models.case import Case
from linkworks.domain.people.models import PersonRecord


class CaseRecord(PersonRecord):
    """A row of a case. `person` is always the case's person: actions build rows with `on_case(case)`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True
