"""From a name to a campaign that rings."""

from django.db import transaction

from linkworks.domain.outreach.actions.defaults import write_defaults
from linkworks.domain.outreach.actions.rules import hold_rules
from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import Campaign, NeedType, ScriptVersion
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.scripts.reading import needs_of
from linkworks.domain.outreach.selectors.rules import get_rules
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.words import listed

UNKNOWN_NEEDS = (
    "This campaign does not know what to do about {needs}, which this script asks after. Add it to its needs."
)


@transaction.atomic
def create_campaign(actor: Actor, *, name: str, purpose: str, telephone: str) -> Campaign:
    """It begins with the shipped rules, and rings nobody before it is opened."""
    require(may_run_campaigns, actor)
    _insist_on_a_name_of_its_own(actor, name)
    campaign = Campaign(team_id=actor.own_team, name=name, purpose=purpose, telephone=telephone)
    campaign.save()
    write_defaults(campaign)
    record(actor, "campaign.created", subject=campaign, campaign=campaign.pk)
    return campaign


@transaction.atomic
def describe_campaign(
    actor: Actor, *, campaign: Campaign, name: str, purpose: str, telephone: str, expected_version: int | None = None
) -> None:
    """What it is called, what it is for, and where a call can be checked."""
    hold_rules(actor, campaign, expected_version)
    _insist_on_a_name_of_its_own(actor, name, but=campaign)
    campaign.change(name=name, purpose=purpose, telephone=telephone)
    record(actor, "campaign.described", subject=campaign, campaign=campaign.pk)


@transaction.atomic
def choose_script(
    actor: Actor, *, campaign: Campaign, script: ScriptVersion, expected_version: int | None = None
) -> None:
    """Calls that are under way go on with it. Refused for a draft, and where a need would find nobody who knows it."""
    hold_rules(actor, campaign, expected_version)
    if script.published_at is None:
        raise Refused("Publish this script first: its words could still change during a call.", "script")
    known = set(NeedType.objects.filter(campaign=campaign).values_list("code", flat=True))
    if unknown := needs_of(script.read()) - known:
        raise Refused(UNKNOWN_NEEDS.format(needs=listed(sorted(unknown))), "script")
    campaign.change(script=script)
    record(actor, "campaign.script_chosen", subject=campaign, campaign=campaign.pk, script=script.pk)


@transaction.atomic
def open_campaign(actor: Actor, *, campaign: Campaign, expected_version: int | None = None) -> None:
    """From now on callers are given people to ring, in the hours of the campaign. It may be opened again after a pause.

    Refused with everything that is wrong with its rules.
    """
    hold_rules(actor, campaign, expected_version)
    if campaign.state == CampaignState.OPEN:
        raise Refused("This campaign is open already.")
    if wrong := get_rules(actor, campaign).wrong:
        raise Refused("This campaign cannot open yet. " + " ".join(wrong))
    campaign.change(state=CampaignState.OPEN, opened_at=campaign.opened_at or clock.now())
    record(actor, "campaign.opened", subject=campaign, campaign=campaign.pk)


@transaction.atomic
def pause_campaign(actor: Actor, *, campaign: Campaign, expected_version: int | None = None) -> None:
    """Nobody is handed out any more; whoever is on the line is talked to and saved as ever."""
    hold_rules(actor, campaign, expected_version)
    if campaign.state != CampaignState.OPEN:
        raise Refused("This campaign is not open.")
    campaign.change(state=CampaignState.PAUSED)
    record(actor, "campaign.paused", subject=campaign, campaign=campaign.pk)


def _insist_on_a_name_of_its_own(actor: Actor, name: str, but: Campaign | None = None) -> None:
    same = Campaign.objects.visible_to(actor).filter(name=name)
    if same.exclude(pk=but.pk if but else None).exists():
        raise Refused("There is a campaign of this name already. Give this one another.", "name")
