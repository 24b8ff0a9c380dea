from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.directory.actions.asking import ask_organization, withdraw_ask
from linkworks.domain.directory.actions.tellings import decide_values, set_aside, tell_change
from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.forms.tellings import AskForm, DecideForm, SetAsideForm
from linkworks.domain.directory.models import ProposedValue, ToldChange
from linkworks.domain.directory.policies import may_keep_services, may_tell_of_services
from linkworks.domain.directory.presenters.origins import BackPage, back_to
from linkworks.domain.directory.presenters.tellings import TITLE, AskPage, ToldListPage, ToldPage
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.asking import get_ask, list_asks
from linkworks.domain.directory.selectors.tellings import get_told_change, list_told_changes
from linkworks.domain.directory.tell_form import TellForm
from linkworks.domain.directory.views.about_service import AboutService
from linkworks.foundation.access.permission import require
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render


@page("directory.told_changes", states=("filled", "empty"), title=TITLE)
def told_changes(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    return render(request, "directory/told_changes.jinja", ToldListPage.of(actor, list_told_changes(actor)))


@page("directory.told_change", states=("proposed", "words", "error"), title="What was told about a service")
class SettleChange(FormPage):
    """Proposed values are decided one by one; mere words are set aside here, or put right on a form of the entry."""

    template_name = "directory/told_change.jinja"
    told: ToldChange
    proposals: list[ProposedValue]

    def prepare(self) -> None:
        require(may_keep_services, self.actor)
        self.told = get_told_change(self.actor, self.kwargs["told_id"])
        self.proposals = list(self.told.values.order_by("created_at"))

    def get_title(self) -> str:
        return f"What was told about {self.told.service.name}"

    def get_page(self) -> ToldPage:
        return ToldPage.of(self.told, self.proposals)

    def get_form(self, **bound: Any) -> DecideForm | SetAsideForm:
        return DecideForm(proposals=self.proposals, **bound) if self.proposals else SetAsideForm(**bound)

    def save(self, form: Any) -> str:
        if self.proposals:
            decide_values(self.actor, told=self.told, accepted=form.accepted())
            messages.success(self.request, "Saved for everybody.")
            return reverse("directory:service", args=[self.told.service_id])
        set_aside(self.actor, told=self.told, because=form.cleaned_data["because"])
        messages.success(self.request, "Set aside.")
        return reverse("directory:told_changes")


@page("directory.tell", states=("empty", "error"), title="Report a change")
class TellChange(AboutService):
    form_class = TellForm
    title = "Report a change"
    button = "Report it"
    template_name = "directory/tell.jinja"

    def prepare(self) -> None:
        require(may_tell_of_services, self.actor)
        self.service = get_service(self.actor, self.kwargs["service_id"])

    def get_page(self) -> BackPage:
        return BackPage(self.title, back_to(self.service))

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        tell_change(
            self.actor,
            service=self.service,
            told_by=ToldBy.STAFF,
            about=ToldAbout(given["about"]),
            words=given["words"],
            teller_name=self.actor.name,
        )
        messages.success(self.request, "Thank you. Somebody will look into it.")
        return self.address("service")


@page("directory.ask", states=("filled", "error"), title="Ask the organisation")
class AskOrganization(AboutService):
    form_class = AskForm
    title = "Ask the organisation"
    button = "Send the email"
    template_name = "directory/ask.jinja"

    def get_page(self) -> AskPage:
        return AskPage.of(self.service, list_asks(self.actor, self.service))

    def get_initial(self) -> dict[str, Any]:
        return {"email": self.service.email}

    def save(self, form: Any) -> str:
        ask_organization(self.actor, service=self.service, email=form.cleaned_data["email"])
        messages.success(self.request, "The email is on its way.")
        return self.address("ask")


@no_page
@require_POST
def ask_withdraw(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    ask = get_ask(actor, ask_id)
    do(request, lambda: withdraw_ask(actor, ask=ask), "The link no longer works.")
    return redirect("directory:ask", ask.service_id)
