"""Needs of the people rung: asked for, on the way, brought, late; who helps; and what only the lead reads."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from linkworks.domain.casework.tests.factories import AllocationFactory, CaseFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OptionFactory
from linkworks.domain.outreach.actions.need_moves import take_step
from linkworks.domain.outreach.actions.needs import raise_needs
from linkworks.domain.outreach.choices import HeardFrom, NeedState
from linkworks.domain.outreach.models import Campaign, Need, NeedRoute
from linkworks.domain.outreach.need_texts import OFFER_PURPOSE
from linkworks.domain.outreach.selectors.call_needs import NeedSaid
from linkworks.domain.outreach.tests.factories import (
    CallConcernFactory,
    CampaignContactFactory,
    NeedTypeFactory,
    ProviderFactory,
)
from linkworks.foundation.access import links
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

A_WEEK = timedelta(days=7)


def build(campaign: Campaign, coordinator: Actor, lead: Actor) -> dict[str, Any]:
    kitchen = ProviderFactory(team=campaign.team, name="Ladywell Kitchen")
    meals = NeedTypeFactory(campaign=campaign, code="hot-meal", label="Hot meal")
    NeedRoute.objects.create(team=campaign.team, campaign=campaign, type=meals, provider=kitchen, area="SE13")
    NeedRoute.objects.create(team=campaign.team, campaign=campaign, type=meals, provider=kitchen, days=[6, 7])
    needs = {
        state: a_need(campaign, coordinator, "hot-meal", kitchen) for state in ("offered", "accepted", "delivered")
    }
    for state in ("accepted", "delivered"):
        on_to(needs[state], state)
    late = a_need(campaign, coordinator, "fuel", None)
    Need.objects.filter(pk=late.pk).update(due_at=clock.now() - timedelta(hours=3))
    lunch = ServiceFactory(name="Deptford lunches", categories=["lunch_club"], description="Hot meals, cooked daily.")
    return {
        "needs": needs | {"late": late, "with_case": a_need_with_a_case(campaign, coordinator, kitchen)},
        "service": lunch,
        "offers": {name: links.issue(campaign.team_id, OFFER_PURPOSE, need.pk, A_WEEK) for name, need in needs.items()},
        "concern": CallConcernFactory(contact=late.contact, lead_id=lead.user_id),
        "provider": kitchen,
    }


def a_need(campaign: Campaign, coordinator: Actor, kind: str, provider: Any) -> Need:
    contact = CampaignContactFactory(campaign=campaign, area="SE13")
    said = NeedSaid(kind, "immediate", "A hot meal will reach you today.", may_share=provider is not None)
    (need,) = raise_needs(coordinator, contact, uuid4(), [said])
    return need


def a_need_with_a_case(campaign: Campaign, coordinator: Actor, kitchen: Any) -> Need:
    """They said yes to a service that they are not referred on to yet."""
    need = a_need(campaign, coordinator, "hot-meal", kitchen)
    case = CaseFactory(team=need.team, referral__person=need.person)
    AllocationFactory(case=case, worker_id=coordinator.user_id)
    OptionFactory(case=case, service__name="Catford lunches")
    need.change(option=ChosenOptionFactory(case=case, service__name="Ladywell lunches"))
    return need


def on_to(need: Need, state: str) -> None:
    """By what the kitchen says."""
    job = Actor.system("test", need.team_id)
    for step in (NeedState.ACCEPTED, NeedState.DELIVERED):
        take_step(job, need=need, state=step, heard_from=HeardFrom.PROVIDER)
        if step == state:
            return
