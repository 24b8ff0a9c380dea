from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.models.base import CallRecord
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.foundation.access.models import TeamRecord


@pghistory.track()
class CallScript(TeamRecord):
    """What callers say and ask, under one name; its words are in its versions."""

    web_may_delete = True  # where its only draft is thrown away

    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "name"], name="one_script_per_name")]

    def __str__(self) -> str:
        return self.name


class ScriptVersion(TeamRecord):
    """The words of a script as they stood. Once published it never changes, for answers were given to it."""

    web_may_delete = True  # while it is a draft

    script = models.ForeignKey(CallScript, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["script", "number"], name="one_version_per_number"),
            models.UniqueConstraint(
                fields=["script"], condition=Q(published_at__isnull=True), name="one_draft_per_script"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_words_stand",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.script}, version {self.number}"

    def read(self) -> Script:
        return read_script(self.content)


class ScriptAnswer(CallRecord):
    """What was given to one step in one call, kept as it is given. Changing one's mind is a later row."""

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="answers")
    token = models.UUIDField()
    version_used = models.ForeignKey(ScriptVersion, on_delete=models.PROTECT, related_name="+")
    step = models.SlugField(max_length=40)
    given: Any = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["token", "at"], name="outreach_answers")]
