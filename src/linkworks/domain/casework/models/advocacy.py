import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.models.base import CaseRecord


@pghistory.track()
class ResearchTask(CaseRecord):
    """Something that came up in conversation, to look into; and what was found."""

    at = models.DateTimeField()
    question = models.CharField(max_length=300)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    found = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    found_at = models.DateTimeField(null=True, blank=True)


@pghistory.track()
class Advocacy(CaseRecord):
    """Speaking up for the person: about what, with whom, on what authority. `result` repeats the last step's."""

    at = models.DateTimeField()
    about = models.CharField(max_length=300)
    with_whom = models.CharField(max_length=200)
    authority = models.CharField(max_length=300)
    position = models.TextField()
    deadline = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=10, choices=AdvocacyResult.choices, blank=True)


class AdvocacyStep(CaseRecord):
    """One thing done or heard; the last one says how it ended. Never changed."""

    append_only = True

    advocacy = models.ForeignKey(Advocacy, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField()
    words = models.TextField()
    result = models.CharField(max_length=10, choices=AdvocacyResult.choices, blank=True)
