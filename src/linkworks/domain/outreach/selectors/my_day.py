"""What calls put on My day of one worker."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallConcern, CampaignContact, ColleagueAsked, LadderStep, LeadNotice, Need
from linkworks.domain.outreach.policies import may_run_campaigns, may_try_other_ways
from linkworks.domain.outreach.selectors.callers import list_asked
from linkworks.domain.outreach.selectors.concerns import list_open_concerns
from linkworks.domain.outreach.selectors.ladder import list_own_steps
from linkworks.domain.outreach.selectors.lead_notices import list_lead_notices
from linkworks.domain.outreach.selectors.need_lists import list_own_needs
from linkworks.domain.people.selectors.person import names_of
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import gather

BY = {"by_name": F("by__name")}
LEAD = {"lead_name": F("lead__name"), "campaign_id": F("contact__campaign_id")}
TYPE = {"label": F("type__label")}
RUNG = {"label": F("rung__label"), "campaign_id": F("rung__campaign_id")}


@dataclass(frozen=True)
class CallDay:
    """`asked` carry `by_name`; `concerns` `lead_name` and `campaign_id`; `needs` and `steps` `label`, and `steps`
    `campaign_id`. `names` has those of the people whom needs and steps are about."""

    asked: list[ColleagueAsked]
    told: list[LeadNotice]
    concerns: list[CallConcern]
    needs: list[Need]
    steps: list[LadderStep]
    names: dict[UUID, str]
    held: list[CampaignContact]
    """Whoever is on the line with the worker, in a call that was not saved."""


def get_call_day(actor: Actor) -> CallDay:
    """In one query, and a second for names where there are any."""
    found = gather(**_for_leads(actor), **_own(actor))
    about = {row.person_id for row in (*found["needs"], *found["steps"])}
    return CallDay(**found, names=names_of(actor, about) if about else {})


def _for_leads(actor: Actor) -> dict[str, QuerySet[Any]]:
    if not may_run_campaigns(actor):
        return _none(asked=ColleagueAsked, told=LeadNotice)
    return {
        "asked": list_asked(actor).select_related(None).annotate(**BY),
        "told": list_lead_notices(actor).select_related(None),
    }


def _own(actor: Actor) -> dict[str, QuerySet[Any]]:
    if not may_try_other_ways(actor):
        return _none(held=CampaignContact, concerns=CallConcern, needs=Need, steps=LadderStep)
    contacts = CampaignContact.objects.visible_to(actor)
    return {
        "concerns": list_open_concerns(actor).select_related(None).annotate(**LEAD),
        "held": contacts.filter(holder_id=actor.user_id, state=QueueState.ON_A_CALL),
        "needs": list_own_needs(actor).select_related(None).annotate(**TYPE),
        "steps": list_own_steps(actor).select_related(None).annotate(**RUNG),
    }


def _none(**models: Any) -> dict[str, QuerySet[Any]]:
    return {name: model.objects.none() for name, model in models.items()}
