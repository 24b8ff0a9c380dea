"""Who helps with what: rows that a coordinator keeps."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from linkworks.domain.outreach.actions.rules import hold_rules
from linkworks.domain.outreach.choices import Urgency
from linkworks.domain.outreach.models import Campaign, NeedRoute, NeedType, Provider
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.need_lists import list_clocks, list_need_types
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode


@transaction.atomic
def save_provider(actor: Actor, *, provider: Provider | None, name: str, email: str, telephone: str) -> Provider:
    """A new one where `provider` is None."""
    require(may_run_campaigns, actor)
    if not (email or telephone):
        raise Refused("Give an e-mail address or a telephone number, so that they can be asked.", "email")
    others = Provider.objects.visible_to(actor).filter(name=name.strip())
    if others.exclude(pk=provider.pk if provider else None).exists():
        raise Refused("There is somebody of this name already.", "name")
    said: dict[str, Any] = {"name": name.strip(), "email": email, "telephone": telephone}
    if provider is None:
        provider = Provider(team_id=actor.own_team, **said)
        provider.save()
    else:
        provider.change(**said)
    record(actor, "provider.saved", subject=provider)
    return provider


@transaction.atomic
def end_provider(actor: Actor, *, provider: Provider) -> None:
    """They are asked no more; what they have taken on, they keep."""
    require(may_run_campaigns, actor)
    provider.change(ended_at=clock.now())
    record(actor, "provider.ended", subject=provider)


@transaction.atomic
def add_route(actor: Actor, *, campaign: Campaign, area: str, **facts: Any) -> NeedRoute:
    require(may_run_campaigns, actor)
    if facts["backup"] and facts["backup"] == facts["provider"]:
        raise Refused("Choose somebody else to ask second.", "backup")
    if bool(facts["begins"]) != bool(facts["ends"]) or (facts["begins"] and facts["begins"] >= facts["ends"]):
        raise Refused("Give the hour from which and until which they help, the earlier first.", "ends")
    route = NeedRoute(team_id=actor.own_team, campaign=campaign, area=_district(area), **facts)
    route.save()
    record(actor, "need_route.added", subject=route, campaign=campaign.pk)
    return route


@transaction.atomic
def remove_route(actor: Actor, *, route: NeedRoute) -> None:
    require(may_run_campaigns, actor)
    record(actor, "need_route.removed", subject=route, campaign=route.campaign_id)
    route.delete()


@transaction.atomic
def add_need_type(actor: Actor, *, campaign: Campaign, code: str, label: str) -> NeedType:
    """A kind of help that scripts may raise from now on."""
    require(may_run_campaigns, actor)
    known = list_need_types(actor, campaign)
    if known.filter(code=code).exists():
        raise Refused("There is a kind of help of this name already.", "label")
    kind = NeedType(team_id=actor.own_team, campaign=campaign, place=known.count() + 1, code=code, label=label.strip())
    kind.save()
    record(actor, "need_type.added", subject=kind, campaign=campaign.pk)
    return kind


@transaction.atomic
def set_clocks(
    actor: Actor,
    *,
    campaign: Campaign,
    clocks: Mapping[Urgency, tuple[timedelta, timedelta]],
    expected_version: int | None = None,
) -> None:
    """How long an answer may take, and help itself. What somebody was told already stands."""
    hold_rules(actor, campaign, expected_version)
    for urgency, (answer, deliver) in clocks.items():
        if not timedelta() < answer < deliver:
            sentence = f"“{urgency.label}”: give a time to answer that is shorter than the time until help comes."
            raise Refused(sentence, f"{urgency}_answer")
    for one in list_clocks(actor, campaign):
        answer, deliver = clocks[Urgency(one.urgency)]
        one.change(answer=answer, deliver=deliver)
    record(actor, "need_clocks.set", subject=campaign, campaign=campaign.pk)


def _district(area: str) -> str:
    if not area.strip():
        return ""
    try:
        return parse_postcode(area, allow_half=True).outward
    except PostcodeError as unread:
        raise Refused("Enter the first half of a postcode, like SE13.", "area") from unread
