"""The calls of one campaign: those to look at, those that a resident asks about, and those that come in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.ringing_back import check_call
from linkworks.domain.outreach.actions.samples import choose_share, look_at_call
from linkworks.domain.outreach.actions.taking import take_rang_back
from linkworks.domain.outreach.choices import Verdict
from linkworks.domain.outreach.forms.calls_of_campaign import CheckForm, LookForm, RangBackForm, ShareForm
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.calls_of_campaign import (
    CALLS,
    CampaignCallsPage,
    CheckPage,
    LookPage,
    RangBackPage,
    SharePage,
)
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.ringing_back import find_who_rang_back, get_contact
from linkworks.domain.outreach.selectors.samples import SampledCall, get_sampled_call, list_to_look_at
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render

LOOKED_AT = "Thank you. The caller reads your words."


@page("outreach.campaign_calls", states=("empty", "filled"), title="Calls of a campaign")
def campaign_calls(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    samples = list(list_to_look_at(actor, campaign))
    record_look(actor, "outreach.campaign_calls", [one.person_id for one in samples])
    return render(request, "outreach/campaign_calls.jinja", CampaignCallsPage.of(actor, campaign, samples))


@page("outreach.look_at_call", states=("filled", "error"), title="Look at a call")
class LookAtCall(FormPage):
    form_class = LookForm
    template_name = "outreach/look_at_call.jinja"
    call: SampledCall

    def prepare(self) -> None:
        self.call = get_sampled_call(self.actor, self.kwargs["sample_id"])
        record_look(self.actor, "outreach.look_at_call", [self.call.sample.person_id])

    def get_page(self) -> LookPage:
        return LookPage.of(self.actor, self.call)

    def save(self, form: LookForm) -> str:
        given = form.cleaned_data
        look_at_call(
            self.actor,
            sample=self.call.sample,
            verdict=Verdict(given["verdict"]),
            words=given["words"],
            was_rung_back=given["was_rung_back"],
        )
        messages.success(self.request, LOOKED_AT)
        return reverse(CALLS, args=[self.kwargs["campaign_id"]])


@page("outreach.choose_share", states=("filled", "error"), title="How many calls we look at")
class ChooseShare(FormPage):
    form_class = ShareForm
    template_name = "outreach/campaign_form.jinja"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_page(self) -> SharePage:
        return SharePage.of(self.actor, self.campaign)

    def get_initial(self) -> dict[str, Any]:
        return {"first": self.campaign.sample_first, "share": self.campaign.sample_share}

    def get_version(self) -> int:
        return self.campaign.version

    def save(self, form: ShareForm) -> str:
        choose_share(self.actor, campaign=self.campaign, **form.cleaned_data, expected_version=self.posted_version)
        return reverse(CALLS, args=[self.campaign.pk])


class Asking(FormPage):
    """A question about one campaign. What is asked names somebody, so it is posted, kept nowhere, and answered here."""

    keeps_typing = False
    button = "Look"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def answer(self, form: Any, shown: Any) -> HttpResponse:
        """The same page again with the answer, and the question as it was asked."""
        context = {"form": form, "submission": "", "version": None, "button": self.button, "layout": self.layout}
        return render(self.request, self.template_name, shown, **context)


@page("outreach.check", states=("empty", "error", "ours", "not_ours"), title="Was this call ours?")
class Check(Asking):
    form_class = CheckForm
    template_name = "outreach/check.jinja"

    def get_page(self) -> CheckPage:
        return CheckPage.of(self.actor, self.campaign)

    def save(self, form: CheckForm) -> HttpResponse:
        given = form.cleaned_data
        rang_at = check_call(self.actor, campaign=self.campaign, code=given["code"], who=given["who"])
        return self.answer(form, CheckPage.answered(self.actor, self.campaign, rang_at))


@page("outreach.rang_back", states=("empty", "error", "found", "nobody"), title="Somebody rings us")
class RangBack(Asking):
    form_class = RangBackForm
    template_name = "outreach/rang_back.jinja"

    def get_page(self) -> RangBackPage:
        return RangBackPage.of(self.actor, self.campaign)

    def save(self, form: RangBackForm) -> HttpResponse:
        found = find_who_rang_back(self.actor, self.campaign, form.cleaned_data["who"])
        record_look(self.actor, "outreach.rang_back", [one.person_id for one in found])
        return self.answer(form, RangBackPage.answered(self.actor, self.campaign, found))


@no_page
@require_POST
def take(request: HttpRequest, campaign_id: UUID, contact_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    contact = get_contact(actor, get_campaign(actor, campaign_id), contact_id)
    try:
        take_rang_back(actor, contact=contact)
    except Refused as no:
        messages.warning(request, no.message)
        return redirect("outreach:rang_back", campaign_id)
    return redirect("outreach:line")
