"""The rules of a campaign: all on one page, and a form for each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.bands import add_band, change_band, remove_band
from linkworks.domain.outreach.actions.campaigns import choose_script
from linkworks.domain.outreach.actions.outcomes import (
    add_outcome,
    bring_back_outcome,
    change_outcome,
    retire_outcome,
)
from linkworks.domain.outreach.actions.windows import set_windows
from linkworks.domain.outreach.forms.rules import (
    BandForm,
    HoursForm,
    OutcomeForm,
    ScriptForm,
    about_band,
    about_outcome,
)
from linkworks.domain.outreach.models import CallOutcome, Campaign, PriorityBand
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.rules import (
    RuleForm,
    RulesPage,
    what_a_band_means,
    what_an_outcome_means,
)
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.rules import (
    count_calls_with,
    count_people,
    get_band,
    get_outcome,
    get_rules,
    list_outcomes,
    list_published_scripts,
    list_spans,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, read_version, render
from linkworks.foundation.design.parts import Link

SAVED = "Saved. It holds from the next call on."


@page("outreach.campaign_rules", states=("wrong", "filled"), title="Rules of a campaign")
def rules(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    campaign = get_campaign(actor, campaign_id)
    return render(request, "outreach/rules.jinja", RulesPage.of(actor, campaign, get_rules(actor, campaign)))


class _RuleForm(FormPage):
    """The version is that of the campaign: whoever changes a rule has seen them all."""

    template_name = "outreach/rule_form.jinja"
    campaign: Campaign

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.campaign = get_campaign(self.actor, self.kwargs["campaign_id"])

    def get_version(self) -> int:
        return self.campaign.version

    def get_page(self) -> RuleForm:
        return RuleForm.of(self.actor, self.campaign, self.get_title(), self.get_means(), self.get_deed())

    def get_means(self) -> list[str]:
        """What a change means, a sentence each."""
        return []

    def get_deed(self) -> Link | None:
        return None

    def save(self, form: Any) -> str:
        self.change(form)
        messages.success(self.request, SAVED)
        return reverse("outreach:campaign_rules", args=[self.campaign.pk])

    def change(self, form: Any) -> None:
        raise NotImplementedError


@page("outreach.campaign_hours", states=("filled", "error"), title="When a campaign rings")
class Hours(_RuleForm):
    title = "When do we ring?"
    template_name = "outreach/rule_hours.jinja"

    def get_form(self, **bound: Any) -> HoursForm:
        return HoursForm(spans=list_spans(self.actor, self.campaign), **bound)

    def change(self, form: HoursForm) -> None:
        set_windows(self.actor, campaign=self.campaign, spans=form.spans, expected_version=self.posted_version)


@page("outreach.campaign_script", states=("filled", "error"), title="The script of a campaign")
class ChooseScript(_RuleForm):
    title = "Which script do callers read?"
    template_name = "outreach/rule_script.jinja"

    def get_form(self, **bound: Any) -> ScriptForm:
        initial = {"script": str(self.campaign.script_id or "")}
        return ScriptForm(published=list_published_scripts(self.actor), initial=initial, **bound)

    def change(self, form: ScriptForm) -> None:
        chosen = {str(one.pk): one for one in list_published_scripts(self.actor)}[form.cleaned_data["script"]]
        choose_script(self.actor, campaign=self.campaign, script=chosen, expected_version=self.posted_version)


@page("outreach.campaign_band_new", states=("empty", "error"), title="Add a band")
class NewBand(_RuleForm):
    form_class = BandForm
    title = "Add a band"

    def change(self, form: BandForm) -> None:
        add_band(self.actor, campaign=self.campaign, expected_version=self.posted_version, **form.cleaned_data)


@page("outreach.campaign_band", states=("filled", "error"), title="Change a band")
class ChangeBand(_RuleForm):
    form_class = BandForm
    title = "Change a band"
    band: PriorityBand

    def prepare(self) -> None:
        super().prepare()
        self.band = get_band(self.actor, self.campaign, self.kwargs["band_id"])

    def get_initial(self) -> dict[str, Any]:
        return about_band(self.band)

    @property
    def people(self) -> int:
        return count_people(self.actor, self.campaign).get(self.band.pk, 0)

    def get_means(self) -> list[str]:
        return what_a_band_means(self.people)

    def get_deed(self) -> Link | None:
        address = reverse("outreach:campaign_band_remove", args=[self.campaign.pk, self.band.pk])
        return None if self.people else Link("Take this band away", address)

    def change(self, form: BandForm) -> None:
        change_band(self.actor, band=self.band, expected_version=self.posted_version, **form.cleaned_data)


@page("outreach.campaign_outcome_new", states=("empty", "error"), title="Add an outcome")
class NewOutcome(_RuleForm):
    title = "Add an outcome"

    def get_form(self, **bound: Any) -> OutcomeForm:
        return OutcomeForm(offered=list_outcomes(self.actor, self.campaign), **bound)

    def change(self, form: OutcomeForm) -> None:
        add_outcome(self.actor, campaign=self.campaign, expected_version=self.posted_version, **form.facts)


@page("outreach.campaign_outcome", states=("filled", "retired", "error"), title="Change an outcome")
class ChangeOutcome(_RuleForm):
    title = "Change an outcome"
    outcome: CallOutcome

    def prepare(self) -> None:
        super().prepare()
        self.outcome = get_outcome(self.actor, self.campaign, self.kwargs["outcome_id"])

    def get_form(self, **bound: Any) -> OutcomeForm:
        offered = list_outcomes(self.actor, self.campaign)
        return OutcomeForm(offered=offered, initial=about_outcome(self.outcome), **bound)

    def get_means(self) -> list[str]:
        return what_an_outcome_means(count_calls_with(self.actor, self.outcome))

    def get_deed(self) -> Link:
        name, text = ("bring_back", "Offer it again") if self.outcome.retired_at else ("retire", "Stop offering it")
        return Link(text, reverse(f"outreach:campaign_outcome_{name}", args=[self.campaign.pk, self.outcome.pk]))

    def change(self, form: OutcomeForm) -> None:
        change_outcome(self.actor, outcome=self.outcome, expected_version=self.posted_version, **form.facts)


@no_page
@require_POST
def take_band_away(request: HttpRequest, campaign_id: UUID, band_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    band = get_band(actor, get_campaign(actor, campaign_id), band_id)
    version = read_version(request.POST)
    do(request, lambda: remove_band(actor, band=band, expected_version=version), f"{band.name} is gone.")
    return redirect("outreach:campaign_rules", campaign_id)


@no_page
@require_POST
def stop_offering(request: HttpRequest, campaign_id: UUID, outcome_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    outcome = get_outcome(actor, get_campaign(actor, campaign_id), outcome_id)
    version = read_version(request.POST)
    said = f"“{outcome.label}” is no longer offered."
    do(request, lambda: retire_outcome(actor, outcome=outcome, expected_version=version), said)
    return redirect("outreach:campaign_rules", campaign_id)


@no_page
@require_POST
def offer_again(request: HttpRequest, campaign_id: UUID, outcome_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    outcome = get_outcome(actor, get_campaign(actor, campaign_id), outcome_id)
    version = read_version(request.POST)
    said = f"“{outcome.label}” is offered again, on the last key."
    do(request, lambda: bring_back_outcome(actor, outcome=outcome, expected_version=version), said)
    return redirect("outreach:campaign_rules", campaign_id)
