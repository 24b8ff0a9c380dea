"""People whom calls did not reach: the list, and what is tried for one of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from linkworks.domain.outreach.actions.ladder_decisions import decide_on_safe_contact, give_step
from linkworks.domain.outreach.actions.ladder_results import record_result
from linkworks.domain.outreach.choices import Door
from linkworks.domain.outreach.forms.ladder import DecideForm, GiveStepForm, NotReachedForm, StepForm
from linkworks.domain.outreach.models import LadderStep
from linkworks.domain.outreach.policies import may_decide_on_safe_contact, may_run_campaigns
from linkworks.domain.outreach.presenters.ladder import NotReachedPage, step_url
from linkworks.domain.outreach.presenters.ladder_step import DecidePage, StepPage, doors
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.ladder import (
    Wanted,
    count_by_way,
    count_overdue,
    get_step,
    list_open_steps,
    rungs_in_use,
)
from linkworks.domain.outreach.selectors.ladder_step import StepRecord, read_step
from linkworks.domain.outreach.selectors.safe_contact import safe_contacts
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.core.words import moment
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render
from linkworks.foundation.design.paging import paging, slice_for
from linkworks.foundation.design.parts import Filter

DONE = "Saved. This person is no longer waiting for another way."
GIVEN = "Given. They find it on My day."
DECIDED = "Your decision is kept."


@page("outreach.not_reached", states=("empty", "filled"), title="Not reached")
def not_reached(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    counted, overdue = count_by_way(actor, campaign), count_overdue(actor, campaign)
    owners = list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE).values_list("pk", "name")
    form = NotReachedForm(request.GET, owners=owners, counted=counted)
    found = list_open_steps(actor, campaign, _wanted(form))
    pages = paging(request, found.count())
    steps = list(slice_for(pages, found))
    record_look(actor, "outreach.not_reached", [step.person_id for step in steps])
    safe = safe_contacts(actor, [step.contact for step in steps])
    shown = Filter(form, request.path, is_on=any(form.data.get(name) for name in form.fields))
    number = sum(counted.values())
    listed = NotReachedPage.of(actor, campaign, steps, safe, shown, pages, number=number, overdue=overdue)
    return render(request, "outreach/not_reached.jinja", listed)


def _wanted(form: NotReachedForm) -> Wanted:
    """What cannot be read narrows nothing."""
    form.is_valid()
    chosen = form.cleaned_data
    return Wanted(read_uuid(chosen.get("owner", "")), chosen.get("kind", ""))


class _OfStep(FormPage):
    """A form about one person’s step."""

    page_name: str
    step: LadderStep

    def prepare(self) -> None:
        self.step = get_step(self.actor, self.kwargs["step_id"])
        if self.step.rung.campaign_id != self.kwargs["campaign_id"]:
            raise NotFound
        if self.request.method == "GET":
            record_look(self.actor, self.page_name, [self.step.person_id])

    def get_record(self) -> StepRecord:
        return read_step(self.actor, self.step)


@page(
    "outreach.other_way",
    states=("message", "find_number", "kin", "surgery", "doorstep", "police", "shut", "done", "error"),
    title="Another way to reach somebody",
)
class TakeStep(_OfStep):
    template_name = "outreach/other_way.jinja"

    def get_form(self, **bound: Any) -> StepForm:
        return StepForm(kind=self.step.kind, leads=list_colleagues(self.actor, Role.TEAM_LEAD), **bound)

    def get_page(self) -> StepPage:
        return StepPage.of(self.actor, self.get_record())

    def save(self, form: StepForm) -> str:
        following = record_result(self.actor, step=self.step, found=form.found())
        messages.success(self.request, _told(following))
        return self._next_page()

    def _next_page(self) -> str:
        if may_run_campaigns(self.actor):
            return reverse("outreach:not_reached", args=[self.step.rung.campaign_id])
        return reverse("casework:my_day")


def _told(following: LadderStep | None) -> str:
    if following is None:
        return DONE
    due = moment(following.due_at)
    return f"Saved. What we try next: {following.rung.label}. {following.owner.name} takes it, due {due}."


@page("outreach.other_way_give", states=("filled", "error"), title="Give it to a colleague")
class GiveStep(_OfStep):
    title = "Who takes it?"
    button = "Give it to them"
    template_name = "outreach/other_way_form.jinja"

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        super().prepare()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().get(request, *args, **kwargs)
        return redirect(step_url(self.step)) if self.step.result else response

    def get_form(self, **bound: Any) -> GiveStepForm:
        colleagues = list_colleagues(self.actor, *ROLES_THAT_SEE_PEOPLE)
        return GiveStepForm(colleagues=colleagues, initial={"owner": self.step.owner_id}, **bound)

    def get_page(self) -> DecidePage:
        return DecidePage.of(self.get_record(), self.title)

    def save(self, form: GiveStepForm) -> str:
        give_step(self.actor, step=self.step, owner_id=form.owner_id)
        messages.success(self.request, GIVEN)
        return reverse("outreach:not_reached", args=[self.step.rung.campaign_id])


@page("outreach.safe_contact", states=("filled", "error"), title="What we may do in spite of an alert")
class DecideOnSafeContact(_OfStep):
    title = "What may we do in spite of the alert?"
    button = "Keep this decision"
    template_name = "outreach/other_way_form.jinja"

    def prepare(self) -> None:
        require(may_decide_on_safe_contact, self.actor)
        super().prepare()

    def get_form(self, **bound: Any) -> DecideForm:
        offered = doors(rungs_in_use(self.step.contact.campaign_id))
        return DecideForm(doors=offered, initial={"opens": self._opened()}, **bound)

    def _opened(self) -> list[str]:
        record = self.get_record()
        stands = record.safe.decision is not None and record.door != Door.UNDECIDED
        return list(record.safe.decision.opens) if stands and record.safe.decision else []

    def get_page(self) -> DecidePage:
        return DecidePage.of(self.get_record(), self.title)

    def save(self, form: DecideForm) -> str:
        given = form.cleaned_data
        decide_on_safe_contact(self.actor, contact=self.step.contact, opens=given["opens"], reason=given["reason"])
        messages.success(self.request, DECIDED)
        return reverse("outreach:not_reached", args=[self.step.rung.campaign_id])
