from typing import Any, Self

from django.db import models

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.models import Record
from linkworks.foundation.core.row_scope import RowScope


def leads(actor: Actor) -> bool:
    """Sees what is kept for the lead's eyes; so do the jobs that remind them."""
    return actor.sees_people and (actor.is_system or actor.role == Role.TEAM_LEAD)


class TeamQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """The rows of the actor's team; rows about people only for those who work with people."""
        scope: RowScope = self.model.row_scope
        if actor.team_id is None or (scope is not RowScope.TEAM and not actor.sees_people):
            return self.none()
        rows = self.filter(team_id=actor.team_id)
        if scope is RowScope.TEAM:
            return rows
        if scope is RowScope.LEAD and not leads(actor):
            rows = rows.filter(lead_id=actor.user_id)
        only = {getattr(self.model, "person_column", "person_id"): actor.only_person} if actor.only_person else {}
        return rows.filter(**only)


class TeamRecord(Record):
    """A row that belongs to a team and is invisible to every other."""

    row_scope = RowScope.TEAM

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = TeamQuerySet.as_manager()

    class Meta:
        abstract = True


class RecordOpening(TeamRecord):
    """Why somebody opened a record outside their caseload; good for the day it was said."""

    row_scope = RowScope.PERSON

    class Reason(models.TextChoices):
        COVERING = "covering", "Covering for a colleague"
        ON_DUTY = "on_duty", "On duty"
        CLIENT_RANG = "client_rang", "The client rang"
        OTHER = "other", "Another reason"

    person_id = models.UUIDField()
    user_id = models.UUIDField()
    on_day = models.DateField()
    reason = models.CharField(max_length=12, choices=Reason.choices)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_id", "user_id", "on_day"], name="one_reason_per_person_and_day")
        ]


class SignedLink(Record):
    """Turns a secret in an address into one thing that its holder may see or do. Outside row security: it names no one.

    Only the hash of the secret is kept.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    team_id = models.UUIDField()
    purpose = models.CharField(max_length=40)
    object_id = models.UUIDField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)


class AddressCount(models.Model):
    """How often one network address did one sort of thing in one stretch of time. The address itself is not kept."""

    key = models.CharField(max_length=64, primary_key=True)
    times = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)
