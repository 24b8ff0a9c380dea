from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.models import CaseRecord
from linkworks.domain.onward.choices import SheetState
from linkworks.foundation.core import clock


@pghistory.track(exclude=["sealed_token"])
class OptionsSheet(CaseRecord):
    """What the person keeps: some of their options in plain words, on paper and on a page that a link opens.

    The columns from `sealed_token` on are about the newest link alone. Its secret is kept sealed, so that the worker
    can show and print it again; the link itself keeps only a hash. `wrong_years_at` are the tries that did not open it.
    """

    made_at = models.DateTimeField()
    sealed_token = models.TextField(blank=True)
    handed_out_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    first_opened_at = models.DateTimeField(null=True, blank=True)
    last_opened_at = models.DateTimeField(null=True, blank=True)
    wrong_years_at: "ArrayField[Any, Any]" = ArrayField(models.DateTimeField(), default=list, blank=True)
    was_shut = models.BooleanField(default=False)
    texted_at = models.DateTimeField(null=True, blank=True)
    text_id = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["team", "expires_at"],
                condition=models.Q(first_opened_at__isnull=True),
                name="onward_sheet_unread",
            )
        ]

    @property
    def state(self) -> SheetState:
        if self.handed_out_at is None or self.expires_at is None:
            return SheetState.MADE
        if self.revoked_at is not None:
            return SheetState.SHUT if self.was_shut else SheetState.REVOKED
        if self.expires_at <= clock.now():
            return SheetState.ENDED if self.first_opened_at else SheetState.ENDED_UNREAD
        return SheetState.OPENED if self.first_opened_at else SheetState.OUT

    @property
    def from_name(self) -> str:
        """The first name of whoever made it: all that the sheet says of where it comes from."""
        return self.by.name.split(" ", maxsplit=1)[0] if self.by else ""

    @property
    def has_link(self) -> bool:
        """Whether its link works now."""
        return self.state in (SheetState.OUT, SheetState.OPENED)


@pghistory.track()
class SheetEntry(CaseRecord):
    """One option on a sheet, in words that the worker may mend. A blank part is left out.

    A delicate one (drugs, alcohol, abuse, sexual health) is there because the person asked for it to be: `asked_for`.
    """

    sheet = models.ForeignKey(OptionsSheet, on_delete=models.PROTECT, related_name="entries")
    option = models.ForeignKey("onward.Option", on_delete=models.PROTECT, related_name="sheet_entries")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    what = models.TextField(blank=True)
    times = models.TextField(blank=True)
    place = models.TextField(blank=True)
    getting_there = models.TextField(blank=True)
    ask_for = models.TextField(blank=True)
    first_time = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    joining = models.TextField(blank=True)
    is_delicate = models.BooleanField(default=False)
    asked_for = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "option"], name="option_once_per_sheet"),
            models.CheckConstraint(
                condition=models.Q(is_delicate=False) | models.Q(asked_for=True), name="delicate_only_when_asked_for"
            ),
        ]
