"""What a campaign came to, and its end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.outreach.actions.closing import close_campaign
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns, may_see_board
from linkworks.domain.outreach.presenters.end_report import ClosePage, ReportPage
from linkworks.domain.outreach.selectors.board import read_board
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.end_report import read_end_report
from linkworks.domain.outreach.selectors.unfinished import list_unfinished
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render

NOT_YET = "This campaign cannot be closed yet. What is left to do stands below."
CLOSED = "This campaign is closed. Everybody on its list has an ending."


@page("outreach.report", states=("empty", "filled"), title="Report on a campaign")
def report(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    """Numbers only: no look is logged, because nobody is shown."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_see_board, actor)
    campaign = get_campaign(actor, campaign_id)
    told = ReportPage.of(actor, campaign, read_board(actor, campaign), read_end_report(actor, campaign))
    return render(request, "outreach/report.jinja", told)


@page("outreach.close", states=("filled", "error"), title="Close a campaign")
class CloseCampaign(FormPage):
    template_name = "outreach/close.jinja"
    button = "Close it"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_title(self) -> str:
        return "Close this campaign"

    def get_page(self) -> ClosePage:
        return ClosePage.of(self.actor, self.campaign, list_unfinished(self.actor, self.campaign))

    def save(self, form: Form) -> str:
        if list_unfinished(self.actor, self.campaign):
            raise Refused(NOT_YET)
        close_campaign(self.actor, campaign=self.campaign)
        messages.success(self.request, CLOSED)
        return reverse("outreach:report", args=[self.campaign.pk])
