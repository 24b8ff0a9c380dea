"""What a campaign tries next, as rules: each way with its words, its owner and its time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.outreach.actions.ladder_rules import add_way, change_way
from linkworks.domain.outreach.forms.ladder import NewWayForm, WayForm
from linkworks.domain.outreach.models import Campaign, LadderRung
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.ladder import WayPage, WaysPage
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.ladder import get_way, list_ways
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.history import describe_changes
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render

SAVED = "Saved. What is under way stays as it is."


@page("outreach.other_ways", title="What we try next")
def ways(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    return render(request, "outreach/other_ways.jinja", WaysPage.of(actor, campaign, list_ways(actor, campaign)))


@page("outreach.other_way_new", states=("empty", "error"), title="Add a way to what we try next")
class AddWay(FormPage):
    title = "Add another way"
    button = "Add it"
    template_name = "outreach/campaign_form.jinja"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_form(self, **bound: object) -> NewWayForm:
        return NewWayForm(ways=len(list_ways(self.actor, self.campaign)), **bound)

    def get_page(self) -> WayPage:
        return WayPage.of(self.actor, self.campaign, self.title)

    def save(self, form: NewWayForm) -> str:
        way = add_way(self.actor, campaign=self.campaign, **form.values())
        messages.success(self.request, f"{way.label} is among what we try next.")
        return reverse("outreach:other_ways", args=[self.campaign.pk])


@page("outreach.other_way_rule", states=("filled", "error"), title="Change what we try next")
class ChangeWay(FormPage):
    template_name = "outreach/campaign_form.jinja"
    campaign: Campaign
    rung: LadderRung
    ways: int

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])
        self.rung = get_way(self.actor, self.campaign, self.kwargs["rung_id"])
        self.ways = len(list_ways(self.actor, self.campaign))

    def get_version(self) -> int:
        return self.rung.version

    def describe_changes(self) -> list[str]:
        return describe_changes(self.rung, self.posted_version)

    def get_form(self, **bound: object) -> WayForm:
        return WayForm(rung=self.rung, ways=self.ways, **bound)

    def get_page(self) -> WayPage:
        return WayPage.of(self.actor, self.campaign, self.rung.label)

    def save(self, form: WayForm) -> str:
        change_way(self.actor, rung=self.rung, expected_version=self.posted_version, **form.values())
        messages.success(self.request, SAVED)
        return reverse("outreach:other_ways", args=[self.campaign.pk])
