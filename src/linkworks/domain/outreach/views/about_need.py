"""What the pages about one need share: it is opened, and its look written down."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.policies import may_see_to
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.needs import NEEDS, FormOnNeed
from linkworks.domain.outreach.selectors.needs import get_need
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.pages import FormPage
from linkworks.foundation.design.parts import Link


def open_need(actor: Actor, campaign_id: UUID, need_id: UUID) -> Need:
    """The need, of the campaign in the address."""
    need = get_need(actor, need_id)
    if need.campaign_id != campaign_id:
        raise NotFound
    require(may_see_to, actor, need)
    record_look(actor, "outreach.need", [need.person_id], reason="answers for what they need")
    return need


def need_url(need: Need) -> str:
    return reverse("outreach:need", args=[need.campaign_id, need.pk])


class AboutANeed(FormPage):
    need: Need

    def prepare(self) -> None:
        self.need = open_need(self.actor, self.kwargs["campaign_id"], self.kwargs["need_id"])

    def get_page(self) -> Any:
        head = CampaignHead.of(self.actor, self.need.campaign, NEEDS)
        return FormOnNeed(self.get_title(), head, Link("Back to the need", self.address()))

    def address(self) -> str:
        return need_url(self.need)
