"""A caller's way from one call to the next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.shifts import begin_shift
from linkworks.domain.outreach.forms.call import ShiftForm
from linkworks.domain.outreach.introduction.parts import parts
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.presenters.calls import CallsPage, NobodyPage
from linkworks.domain.outreach.selectors.caller import standing_of
from linkworks.domain.outreach.selectors.callers import is_introduced
from linkworks.domain.outreach.selectors.campaigns import (
    get_campaign,
    languages_of,
    list_open_campaigns,
    list_shifts,
)
from linkworks.domain.outreach.selectors.holds import held_by
from linkworks.domain.outreach.selectors.idle import why_idle
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render

SAVED = "Saved. Ring the next person when you are ready."


@page("outreach.calls", states=("empty", "filled"), title="Calls")
def calls(request: HttpRequest) -> HttpResponse:
    actor = _caller(request)
    if held_by(actor):  # a call that was not saved opens again
        return redirect("outreach:line")
    note_saved(request)
    shown = CallsPage.of(list_open_campaigns(actor), list_shifts(actor), standing_of(actor))
    return render(request, "outreach/calls.jinja", shown)


@page("outreach.begin", states=("filled", "error"), title="Begin to ring")
class BeginShift(FormPage):
    button = "Begin"
    campaign: Campaign

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whoever has never rung reads first what a call is."""
        if is_introduced(self.actor):
            return super().get(request, *args, **kwargs)
        return redirect("outreach:introduction", parts()[0].key)

    def prepare(self) -> None:
        require(may_ring, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_title(self) -> str:
        return f"Ring for {self.campaign.name}"

    def get_initial(self) -> dict[str, Any]:
        shift = list_shifts(self.actor).get(self.campaign.pk)
        return {"languages": shift.languages if shift else ["English"]}

    def get_form(self, **bound: Any) -> ShiftForm:
        languages = languages_of(self.actor, self.campaign)
        return ShiftForm(languages=languages, initial=self.get_initial(), **bound)

    def save(self, form: ShiftForm) -> str:
        begin_shift(self.actor, campaign=self.campaign, languages=form.cleaned_data["languages"])
        return reverse("outreach:calls")


@no_page
@require_POST
def next_call(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = _caller(request)
    if take_next_call(actor, campaign_id=campaign_id):
        return redirect("outreach:line")
    campaign = get_campaign(actor, campaign_id)
    has_begun = campaign.pk in list_shifts(actor)
    return redirect("outreach:nobody" if has_begun else "outreach:begin", campaign.pk)


@page("outreach.nobody", title="Nobody to ring just now")
def nobody(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = _caller(request)
    campaign = get_campaign(actor, campaign_id)
    return render(request, "outreach/nobody.jinja", NobodyPage.of(campaign, why_idle(actor, campaign)))


def note_saved(request: HttpRequest, said: str = SAVED) -> None:
    """It stands in the address, for a note in the session would cost every save a write."""
    if "saved" in request.GET:
        messages.success(request, said)


def _caller(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_ring, actor)
    return actor
