import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.models import CaseRecord


@pghistory.track()
class ConfirmedCircumstance(CaseRecord):
    """Something that is so of the person, because a worker confirmed it: a carer, grieving. It may be taken back.

    `name` is one of the words of the directory's conditions. What a story only suggests is never a row.
    """

    name = models.CharField(max_length=60)
    confirmed_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "name"],
                condition=models.Q(taken_back_at__isnull=True),
                name="circumstance_confirmed_once_per_case",
            )
        ]
