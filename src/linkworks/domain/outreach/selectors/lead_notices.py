"""What calls told us that a lead has not seen to yet."""

from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.models import LeadNotice
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_lead_notices(actor: Actor) -> QuerySet[LeadNotice]:
    """The oldest first."""
    waiting: QuerySet[LeadNotice] = LeadNotice.objects.visible_to(actor).filter(answer="")
    return waiting.select_related("person", "outcome", "by", "contact__campaign").order_by("at")


def get_lead_notice(actor: Actor, notice_id: UUID) -> LeadNotice:
    """Answered or not."""
    notices = LeadNotice.objects.visible_to(actor).select_related("person", "outcome")
    notice: LeadNotice | None = notices.filter(pk=notice_id).first()
    if notice is None:
        raise NotFound
    return notice
