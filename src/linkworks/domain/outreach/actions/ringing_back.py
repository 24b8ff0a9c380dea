"""A resident asks whether a call was ours."""

from datetime import datetime

from django.db import transaction

from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.selectors.ringing_back import when_we_rang
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def check_call(actor: Actor, *, campaign: Campaign, code: str, who: str) -> datetime | None:
    """When we rang, or None. That it was asked is written down: somebody who guesses asks often."""
    rang_at = when_we_rang(actor, campaign, code=code, who=who)
    record(actor, "call.checked", subject=campaign, campaign=campaign.pk, was_ours=rang_at is not None)
    return rang_at
