"""What this app puts on My day."""

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.presenters.callers import WaitingCallers
from linkworks.domain.outreach.selectors.my_day import get_call_day
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.panels import Shared
from linkworks.foundation.design.parts import Link


def on_the_line(actor: Actor, shared: Shared) -> Link | None:
    """A call that was not saved, for whoever begins the day elsewhere than with calls."""
    if not may_ring(actor) or not shared.of(get_call_day).held:
        return None
    return Link("Go back to your call", reverse("outreach:line"))


def waiting_callers(actor: Actor, shared: Shared) -> WaitingCallers | None:
    asked = shared.of(get_call_day).asked
    if not asked:
        return None
    return WaitingCallers(
        lines=tuple(f"{one.by_name} {ColleagueFor(one.what_for).label.lower()}." for one in asked),
        href=reverse("outreach:callers"),
        is_urgent=any(one.what_for == ColleagueFor.NOW for one in asked),
    )
