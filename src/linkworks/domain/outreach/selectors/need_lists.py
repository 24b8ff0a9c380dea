"""A campaign's needs as lists: what is late first, then by how soon they must be met."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import Campaign, Need, NeedClock, NeedRoute, NeedStep, NeedType, Provider
from linkworks.domain.outreach.need_rules import ENDED
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

RANK = Case(*(When(urgency=urgency, then=Value(urgency.rank)) for urgency in Urgency), output_field=IntegerField())


@dataclass(frozen=True)
class Wanted:
    """Without a state, whatever is open."""

    kind: str = ""
    provider: str = ""
    state: str = ""


@dataclass(frozen=True)
class NeedCounts:
    open: int
    late: int
    nobody: int
    to_confirm: int
    confirmed: int
    unconfirmed: int


def list_needs(actor: Actor, campaign: Campaign, wanted: Wanted) -> QuerySet[Need]:
    needs: QuerySet[Need] = Need.objects.visible_to(actor).filter(campaign=campaign)
    needs = needs.filter(state=wanted.state) if wanted.state else needs.exclude(state__in=ENDED)
    if wanted.kind:
        needs = needs.filter(type__code=wanted.kind)
    if wanted.provider:
        needs = needs.filter(provider__name=wanted.provider)
    late = Case(When(due_at__lte=clock.now(), then=Value(0)), default=Value(1), output_field=IntegerField())
    ordered = needs.annotate(in_time=late, rank=RANK).order_by("in_time", "rank", "due_at", "raised_at")
    return ordered.select_related("person", "contact", "type", "provider", "owner")


def list_own_needs(actor: Actor) -> QuerySet[Need]:
    """Of every campaign, what waits for the actor: nobody has it yet, or it is late. What cannot wait comes first."""
    mine = Need.objects.visible_to(actor).filter(owner_id=actor.user_id).exclude(state__in=ENDED)
    waiting: QuerySet[Need] = mine.filter(Q(state=NeedState.RAISED) | Q(due_at__lte=clock.now()))
    return waiting.annotate(rank=RANK).order_by("rank", "due_at", "raised_at").select_related("person", "type")


def count_needs(actor: Actor, campaign: Campaign) -> NeedCounts:
    is_open = ~Q(state__in=ENDED)
    counted = (
        Need.objects.visible_to(actor)
        .filter(campaign=campaign)
        .aggregate(
            open=Count("pk", filter=is_open),
            late=Count("pk", filter=Q(due_at__lte=clock.now())),
            nobody=Count("pk", filter=Q(state=NeedState.RAISED)),
            to_confirm=Count("pk", filter=Q(state=NeedState.DELIVERED)),
            confirmed=Count("pk", filter=Q(state=NeedState.CONFIRMED)),
            unconfirmed=Count("pk", filter=Q(state=NeedState.UNCONFIRMED)),
        )
    )
    return NeedCounts(**counted)


def list_steps(actor: Actor, need: Need) -> QuerySet[NeedStep]:
    steps: QuerySet[NeedStep] = NeedStep.objects.visible_to(actor).filter(need=need)
    return steps.select_related("provider", "by").order_by("at", "created_at")


def list_need_types(actor: Actor, campaign: Campaign) -> QuerySet[NeedType]:
    kinds: QuerySet[NeedType] = NeedType.objects.visible_to(actor).filter(campaign=campaign)
    return kinds


def list_providers(actor: Actor) -> QuerySet[Provider]:
    """Those that are still asked."""
    providers: QuerySet[Provider] = Provider.objects.visible_to(actor).filter(ended_at__isnull=True)
    return providers.order_by("name")


def get_provider(actor: Actor, provider_id: UUID) -> Provider:
    provider = list_providers(actor).filter(pk=provider_id).first()
    if provider is None:
        raise NotFound
    return provider


def list_routes(actor: Actor, campaign: Campaign) -> QuerySet[NeedRoute]:
    routes: QuerySet[NeedRoute] = NeedRoute.objects.visible_to(actor).filter(campaign=campaign)
    return routes.select_related("type", "provider", "backup").order_by("type__place", "area", "created_at")


def get_route(actor: Actor, campaign: Campaign, route_id: UUID) -> NeedRoute:
    route = list_routes(actor, campaign).filter(pk=route_id).first()
    if route is None:
        raise NotFound
    return route


def list_clocks(actor: Actor, campaign: Campaign) -> list[NeedClock]:
    """The most urgent first."""
    clocks = NeedClock.objects.visible_to(actor).filter(campaign=campaign)
    return sorted(clocks, key=lambda one: Urgency(one.urgency).rank)
