"""What waits on a partner, and what came back and waits on the worker, over the actor's whole caseload."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from linkworks.domain.casework.any_day import gather_day
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.domain.onward.choices import WAITING_ON_THEM, Choice
from linkworks.domain.onward.models import Introduction, OnwardReferral, Option, Signposting
from linkworks.foundation.core.actor import Actor

AT_MOST = 100
WHO = {"given_name": F("person__given_name"), "family_name": F("person__family_name")}


def list_silent(actor: Actor) -> list[OnwardReferral]:
    """Referrals on which a partner has the next word, longest silent first; in one query.

    Each carries `given_name`, `family_name`, `died_on` and `service_name`.
    """
    silent: list[OnwardReferral] = gather_day(_silent, actor)["silent"]
    return silent


def list_to_follow(actor: Actor) -> list[Option]:
    """Options to which the person said “tell me more”, or yes without any way on yet, longest ago first; in one query.

    Each carries `given_name`, `family_name` and `service_name`.
    """
    to_follow: list[Option] = gather_day(_to_follow, actor)["to_follow"]
    return to_follow


def _silent(actor: Actor, today: date) -> dict[str, QuerySet[OnwardReferral]]:
    waiting = OnwardReferral.objects.visible_to(actor).filter(status__in=WAITING_ON_THEM, case__in=_open_cases(actor))
    told = waiting.annotate(**WHO, died_on=F("person__died_on"), service_name=F("option__service__name"))
    return {"silent": told.order_by("status_since")[:AT_MOST]}


def _to_follow(actor: Actor, today: date) -> dict[str, QuerySet[Option]]:
    no_way_on = ~(_has(Signposting) | _has(Introduction) | _has(OnwardReferral))
    options = Option.objects.visible_to(actor).filter(
        Q(choice=Choice.TELL_ME_MORE) | Q(Q(choice=Choice.YES), no_way_on),
        case__in=_open_cases(actor),
        person__died_on__isnull=True,
    )
    return {"to_follow": options.annotate(**WHO, service_name=F("service__name")).order_by("chosen_at")[:AT_MOST]}


def _open_cases(actor: Actor) -> QuerySet[Case, Any]:
    return list_own_cases(actor).exclude(status=CaseStatus.CLOSED).values("pk")


def _has(model: type[Signposting | Introduction | OnwardReferral]) -> Exists:
    return Exists(model.objects.filter(option=OuterRef("pk")))
