from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.directory.actions.check import check_service
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.forms.check import CheckForm
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.presenters.pages import CheckPage, ServicePage
from linkworks.domain.directory.presenters.service import ServiceCard
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.origins import origins_on_page
from linkworks.domain.directory.selectors.tellings import list_told_of
from linkworks.domain.directory.views.about_service import PutsRight
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render


@page("directory.service", states=("filled", "told"))
def service_page(request: HttpRequest, service_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    service = get_service(actor, service_id)
    keeps = may_keep_services(actor)
    told = list_told_of(actor, [service.pk]) if keeps else []
    origins = origins_on_page(actor, service) if keeps else {}
    return render(request, "directory/service.jinja", ServicePage.of(actor, service, told, origins))


@page("directory.check", states=("filled", "error"), title="Does this service run, and is there room?")
class CheckService(PutsRight):
    form_class = CheckForm
    title = "Does this service run, and is there room?"
    button = "Save for everybody"
    template_name = "directory/check.jinja"

    def get_page(self) -> CheckPage:
        return CheckPage(self.title, ServiceCard.of(self.service))

    def get_version(self) -> int:
        return self.service.version

    def describe_changes(self) -> list[str]:
        return [f"It is now “{self.service.get_live_state_display()}”, told by {self.service.assured_by}."]

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        check_service(
            self.actor,
            service=self.service,
            live_state=LiveState(given["live_state"]),
            waiting_weeks=given["waiting_weeks"],
            told_by=given["told_by"],
            expected_version=self.posted_version,
        )
        self.settle_told()
        return self.address("service")
