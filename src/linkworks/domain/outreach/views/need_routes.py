"""Who helps with what: coordinators keep it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.need_routes import (
    add_need_type,
    add_route,
    end_provider,
    remove_route,
    save_provider,
    set_clocks,
)
from linkworks.domain.outreach.forms.needs import ClocksForm, NeedTypeForm, ProviderForm, RouteForm
from linkworks.domain.outreach.models import Campaign, Provider
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.need_routes import RoutesPage
from linkworks.domain.outreach.presenters.needs import NEEDS, FormOnNeed
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.need_lists import (
    get_provider,
    get_route,
    list_clocks,
    list_need_types,
    list_providers,
    list_routes,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render
from linkworks.foundation.design.parts import Link

ROUTES = "outreach:campaign_routes"


@page("outreach.campaign_routes", states=("empty", "filled"), title="Who helps with what")
def campaign_routes(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    shown = RoutesPage.of(
        actor,
        campaign,
        list_routes(actor, campaign),
        list_need_types(actor, campaign),
        list_providers(actor),
        list_clocks(actor, campaign),
    )
    return render(request, "outreach/need_routes.jinja", shown)


class OfCampaign(FormPage):
    """A form of one campaign that leads back to who helps with what."""

    template_name = "outreach/campaign_form.jinja"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_page(self) -> Any:
        head = CampaignHead.of(self.actor, self.campaign, NEEDS)
        return FormOnNeed(self.get_title(), head, Link("Who helps with what", self.address()))

    def address(self) -> str:
        return reverse(ROUTES, args=[self.campaign.pk])


@page("outreach.provider_new", states=("empty", "error"), title="Add somebody who helps")
class NewProvider(OfCampaign):
    form_class = ProviderForm
    title = "Add somebody who helps"

    def save(self, form: ProviderForm) -> str:
        save_provider(self.actor, provider=None, **form.cleaned_data)
        return self.address()


@page("outreach.provider", states=("filled", "error"), title="Somebody who helps")
class EditProvider(OfCampaign):
    form_class = ProviderForm
    template_name = "outreach/provider.jinja"
    provider: Provider

    def prepare(self) -> None:
        super().prepare()
        self.provider = get_provider(self.actor, self.kwargs["provider_id"])

    def get_title(self) -> str:
        return self.provider.name

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.provider, name) for name in ("name", "email", "telephone")}

    def save(self, form: ProviderForm) -> str:
        save_provider(self.actor, provider=self.provider, **form.cleaned_data)
        return self.address()


@page("outreach.route_new", states=("empty", "error"), title="Say who helps with what")
class NewRoute(OfCampaign):
    title = "Say who helps with what"

    def get_form(self, **bound: Any) -> RouteForm:
        return RouteForm(
            kinds=list_need_types(self.actor, self.campaign), providers=list_providers(self.actor), **bound
        )

    def save(self, form: RouteForm) -> str:
        given = form.cleaned_data
        kind = list_need_types(self.actor, self.campaign).get(pk=given.pop("type"))
        for name in ("provider", "backup"):
            given[name] = get_provider(self.actor, UUID(given[name])) if given[name] else None
        given["days"] = [int(day) for day in given["days"]]
        add_route(self.actor, campaign=self.campaign, type=kind, **given)
        return self.address()


@page("outreach.need_type_new", states=("empty", "error"), title="Add a kind of help")
class NewNeedType(OfCampaign):
    form_class = NeedTypeForm
    title = "Add a kind of help"

    def save(self, form: NeedTypeForm) -> str:
        add_need_type(self.actor, campaign=self.campaign, **form.cleaned_data)
        return self.address()


@page("outreach.need_clocks", states=("filled", "error"), title="How soon help is to come")
class EditClocks(OfCampaign):
    form_class = ClocksForm
    title = "How soon help is to come"

    def get_version(self) -> int:
        return self.campaign.version

    def get_initial(self) -> dict[str, Any]:
        return {
            f"{clock.urgency}_{name}": getattr(clock, name)
            for clock in list_clocks(self.actor, self.campaign)
            for name in ("answer", "deliver")
        }

    def save(self, form: ClocksForm) -> str:
        set_clocks(self.actor, campaign=self.campaign, clocks=form.clocks, expected_version=self.posted_version)
        return self.address()


@no_page
@require_POST
def remove(request: HttpRequest, campaign_id: UUID, route_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    route = get_route(actor, get_campaign(actor, campaign_id), route_id)
    do(request, lambda: remove_route(actor, route=route), "Taken away.")
    return redirect(ROUTES, campaign_id)


@no_page
@require_POST
def end(request: HttpRequest, campaign_id: UUID, provider_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    provider = get_provider(actor, provider_id)
    do(request, lambda: end_provider(actor, provider=provider), f"{provider.name} is asked no more.")
    return redirect(ROUTES, campaign_id)
