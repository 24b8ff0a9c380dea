import pghistory
from django.db import models

from linkworks.domain.directory.choices import ToldAbout, ToldBy, ToldEnd
from linkworks.domain.directory.models.service import Service
from linkworks.foundation.access.models import TeamRecord


@pghistory.track()
class EntryAsk(TeamRecord):
    """An email that asked an organisation whether its entry is right, with a link that answers it once."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=150)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "service", "asked_at"], name="directory_asks")]


# Who told is forgotten once it is settled, so history never learns it.
@pghistory.track(exclude=["teller_name", "teller_contact"])
class ToldChange(TeamRecord):
    """Somebody told us that an entry is no longer right: in words, or as values that they propose, or both.

    It waits until a worker settles it. `teller_name` and `teller_contact` are emptied then.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    told_by = models.CharField(max_length=12, choices=ToldBy.choices)
    about = models.CharField(max_length=12, choices=ToldAbout.choices, default=ToldAbout.OTHER)
    words = models.TextField(blank=True)
    teller_name = models.CharField(max_length=150, blank=True)
    teller_contact = models.CharField(max_length=250, blank=True)
    told_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=150, blank=True)
    ended = models.CharField(max_length=12, choices=ToldEnd.choices, blank=True)
    set_aside_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True, ended="")
                | models.Q(settled_at__isnull=False, teller_name="", teller_contact="") & ~models.Q(ended=""),
                name="once_settled_the_teller_is_forgotten",
            )
        ]
        indexes = [
            models.Index(
                fields=["team", "service"], condition=models.Q(settled_at__isnull=True), name="directory_told_changes"
            )
        ]


@pghistory.track()
class ProposedValue(TeamRecord):
    """What an entry should say in one of the columns of `facts.COLUMNS`, in the opinion of whoever told it."""

    told = models.ForeignKey(ToldChange, on_delete=models.PROTECT, related_name="values")
    column = models.CharField(max_length=30)
    value = models.JSONField()
    is_accepted = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["told", "column"], name="one_proposal_per_column")]
