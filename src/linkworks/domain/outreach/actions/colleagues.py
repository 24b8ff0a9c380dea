"""A caller asks for somebody: the leads are told at once, and see it until one of them answers."""

from django.db import transaction

from linkworks.domain.outreach.actions.letters import write_to_leads
from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.models import CallerShift, Campaign, CampaignContact, ColleagueAsked
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.outreach.selectors.holds import held_by, queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

LETTERS = {
    ColleagueFor.NOW: (
        "A caller needs you now",
        "{caller} has somebody on the line in “{campaign}” and asks for a colleague now. Who it is stands in "
        "Linkworks: choose Calls, then Callers.",
    ),
    ColleagueFor.TALK: (
        "A caller would like to talk",
        "{caller} has had a hard call in “{campaign}” and would like to talk to somebody. Ring them when you can, and "
        "say so in Linkworks: choose Calls, then Callers.",
    ),
}


@transaction.atomic
def ask_for_colleague(actor: Actor, *, what_for: ColleagueFor) -> ColleagueAsked:
    """Asking again before somebody has answered changes nothing."""
    require(may_ring, actor)
    standing = ColleagueAsked.objects.filter(by_id=actor.own_id, what_for=what_for, answered_at__isnull=True).first()
    if standing:
        return standing  # type: ignore[no-any-return]
    held = held_by(actor)
    asked = ColleagueAsked(
        team_id=actor.own_team,
        by_id=actor.own_id,
        campaign=_campaign(actor),
        what_for=what_for,
        token=held.token if held else None,
    )
    asked.save()
    _tell_leads(actor, asked)
    record(actor, "colleague.asked_for", subject=asked, campaign=asked.campaign_id, what_for=what_for)
    return asked


@transaction.atomic
def answer_colleague(actor: Actor, *, asked: ColleagueAsked) -> None:
    """The actor sees to it. Who was first, was first."""
    require(may_run_campaigns, actor)
    if asked.answered_at is None:
        asked.change(answered_at=clock.now(), answered_by_id=actor.own_id)
        record(actor, "colleague.answered", subject=asked, campaign=asked.campaign_id, what_for=asked.what_for)


def _campaign(actor: Actor) -> Campaign:
    """That of the call; without one, the campaign for which the caller rang last."""
    with acting(queue(actor)):
        held = CampaignContact.objects.filter(holder_id=actor.own_id).select_related("campaign").first()
        if held:
            return held.campaign  # type: ignore[no-any-return]
    shifts = CallerShift.objects.visible_to(actor).filter(user_id=actor.own_id).select_related("campaign")
    newest = shifts.order_by("-seen_at").first()
    if newest is None:
        raise Refused("Begin to ring for a campaign first: then a colleague is there for you.")
    return newest.campaign  # type: ignore[no-any-return]


def _tell_leads(actor: Actor, asked: ColleagueAsked) -> None:
    subject, body = LETTERS[ColleagueFor(asked.what_for)]
    with acting(queue(actor)):
        write_to_leads(actor, subject, body.format(caller=actor.name, campaign=asked.campaign.name))
