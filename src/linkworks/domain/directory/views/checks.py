from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.directory import demand
from linkworks.domain.directory.actions.check import confirm_service
from linkworks.domain.directory.actions.checks import hand_back, pass_on, pause_check, settle_freshness
from linkworks.domain.directory.choices import CheckPause
from linkworks.domain.directory.forms.checks import BACK, FreshnessForm, PassOnForm, PauseForm
from linkworks.domain.directory.models import EntryCheck
from linkworks.domain.directory.policies import may_keep_services, may_lead_freshness
from linkworks.domain.directory.presenters.checks import (
    TITLE,
    CheckFormPage,
    ChecksPage,
    back_to_checks,
    check_form_page,
)
from linkworks.domain.directory.presenters.origins import BackPage
from linkworks.domain.directory.selectors.checks import (
    count_by_colleague,
    get_checker,
    get_open_check,
    get_settings,
    list_checkers,
    list_own_checks,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, read_version, render


@page("directory.checks", states=("filled", "empty"), title=TITLE)
def checks(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    own, each = list_own_checks(actor), get_settings(actor).entries_a_week
    offers = demand.offers(actor) if own else {}
    return render(request, "directory/checks.jinja", ChecksPage.of(actor, own, offers, count_by_colleague(actor), each))


@no_page
@require_POST
def still_right(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Of what was on the page: an entry that has changed since is looked at again first."""
    actor = request.actor  # type: ignore[attr-defined]
    service = get_open_check(actor, check_id).service
    seen = read_version(request.POST)
    do(
        request,
        lambda: confirm_service(actor, service=service, told_by=actor.name, expected_version=seen),
        f"Thank you. {service.name} is fresh for everybody now.",
    )
    return redirect("directory:checks")


class _AboutCheck(FormPage):
    template_name = "directory/check_form.jinja"
    check: EntryCheck

    def prepare(self) -> None:
        require(may_keep_services, self.actor)
        self.check = get_open_check(self.actor, self.kwargs["check_id"])

    def get_page(self) -> CheckFormPage:
        return check_form_page(self.get_title(), self.check)


@page("directory.check_pause", states=("empty", "error"), title="Could not reach them")
class PauseCheck(_AboutCheck):
    form_class = PauseForm
    title = "Could not reach them"
    button = "Ask me again then"

    def save(self, form: PauseForm) -> str:
        because = CheckPause(form.cleaned_data["because"])
        pause_check(self.actor, check=self.check, because=because, until=form.until)
        messages.success(self.request, f"{self.check.service.name} comes back to you then.")
        return reverse("directory:checks")


@page("directory.check_pass_on", states=("empty", "error"), title="Pass on or hand back")
class PassOnCheck(_AboutCheck):
    title = "Pass on or hand back"
    button = "Pass it on"

    def get_form(self, **bound: Any) -> PassOnForm:
        others = list_checkers(self.actor).exclude(pk=self.check.worker_id)
        return PassOnForm(colleagues=[(user.pk, user.name) for user in others], **bound)

    def save(self, form: PassOnForm) -> str:
        to = form.cleaned_data["to"]
        if to == BACK:
            hand_back(self.actor, check=self.check)
            messages.success(self.request, "Handed back. The rota gives it to somebody else.")
        else:
            colleague = get_checker(self.actor, UUID(to))
            pass_on(self.actor, check=self.check, to=colleague)
            messages.success(self.request, f"{colleague.name} has it now.")
        return reverse("directory:checks")


@page("directory.freshness", states=("filled", "error"), title="How the team keeps entries fresh")
class SettleFreshness(FormPage):
    form_class = FreshnessForm
    title = "How the team keeps entries fresh"
    template_name = "directory/freshness.jinja"

    def prepare(self) -> None:
        require(may_lead_freshness, self.actor)

    def get_page(self) -> BackPage:
        return BackPage(self.title, back_to_checks())

    def get_initial(self) -> dict[str, Any]:
        settled = get_settings(self.actor)
        return {"entries_a_week": settled.entries_a_week, "asks_organizations": settled.asks_organizations}

    def save(self, form: Any) -> str:
        settle_freshness(self.actor, **form.cleaned_data)
        messages.success(self.request, "Saved.")
        return reverse("directory:checks")
