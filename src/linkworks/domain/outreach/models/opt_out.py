import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import OptOutFrom
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.domain.people.choices import GivenHow
from linkworks.domain.people.models import PersonRecord


@pghistory.track()
class OptOut(PersonRecord):
    """Somebody asked not to be rung again: in one campaign, or in any.

    Or we were told that they have died, and hold everything back until a lead has said whether it is so. It is never
    taken away: whoever changes their mind has it withdrawn, with who asked for that (`asked_by`), how, when and why.
    """

    from_what = models.CharField(max_length=8, choices=OptOutFrom.choices)
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    is_for_death = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_words = models.CharField(max_length=300, blank=True)
    asked_by = models.CharField(max_length=120, blank=True)
    asked_how = models.CharField(max_length=11, choices=GivenHow.choices, blank=True)
    asked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(from_what=OptOutFrom.ALL, campaign__isnull=True)
                | Q(from_what=OptOutFrom.CAMPAIGN, campaign__isnull=False),
                name="outreach_opt_out_from_one_or_all",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, asked_on__isnull=False)
                & ~Q(withdrawn_words="")
                & ~Q(asked_by="")
                & ~Q(asked_how=""),
                name="whoever_withdraws_it_says_who_asked_and_why",
            ),
        ]


def opted_out(person: str, campaign: str) -> str:
    """Whether an opt-out of this person holds in this campaign, as SQL that names the two ids; with row security.

    Asked row by row: without `OFFSET 0` PostgreSQL would ask it of a whole queue at once to find its head.
    """
    return f"""EXISTS (SELECT FROM outreach_optout o WHERE o.person_id = {person} AND o.withdrawn_at IS NULL
        AND (o.campaign_id IS NULL OR o.campaign_id = {campaign}) OFFSET 0)"""  # nosec B608 (names of ours)
