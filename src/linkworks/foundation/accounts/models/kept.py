from django.db import models

from linkworks.foundation.accounts.models.staff import User
from linkworks.foundation.core.models import Record


class KeptTyping(Record):
    """What somebody typed into the form at `path` and has not saved: sealed, theirs alone, and gone after a week."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    path = models.CharField(max_length=500)
    sealed = models.TextField()

    class Meta:
        abstract = True


class HeldPost(KeptTyping):
    """Sent when it could not be saved: the session had locked or ended, or the record wants a reason again.

    Each is kept by itself: none replaces another.
    """

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="accounts_held_of_user")]


class Draft(KeptTyping):
    """Sent by the page while it was being typed: the newest replaces the one before."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="one_draft_for_a_form")]
