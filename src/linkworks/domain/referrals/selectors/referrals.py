from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.choices import OPEN_STATUSES, ReferralStatus
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralCorrection, ReferralStep
from linkworks.foundation.access import openings
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_referral(actor: Actor, referral_id: UUID) -> Referral:
    """With its person, if that is decided, and the practice it names."""
    referrals = Referral.objects.visible_to(actor).select_related("person", "practice", "team")
    found: Referral | None = referrals.filter(pk=referral_id).first()
    if found is None:
        raise NotFound
    return found


def open_referral(actor: Actor, referral_id: UUID) -> tuple[Referral, str]:
    """For its page: the referral, and the reason the actor gave if it is a case outside their caseload by now."""
    referral = get_referral(actor, referral_id)
    require(policies.may_open, actor, referral)
    if referral.status != ReferralStatus.ACCEPTED or referral.person_id is None:
        return referral, ""
    return referral, openings.insist_on_reason(actor, referral.person_id)


def list_messages_back(actor: Actor, referral: Referral) -> QuerySet[MessageBack]:
    messages: QuerySet[MessageBack] = MessageBack.objects.visible_to(actor).filter(referral=referral)
    return messages.order_by("created_at")


def list_other_referrals(actor: Actor, referral: Referral) -> QuerySet[Referral]:
    """What else came in about the same person, newest first."""
    others: QuerySet[Referral] = Referral.objects.visible_to(actor).exclude(pk=referral.pk).order_by("-received_at")
    return others.filter(person_id=referral.person_id) if referral.person_id else others.none()


def list_waiting_about(actor: Actor, person_id: UUID) -> QuerySet[Referral]:
    """Referrals of a person that are neither a case nor ended."""
    referrals: QuerySet[Referral] = Referral.objects.visible_to(actor).filter(person_id=person_id)
    return referrals.filter(status__in=OPEN_STATUSES)


def get_question(actor: Actor, referral: Referral) -> str:
    """What we asked the referrer last; blank if nothing was."""
    asked = list_steps(actor, referral).filter(status=ReferralStatus.RETURNED)
    return asked.order_by("-at").values_list("words", flat=True).first() or ""


def list_corrections(actor: Actor, referral: Referral) -> QuerySet[ReferralCorrection]:
    corrections: QuerySet[ReferralCorrection] = ReferralCorrection.objects.visible_to(actor).filter(referral=referral)
    return corrections.select_related("by").order_by("at")


def list_steps(actor: Actor, referral: Referral) -> QuerySet[ReferralStep]:
    """How the referral went, oldest first."""
    steps: QuerySet[ReferralStep] = ReferralStep.objects.visible_to(actor).filter(referral=referral)
    return steps.select_related("by").order_by("at")
