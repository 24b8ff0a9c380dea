from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_referral(actor: Actor, referral_id: UUID) -> Referral:
    """With its person, if that is decided, and the practice it names."""
    referrals = Referral.objects.visible_to(actor).select_related("person", "practice", "team")
    found: Referral | None = referrals.filter(pk=referral_id).first()
    if found is None:
        raise NotFound
    return found


def list_other_referrals(actor: Actor, referral: Referral) -> QuerySet[Referral]:
    """What else came in about the same person, newest first."""
    others: QuerySet[Referral] = Referral.objects.visible_to(actor).exclude(pk=referral.pk).order_by("-received_at")
    return others.filter(person_id=referral.person_id) if referral.person_id else others.none()


def get_question(actor: Actor, referral: Referral) -> str:
    """What we asked the referrer last; blank if nothing was."""
    asked = list_steps(actor, referral).filter(status=ReferralStatus.RETURNED)
    return asked.order_by("-at").values_list("words", flat=True).first() or ""


def list_steps(actor: Actor, referral: Referral) -> QuerySet[ReferralStep]:
    """How the referral went, oldest first."""
    steps: QuerySet[ReferralStep] = ReferralStep.objects.visible_to(actor).filter(referral=referral)
    return steps.select_related("by").order_by("at")
