from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.db import models

from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


class CallRecord(PersonRecord):
    """Something written in one call, once: build rows with `in_call`. Each kind has its own `contact` and `token`."""

    append_only = True

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        abstract = True

    @classmethod
    def in_call(cls, contact: CampaignContact, actor: Actor, token: UUID, **values: Any) -> Self:
        """An unsaved row about this person, written now by this actor."""
        return cls(
            team_id=contact.team_id,
            person_id=contact.person_id,
            contact=contact,
            token=token,
            by_id=actor.own_id,
            at=clock.now(),
            **values,
        )
