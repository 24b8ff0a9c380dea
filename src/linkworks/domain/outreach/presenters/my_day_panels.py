"""What this app puts on My day."""

from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.callers import WaitingCallers
from linkworks.domain.outreach.selectors.callers import list_asked
from linkworks.foundation.core.actor import Actor


def waiting_callers(actor: Actor, subject: Any) -> WaitingCallers | None:
    if not may_run_campaigns(actor):
        return None
    asked = list(list_asked(actor))
    if not asked:
        return None
    return WaitingCallers(
        lines=tuple(f"{one.by.name} {ColleagueFor(one.what_for).label.lower()}." for one in asked),
        href=reverse("outreach:callers"),
        is_urgent=any(one.what_for == ColleagueFor.NOW for one in asked),
    )
