"""Questions about needs: their clocks, who is asked next, who answers for them."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from linkworks.domain.casework.selectors.safeguarding import list_in_line
from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import Need, NeedClock, NeedRoute, NeedStep, Provider
from linkworks.domain.outreach.need_rules import ENDED, Asked, Clock, fitting
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

UNSET = Clock(timedelta(hours=1), timedelta(hours=8))  # where a campaign says nothing
FULL = ("person", "contact", "type", "campaign", "provider", "owner")


def get_clock(campaign_id: UUID, urgency: str) -> Clock:
    row = NeedClock.objects.filter(campaign_id=campaign_id, urgency=urgency).values_list("answer", "deliver").first()
    return Clock(*row) if row else UNSET


def get_need(actor: Actor, need_id: UUID) -> Need:
    """With its person, kind, provider and owner. Raises NotFound for whoever neither runs campaigns nor owns it."""
    needs = Need.objects.visible_to(actor).select_related(*FULL)
    if not (actor.is_system or may_run_campaigns(actor)):
        needs = needs.filter(owner_id=actor.user_id)
    need: Need | None = needs.filter(pk=need_id).first()
    if need is None:
        raise NotFound
    return need


def hold_need(need: Need) -> Need:
    """The row as it stands, held until the transaction ends, so that two who move it do so one after the other."""
    held: Need = Need.objects.select_for_update(of=("self",)).select_related(*FULL).get(pk=need.pk)
    return held


def open_needs(actor: Actor) -> QuerySet[Need]:
    needs: QuerySet[Need] = Need.objects.visible_to(actor).exclude(state__in=ENDED)
    return needs


def list_needs_that_want_something(actor: Actor) -> list[UUID]:
    """Offers that nobody answered in time, what is late and was not told, and owners who are to be told again."""
    now = clock.now()
    late = Q(due_at__lte=now) & (Q(remind_at__isnull=True) | Q(state=NeedState.OFFERED))
    due = open_needs(actor).filter(late | Q(remind_at__lte=now))
    return list(due.order_by("due_at").values_list("pk", flat=True))


def next_provider(need: Need) -> Provider | None:
    """The closest that was not asked before; None when nobody is left, and where the person said to tell nobody."""
    if not need.may_share:
        return None
    asked = set(NeedStep.objects.filter(need=need, state=NeedState.OFFERED).values_list("provider_id", flat=True))
    return next((one for one in _in_order(need) if one.pk not in asked and one.ended_at is None), None)


def _in_order(need: Need) -> Iterator[Provider]:
    routes = NeedRoute.objects.filter(campaign_id=need.campaign_id, type_id=need.type_id)
    now = clock.now().astimezone(ZoneInfo(need.campaign.zone))
    asked = Asked(need.urgency, need.contact.area, now.isoweekday(), now.time())
    for route in fitting(routes.select_related("provider", "backup").order_by("created_at"), asked):
        yield route.provider
        if route.backup:
            yield route.backup


def list_owners(actor: Actor, about: PersonRecord, urgency: str) -> list[User]:
    """Who answers for a need, in the order in which they are asked: what cannot wait goes to who is on duty, the rest
    to a coordinator. The actor comes last, and where there is nobody at all, first.
    """
    in_line = list_in_line(actor, about)
    if urgency != Urgency.IMMEDIATE:
        coordinators = set(
            Membership.objects.filter(team_id=about.team_id, role=Role.COORDINATOR, ended_at__isnull=True).values_list(
                "user_id", flat=True
            )
        )
        in_line.sort(key=lambda user: user.pk not in coordinators)
    return in_line or list(User.objects.filter(pk=actor.own_id))
