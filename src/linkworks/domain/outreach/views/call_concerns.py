"""What was said about harm in calls: pages for the lead alone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.concerns import (
    acknowledge_call_concern,
    close_call_concern,
    move_concern_to_case,
)
from linkworks.domain.outreach.forms.needs import CloseConcernForm
from linkworks.domain.outreach.models import CallConcern
from linkworks.domain.outreach.policies import may_close_concern
from linkworks.domain.outreach.presenters.concerns import ConcernPage, ConcernsPage
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.concerns import get_call_concern, list_concerns, open_case_of, was_changed
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.models import leads
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render


@page("outreach.campaign_concerns", states=("empty", "filled"), title="Concerns from calls")
def campaign_concerns(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    """Whoever leads, and whoever is named for one of them. To others there is no such page."""
    actor = request.actor  # type: ignore[attr-defined]
    campaign = get_campaign(actor, campaign_id)
    concerns = list(list_concerns(actor, campaign.pk))
    if not concerns and not leads(actor):
        raise NotFound
    record_look(actor, "outreach.campaign_concerns", [concern.person_id for concern in concerns])
    return render(request, "outreach/call_concerns.jinja", ConcernsPage.of(actor, campaign, concerns))


@page("outreach.call_concern", states=("filled", "error"), title="A concern from a call")
class ConcernView(FormPage):
    """It stands here until the lead closes it with words."""

    form_class = CloseConcernForm
    template_name = "outreach/call_concern.jinja"
    button = "Close the concern"
    concern: CallConcern

    def prepare(self) -> None:
        self.concern = get_call_concern(self.actor, self.kwargs["concern_id"])
        require(may_close_concern, self.actor, self.concern)
        record_look(self.actor, "outreach.call_concern", [self.concern.person_id], reason="leads safeguarding")

    def get_page(self) -> ConcernPage:
        actor, concern = self.actor, self.concern
        known = before_contact(actor, [concern.person_id])[concern.person_id]
        case = open_case_of(actor, concern.person_id)
        return ConcernPage.of(actor, concern, known, case, was_changed=was_changed(actor, concern))

    def save(self, form: CloseConcernForm) -> str:
        close_call_concern(self.actor, concern=self.concern, words=form.cleaned_data["words"])
        messages.success(self.request, "The concern is closed.")
        return reverse("outreach:campaign_concerns", args=[self.kwargs["campaign_id"]])


@no_page
@require_POST
def acknowledge(request: HttpRequest, campaign_id: UUID, concern_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    concern = get_call_concern(actor, concern_id)
    do(request, lambda: acknowledge_call_concern(actor, concern=concern), "You have it now.")
    return redirect("outreach:call_concern", campaign_id, concern_id)


@no_page
@require_POST
def to_case(request: HttpRequest, campaign_id: UUID, concern_id: UUID) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    concern = get_call_concern(actor, concern_id)
    case = open_case_of(actor, concern.person_id)
    if case is None:
        raise NotFound
    do(request, lambda: move_concern_to_case(actor, concern=concern, case=case), "It goes on in their case.")
    return redirect("outreach:call_concern", campaign_id, concern_id)
