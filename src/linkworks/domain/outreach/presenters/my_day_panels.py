"""What this app puts on My day."""

from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.outreach.presenters.callers import WaitingCallers
from linkworks.domain.outreach.selectors.callers import list_asked
from linkworks.domain.outreach.selectors.holds import held_by
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link


def on_the_line(actor: Actor, subject: Any) -> Link | None:
    """A call that was not saved, for whoever begins the day elsewhere than with calls."""
    if not may_ring(actor) or held_by(actor) is None:
        return None
    return Link("Go back to your call", reverse("outreach:line"))


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
