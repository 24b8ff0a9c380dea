"""The service to which somebody said yes for what they need, and how far the referral there has come."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.choices import CAME_TO_NOTHING, Choice
from linkworks.domain.onward.ladder import standing
from linkworks.domain.onward.models import OnwardOutcome, OnwardReferral, Option
from linkworks.domain.onward.selectors.looking import Looked, look_for_options
from linkworks.domain.onward.selectors.story import read_story
from linkworks.domain.outreach.models import Need
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Onward:
    """`referral` is the newest one, None while there is none; `outcome` is the newest that counts."""

    option: Option
    referral: OnwardReferral | None
    outcome: OnwardOutcome | None


def read_onward(actor: Actor, need: Need) -> Onward | None:
    if need.option_id is None:
        return None
    option = Option.objects.visible_to(actor).select_related("service").get(pk=need.option_id)
    referrals = OnwardReferral.objects.visible_to(actor).filter(option=option)
    outcomes = standing(OnwardOutcome.objects.visible_to(actor).filter(option=option))
    return Onward(option, referrals.order_by("at").last(), outcomes[-1] if outcomes else None)  # type: ignore[arg-type]


def list_needs_met_by(actor: Actor, option_id: UUID) -> list[Need]:
    needs = Need.objects.visible_to(actor).filter(option_id=option_id)
    return list(needs.select_related("campaign", "type").order_by("raised_at"))


def other_ways_on(referral: OnwardReferral) -> QuerySet[OnwardReferral]:
    """Referrals for the same option that have not come to nothing."""
    others: QuerySet[OnwardReferral] = OnwardReferral.objects.filter(option_id=referral.option_id)
    return others.exclude(pk=referral.pk).exclude(status__in=CAME_TO_NOTHING)


def look_for_services(actor: Actor, need: Need, case: Case) -> Looked:
    """What fits this need, and not all else that their case tells of."""
    story = [str(piece.id) for piece in read_story(actor, case)]
    return look_for_options(actor, case, sentence=f"{need.type.label}. {need.words}", left_out=story)


def list_their_options(actor: Actor, case: Case) -> list[Option]:
    """What was put to them before, and they did not turn down."""
    options = Option.objects.visible_to(actor).filter(case=case).exclude(choice=Choice.NO)
    return list(options.select_related("service").order_by("-offered_at"))
