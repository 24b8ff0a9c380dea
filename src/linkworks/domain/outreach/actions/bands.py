"""Who is rung first: the bands of a campaign, the one with the longest head start in the first place."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from linkworks.domain.outreach.actions.rules import hold_rules
from linkworks.domain.outreach.models import Campaign, CampaignContact, PriorityBand
from linkworks.domain.outreach.models.contact import CALLABLE
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

SAME_NAME = "There is a band of this name already. Give this one another."
NOT_EMPTY = "There are people in “{name}”, so it stays. Change what it is called or how soon it is rung instead."
LAST_ONE = "This is the only band. Add another before you take it away."
OUT_OF_THE_WAY = 1000  # no campaign has as many bands


@transaction.atomic
def add_band(
    actor: Actor,
    *,
    campaign: Campaign,
    name: str,
    head_start: timedelta,
    most_tries: int,
    spacing: timedelta,
    rings_once_more: bool,
    expected_version: int | None = None,
) -> PriorityBand:
    hold_rules(actor, campaign, expected_version)
    _insist_on_a_name_of_its_own(campaign, name)
    band = PriorityBand(
        team_id=campaign.team_id,
        campaign=campaign,
        place=OUT_OF_THE_WAY,
        name=name,
        head_start=head_start,
        most_tries=most_tries,
        spacing=spacing,
        rings_once_more=rings_once_more,
    )
    band.save()
    _put_in_order(campaign)
    record(actor, "campaign.band_added", subject=band, campaign=campaign.pk)
    return band


@transaction.atomic
def change_band(
    actor: Actor,
    *,
    band: PriorityBand,
    name: str,
    head_start: timedelta,
    most_tries: int,
    spacing: timedelta,
    rings_once_more: bool,
    expected_version: int | None = None,
) -> None:
    """Whoever waits in it moves up or down at once. `expected_version` is that of the campaign."""
    hold_rules(actor, band.campaign, expected_version)
    _insist_on_a_name_of_its_own(band.campaign, name, but=band)
    waiting = CampaignContact.objects.filter(band=band, state__in=CALLABLE, is_promised=False)
    waiting.update(rank_at=F("rank_at") + (band.head_start - head_start))
    band.change(
        name=name,
        head_start=head_start,
        most_tries=most_tries,
        spacing=spacing,
        rings_once_more=rings_once_more,
    )
    _put_in_order(band.campaign)
    record(actor, "campaign.band_changed", subject=band, campaign=band.campaign_id)


@transaction.atomic
def remove_band(actor: Actor, *, band: PriorityBand, expected_version: int | None = None) -> None:
    hold_rules(actor, band.campaign, expected_version)
    if CampaignContact.objects.filter(band=band).exists():
        raise Refused(NOT_EMPTY.format(name=band.name))
    if not PriorityBand.objects.filter(campaign=band.campaign).exclude(pk=band.pk).exists():
        raise Refused(LAST_ONE)
    record(actor, "campaign.band_removed", subject=band, campaign=band.campaign_id)
    band.delete()


def _insist_on_a_name_of_its_own(campaign: Campaign, name: str, but: PriorityBand | None = None) -> None:
    same = PriorityBand.objects.filter(campaign=campaign, name__iexact=name)
    if same.exclude(pk=but.pk if but else None).exists():
        raise Refused(SAME_NAME, "name")


def _put_in_order(campaign: Campaign) -> None:
    """No two stand in one place at any moment, not even while they change places."""
    bands = PriorityBand.objects.filter(campaign=campaign)
    in_order = list(bands.order_by("-head_start", "place"))
    bands.update(place=F("place") + OUT_OF_THE_WAY)
    for place, band in enumerate(in_order, start=1):
        bands.filter(pk=band.pk).update(place=place)
