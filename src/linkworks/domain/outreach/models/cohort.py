from typing import Any

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import CohortState, Difference, RowDecision, Section
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.people.models import Person, PersonRecord
from linkworks.foundation.access.models import TeamRecord


class ListMapping(TeamRecord):
    """What a sender's headings meant the last time: a column, or blank for one that is used for nothing."""

    sender = models.CharField(max_length=120)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "sender"], name="one_mapping_per_sender")]


@pghistory.track()
class CohortImport(TeamRecord):
    """A list of people that somebody sent for a campaign, on its way in.

    `headings` are as they stand in the sheet, and `columns` what each is, in the same order. `previous` is the same
    sender's list that this one is compared with: what is unchanged since needs no second decision. `counts` are rows by
    section. After `delete_by` the rows are erased; the people who came with them stay as long as their records do.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="imports")
    sender = models.CharField(max_length=120)
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    source = models.CharField(max_length=300)
    purpose = models.CharField(max_length=300)
    legal_basis = models.CharField(max_length=300)
    delete_by = models.DateField()

    state = models.CharField(max_length=10, choices=CohortState.choices, default=CohortState.COLUMNS)
    stopped_because = models.CharField(max_length=300, blank=True)
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list, blank=True)
    size = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict, blank=True)
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

    sent_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    matched_at = models.DateTimeField(null=True, blank=True)
    committed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["campaign", "-created_at"], name="outreach_imports")]

    def __str__(self) -> str:
        return f"{self.file_name} from {self.sender}"


class CohortRow(PersonRecord):
    """One row of a list: the cells as they came, what was read, who it may be, what was decided, what became of it.

    `person` is whoever the row is about, or may be about: from whoever that person is hidden, the row is hidden too.
    `candidates` are [{"person" or "row", "agreement", "caution", "probability", "pair"}], likeliest first; `pair` is
    the engine's comparison, where there is one. `keys` are numbers that two rows of one person would share. `problems`
    are [heading, sentence]. A row of the section "gone" was in the sender's former list, and has no cells in this one.
    `ended_step_id` is the `LadderStep` that ended because the row had a number to ring.
    """

    web_may_delete = True

    person = models.ForeignKey(  # type: ignore[assignment]
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    batch = models.ForeignKey(CohortImport, on_delete=models.PROTECT, related_name="rows", db_index=False)
    number = models.PositiveIntegerField()  # as the sender's program counts them; the headings have one too
    came: Any = models.JSONField(default=list)
    entry: Any = models.JSONField(default=dict)
    problems: Any = models.JSONField(default=list, blank=True)
    row_hash = models.CharField(max_length=32, blank=True)
    keys = ArrayField(models.BigIntegerField(), default=list, blank=True)

    section = models.CharField(max_length=11, choices=Section.choices, blank=True)
    difference = models.CharField(max_length=9, choices=Difference.choices, blank=True)
    candidates: Any = models.JSONField(default=list, blank=True)
    repeat_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)

    decision = models.CharField(max_length=9, choices=RowDecision.choices, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    contact = models.ForeignKey(CampaignContact, null=True, on_delete=models.PROTECT, related_name="cohort_rows")
    registered = models.BooleanField(default=False)  # the person's record was begun by this row
    joined = models.BooleanField(default=False)  # the person came into the campaign by this row
    ended_step_id = models.UUIDField(null=True, blank=True)
    committed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="one_row_per_number"),
            models.CheckConstraint(
                condition=~Q(decision=RowDecision.LEAVE_OUT) | ~Q(reason=""), name="left_out_with_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "section", "number"], name="outreach_rows_by_section"),
            models.Index(fields=["batch", "row_hash"], name="outreach_rows_by_hash"),
            # The few that somebody must look at, or that come after others, among millions that neither holds for.
            models.Index(
                fields=["batch", "section", "number"],
                condition=Q(decision="") & ~Q(section=""),
                name="outreach_rows_to_decide",
            ),
            models.Index(fields=["batch", "number"], condition=~Q(problems=[]), name="outreach_rows_with_problems"),
            models.Index(
                fields=["batch", "number"], condition=Q(decision=RowDecision.REPEAT), name="outreach_rows_repeating"
            ),
        ]
