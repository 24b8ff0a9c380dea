"""What the team lead settles for the team."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.casework.actions.measures import choose_measures
from linkworks.domain.casework.actions.safeguarding import name_safeguarding_lead
from linkworks.domain.casework.forms.safeguarding import SafeguardingLeadForm
from linkworks.domain.casework.forms.team import TeamMeasuresForm
from linkworks.domain.casework.policies import leads_the_team
from linkworks.domain.casework.presenters.team import TeamSettingsPage
from linkworks.domain.casework.selectors.measures import team_measures
from linkworks.domain.casework.selectors.safeguarding import get_rota
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage, render


@page("casework.team_settings", title="Team settings")
def team_settings(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(leads_the_team, actor)
    return render(request, "casework/team_settings.jinja", TeamSettingsPage.of(actor))


class TeamSetting(FormPage):
    template_name = "casework/team_setting.jinja"

    def prepare(self) -> None:
        require(leads_the_team, self.actor)

    def save(self, form: Any) -> str:
        self.settle(form)
        messages.success(self.request, "Saved.")
        return reverse("casework:team_settings")

    def settle(self, form: Any) -> None:
        raise NotImplementedError


@page("casework.safeguarding_lead", states=("empty", "error"), title="Safeguarding lead and deputy")
class NameSafeguardingLead(TeamSetting):
    title = "Safeguarding lead and deputy"

    def get_initial(self) -> dict[str, Any]:
        rota = get_rota(self.actor)
        return {"lead": rota.lead_id, "deputy": rota.deputy_id} if rota else {}

    def get_form(self, **bound: Any) -> SafeguardingLeadForm:
        colleagues = [(user.pk, user.name) for user in list_people_workers(self.actor)]
        return SafeguardingLeadForm(colleagues=colleagues, initial=self.get_initial(), **bound)

    def settle(self, form: SafeguardingLeadForm) -> None:
        given = form.cleaned_data
        name_safeguarding_lead(self.actor, lead_id=UUID(given["lead"]), deputy_id=UUID(given["deputy"]))


@page("casework.team_measures", title="Measures the team uses")
class ChooseMeasures(TeamSetting):
    form_class = TeamMeasuresForm
    title = "Measures the team uses"

    def get_initial(self) -> dict[str, Any]:
        return {"instruments": team_measures(self.actor)}

    def settle(self, form: TeamMeasuresForm) -> None:
        choose_measures(self.actor, instruments=form.cleaned_data["instruments"])
