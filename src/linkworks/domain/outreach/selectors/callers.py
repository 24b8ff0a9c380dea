"""Who rings: whether they are ready, whether they are there, and what they ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.models import CallerIntroduction, CallerShift, CampaignContact, ColleagueAsked, HandOut
from linkworks.domain.outreach.policies import CALLERS, may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

THERE = timedelta(minutes=5)  # since the last sign, as the hand-out counts it


@dataclass(frozen=True)
class Ringer:
    """`ready_at` is None for who has not read what a call is."""

    user: User
    ready_at: datetime | None
    shift: CallerShift | None
    is_on_a_call: bool

    @property
    def is_there(self) -> bool:
        return self.shift is not None and self.shift.seen_at > clock.now() - THERE


def is_introduced(actor: Actor) -> bool:
    """Whoever works with people knows how to talk to them; a caller reads what a call is first."""
    return actor.role != Role.CALLER or has_read(actor)


def has_read(actor: Actor) -> bool:
    mine = CallerIntroduction.objects.visible_to(actor).filter(user_id=actor.own_id)
    return bool(mine.exists())


def is_paused(actor: Actor) -> bool:
    shifts = CallerShift.objects.visible_to(actor).filter(user_id=actor.own_id, paused_at__isnull=False)
    return bool(shifts.exists())


def list_callers(actor: Actor) -> list[Ringer]:
    """Those who have the role, and whoever else has rung, by name."""
    require(may_run_campaigns, actor)
    ready = dict(CallerIntroduction.objects.visible_to(actor).values_list("user_id", "finished_at"))
    shifts = {one.user_id: one for one in CallerShift.objects.visible_to(actor).order_by("seen_at")}
    talking = set(
        CampaignContact.objects.visible_to(actor).filter(holder__isnull=False).values_list("holder_id", flat=True)
    )
    with_role = set(list_colleagues(actor, Role.CALLER).values_list("pk", flat=True))
    return [
        Ringer(user, ready.get(user.pk), shifts.get(user.pk), user.pk in talking)
        for user in list_colleagues(actor, *map(Role, CALLERS))
        if user.pk in with_role or user.pk in shifts or user.pk in ready
    ]


def list_asked(actor: Actor) -> QuerySet[ColleagueAsked]:
    """Callers who wait for a colleague, the most pressing first."""
    require(may_run_campaigns, actor)
    asked: QuerySet[ColleagueAsked] = ColleagueAsked.objects.visible_to(actor).filter(answered_at__isnull=True)
    return asked.select_related("by", "campaign").order_by("what_for", "created_at")


def get_asked(actor: Actor, asked_id: UUID) -> ColleagueAsked:
    require(may_run_campaigns, actor)
    asked: ColleagueAsked | None = ColleagueAsked.objects.visible_to(actor).filter(pk=asked_id).first()
    if asked is None:
        raise NotFound
    return asked


def asked_by(actor: Actor) -> list[ColleagueAsked]:
    """What the actor has asked for and nobody has answered."""
    return list(ColleagueAsked.objects.visible_to(actor).filter(by_id=actor.own_id, answered_at__isnull=True))


def rung_in(actor: Actor, tokens: Iterable[UUID | None]) -> dict[UUID, HandOut]:
    """Who was rung in these calls, for whoever may see them."""
    given = HandOut.objects.visible_to(actor).filter(token__in=[token for token in tokens if token])
    return {one.token: one for one in given.select_related("person")}
