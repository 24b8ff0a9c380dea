"""The campaigns of the team: all of them, a new one, and how one stands."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.forms.campaigns import CampaignForm
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaigns import CampaignPage, CampaignsPage
from linkworks.domain.outreach.selectors.campaigns import get_campaign, list_campaigns
from linkworks.domain.outreach.selectors.standings import count_standings
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render


@page("outreach.campaigns", states=("empty", "filled"), title="Campaigns")
def campaigns(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    found = list(list_campaigns(actor))
    return render(request, "outreach/campaigns.jinja", CampaignsPage.of(found, count_standings(actor, found)))


@page("outreach.campaign_new", states=("empty", "error"), title="Prepare a campaign")
class NewCampaign(FormPage):
    form_class = CampaignForm
    title = "Prepare a campaign"
    button = "Prepare it"
    template_name = "outreach/campaign_new.jinja"

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)

    def save(self, form: CampaignForm) -> str:
        made = create_campaign(self.actor, **form.cleaned_data)
        return reverse("outreach:campaign", args=[made.pk])


@page("outreach.campaign", states=("empty", "filled"), title="A campaign")
def campaign(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    found = get_campaign(actor, campaign_id)
    shown = CampaignPage.of(actor, found, count_standings(actor, [found])[found.pk])
    return render(request, "outreach/campaign.jinja", shown)
