"""The campaigns of the team: all of them, a new one, and how one stands."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.campaigns import (
    create_campaign,
    describe_campaign,
    open_campaign,
    pause_campaign,
)
from linkworks.domain.outreach.forms.campaigns import CampaignForm
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaigns import AboutCampaign, CampaignPage, CampaignsPage
from linkworks.domain.outreach.selectors.campaigns import get_campaign, list_campaigns
from linkworks.domain.outreach.selectors.rules import get_rules
from linkworks.domain.outreach.selectors.standings import count_standings
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, read_version, render


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
    counted, rules = count_standings(actor, [found])[found.pk], get_rules(actor, found)
    return render(request, "outreach/campaign.jinja", CampaignPage.of(actor, found, counted, rules.wrong))


@page("outreach.campaign_about", states=("filled", "error"), title="What a campaign is for")
class DescribeCampaign(FormPage):
    form_class = CampaignForm
    title = "What is this campaign?"
    template_name = "outreach/campaign_form.jinja"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_page(self) -> AboutCampaign:
        return AboutCampaign.of(self.actor, self.campaign, self.title)

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.campaign, name) for name in CampaignForm.base_fields}

    def get_version(self) -> int:
        return self.campaign.version

    def save(self, form: CampaignForm) -> str:
        about = form.cleaned_data
        describe_campaign(self.actor, campaign=self.campaign, expected_version=self.posted_version, **about)
        return reverse("outreach:campaign", args=[self.campaign.pk])


def _press(deed: Callable[..., object], said: str) -> Callable[..., HttpResponse]:
    @no_page
    @require_POST
    def press(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        found, version = get_campaign(actor, campaign_id), read_version(request.POST)
        do(request, lambda: deed(actor, campaign=found, expected_version=version), said)
        return redirect("outreach:campaign", campaign_id)

    return press


open_it = _press(open_campaign, "The campaign is open. Callers can ring in its hours.")
pause_it = _press(pause_campaign, "The campaign is paused. Calls that are under way can be finished.")
