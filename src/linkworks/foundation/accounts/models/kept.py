from django.db import models

from linkworks.foundation.accounts.models.staff import User
from linkworks.foundation.core.models import Record


class HeldPost(Record):
    """What somebody sent from a page after their session had locked: sealed, theirs alone, and gone after a week."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    sealed = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="accounts_held_of_user")]


class Draft(Record):
    """What somebody is typing into one field of one page, saved every few seconds: sealed, and theirs alone."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    path = models.CharField(max_length=500)
    field = models.CharField(max_length=100)
    sealed = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path", "field"], name="one_draft_for_a_field")]
