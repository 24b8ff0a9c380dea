"""A campaign's needs: all of them, and one, from the call until the person says that they have it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.casework.choices import NeedCategory
from linkworks.domain.casework.models import Case
from linkworks.domain.outreach.actions.need_moves import ask_provider, own_need, take_step
from linkworks.domain.outreach.actions.need_referrals import refer_need, take_into_case
from linkworks.domain.outreach.choices import HeardFrom, NeedState
from linkworks.domain.outreach.forms.needs import AskForm, IntoCaseForm, NeedFilterForm, ReferForm, StepForm
from linkworks.domain.outreach.need_rules import ALLOWED, ON_OTHER_PAGES, UNDER_WAY
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.needs import NeedPage, NeedsPage
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.concerns import open_case_of
from linkworks.domain.outreach.selectors.need_lists import (
    Wanted,
    count_needs,
    get_provider,
    list_need_types,
    list_needs,
    list_providers,
    list_steps,
)
from linkworks.domain.outreach.selectors.need_onward import read_onward
from linkworks.domain.outreach.selectors.needs import get_need
from linkworks.domain.outreach.views.about_need import AboutANeed
from linkworks.domain.people.selectors.person import before_contact
from linkworks.domain.referrals.choices import ReferralReason
from linkworks.foundation.access.models import leads
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import paging, slice_for
from linkworks.foundation.design.parts import Filter

HEARD_FROM_THEM = (*UNDER_WAY, NeedState.DELIVERED, NeedState.REFUSED)
HEARD_FROM_PERSON = (NeedState.CONFIRMED, NeedState.FAILED, NeedState.NOT_NEEDED)


@page("outreach.campaign_needs", states=("empty", "filled"), title="Needs")
def campaign_needs(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    form = NeedFilterForm(request.GET, kinds=list_need_types(actor, campaign), providers=list_providers(actor))
    form.is_valid()
    found = list_needs(actor, campaign, Wanted(**{name: form.cleaned_data.get(name, "") for name in form.fields}))
    pages = paging(request, found.count())
    needs = list(slice_for(pages, found))
    record_look(actor, "outreach.campaign_needs", [need.person_id for need in needs])
    narrowed = Filter(form, request.path, is_on=any(form.data.get(name) for name in form.fields))
    counts = count_needs(actor, campaign)
    shown = NeedsPage.of(actor, campaign, needs, counts, narrowed=narrowed, paging=pages, leads=leads(actor))
    return render(request, "outreach/needs.jinja", shown)


@page("outreach.need", states=("filled", "error"), title="A need")
class NeedView(AboutANeed):
    """Where it stands, how it came there, and what was heard now."""

    template_name = "outreach/need.jinja"
    button = "Save what happened"

    def get_page(self) -> NeedPage:
        known = before_contact(self.actor, [self.need.person_id])[self.need.person_id]
        steps = list_steps(self.actor, self.need)
        onward = read_onward(self.actor, self.need)
        return NeedPage.of(self.actor, self.need, steps, known, onward, may_move=bool(self._may_become()))

    def get_form(self, **bound: Any) -> StepForm:
        return StepForm(may_become=self._may_become(), **bound)

    def save(self, form: StepForm) -> str:
        given = form.cleaned_data
        state = NeedState(given["state"])
        heard_from = HeardFrom.PROVIDER if state in HEARD_FROM_THEM else HeardFrom.STAFF
        if state in HEARD_FROM_PERSON:
            heard_from = HeardFrom.PERSON
        said = {"words": given["words"], "scheduled_for": given.get("scheduled_for")}
        take_step(self.actor, need=self.need, state=state, heard_from=heard_from, **said)
        messages.success(self.request, "Saved.")
        return self.address()

    def _may_become(self) -> frozenset[NeedState]:
        return ALLOWED[NeedState(self.need.state)] - ON_OTHER_PAGES


@page("outreach.need_ask", states=("empty", "error"), title="Ask somebody else")
class AskProvider(AboutANeed):
    title = "Ask somebody else"
    button = "Ask them"
    template_name = "outreach/campaign_form.jinja"

    def get_form(self, **bound: Any) -> AskForm:
        return AskForm(providers=list_providers(self.actor), **bound)

    def save(self, form: AskForm) -> str:
        provider = get_provider(self.actor, UUID(form.cleaned_data["provider"]))
        ask_provider(self.actor, need=self.need, provider=provider, words=form.cleaned_data["words"])
        messages.success(self.request, f"{provider.name} has been asked.")
        return self.address()


@page("outreach.need_refer", states=("empty", "error"), title="Hand it to social prescribing")
class ReferNeed(AboutANeed):
    """Into the person's case, where they have one; otherwise a referral to social prescribing."""

    title = "Hand it to social prescribing"
    button = "Hand it on"
    template_name = "outreach/campaign_form.jinja"
    case: Case | None

    def prepare(self) -> None:
        super().prepare()
        require(may_run_campaigns, self.actor)
        self.case = open_case_of(self.actor, self.need.person_id)

    def get_form(self, **bound: Any) -> Form:
        return IntoCaseForm(**bound) if self.case else ReferForm(**bound)

    def save(self, form: Form) -> str:
        given = form.cleaned_data
        if self.case:
            take_into_case(self.actor, need=self.need, case=self.case, category=NeedCategory(given["category"]))
        else:
            reasons = [ReferralReason(one) for one in given["reasons"]]
            refer_need(self.actor, need=self.need, reasons=reasons, agreed=given["agreed"])
        messages.success(self.request, "It goes on from there.")
        return self.address()


@no_page
@require_POST
def own(request: HttpRequest, campaign_id: UUID, need_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    need = get_need(actor, need_id)
    do(request, lambda: own_need(actor, need=need), "You answer for it now.")
    return redirect("outreach:need", campaign_id, need_id)
