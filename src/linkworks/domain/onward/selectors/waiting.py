"""What waits on a partner, and what came back and waits on the worker, over the actor's whole caseload."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.domain.onward.choices import WAITING_ON_THEM, Choice
from linkworks.domain.onward.models import Introduction, OnwardReferral, Option, Signposting
from linkworks.foundation.core.actor import Actor


def list_silent(actor: Actor) -> QuerySet[OnwardReferral]:
    """Referrals on which a partner has the next word, longest silent first. Case, person and service come with them."""
    referrals = OnwardReferral.objects.visible_to(actor).filter(
        status__in=WAITING_ON_THEM, case__in=list_own_cases(actor).exclude(status=CaseStatus.CLOSED).values("pk")
    )
    silent: QuerySet[OnwardReferral] = referrals.select_related("person", "option__service").order_by("status_since")
    return silent


def list_to_follow(actor: Actor) -> QuerySet[Option]:
    """Options to which the person said “tell me more”, or yes without any way on yet, longest ago first."""
    no_way_on = ~(_has(Signposting) | _has(Introduction) | _has(OnwardReferral))
    options = Option.objects.visible_to(actor).filter(
        Q(choice=Choice.TELL_ME_MORE) | Q(Q(choice=Choice.YES), no_way_on),
        case__in=list_own_cases(actor).exclude(status=CaseStatus.CLOSED).values("pk"),
        person__died_on__isnull=True,
    )
    to_follow: QuerySet[Option] = options.select_related("person", "service").order_by(F("chosen_at"))
    return to_follow


def _has(model: type[Signposting | Introduction | OnwardReferral]) -> Exists:
    return Exists(model.objects.filter(option=OuterRef("pk")))
