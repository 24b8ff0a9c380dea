import pghistory
from django.db import models

from linkworks.domain.people.models.base import PersonRecord


@pghistory.track()
class Addition(PersonRecord):
    """What somebody's word that this is the same person brought onto a record; it can be taken back as a whole."""

    source_id = models.UUIDField()  # of the referral whose words were added
    why = models.TextField(blank=True)  # what spoke for it, as it was shown to whoever decided
    filled = models.JSONField(default=dict, blank=True)  # columns that were blank, and what was written into them
    rows = models.JSONField(default=dict, blank=True)  # ids of new rows, by the name of their model
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["source_id"], name="people_addition_source")]
