"""When a campaign may ring."""

from collections.abc import Sequence

from django.db import transaction

from linkworks.domain.outreach.actions.rules import hold_rules
from linkworks.domain.outreach.models import CallingWindow, Campaign
from linkworks.domain.outreach.rules import NO_WINDOWS, problems_of_hours
from linkworks.domain.outreach.windows import Span
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def set_windows(actor: Actor, *, campaign: Campaign, spans: Sequence[Span], expected_version: int | None) -> None:
    """The hours of the whole week. Refused with the name of the weekday's field, `day_1` for Monday."""
    hold_rules(actor, campaign, expected_version)
    for weekday, sentence in problems_of_hours(spans):
        raise Refused(sentence, f"day_{weekday}")
    if not spans:
        raise Refused(NO_WINDOWS)
    standing = CallingWindow.objects.visible_to(actor).filter(campaign=campaign)
    kept = {Span(window.weekday, window.opens, window.closes): window for window in standing}
    standing.filter(pk__in=[window.pk for span, window in kept.items() if span not in spans]).delete()
    CallingWindow.objects.bulk_create(
        CallingWindow(
            team_id=campaign.team_id, campaign=campaign, weekday=span.weekday, opens=span.opens, closes=span.closes
        )
        for span in spans
        if span not in kept
    )
    record(actor, "campaign.hours_changed", subject=campaign, campaign=campaign.pk)
