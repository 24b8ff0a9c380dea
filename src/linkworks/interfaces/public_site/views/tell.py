from typing import Any

from django.urls import reverse

from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.selectors import get_listed_service
from linkworks.domain.directory.tell_form import PublicTellForm
from linkworks.foundation.design.page_registry import page
from linkworks.interfaces.public_site.limiter import count_post
from linkworks.interfaces.public_site.presenters.find_support import TellPage
from linkworks.interfaces.public_site.views.doors import PublicFormPage


@page("public_site.tell", states=("empty", "error"), title="Report a change")
class TellChange(PublicFormPage):
    form_class = PublicTellForm
    title = "Report a change"
    button = "Send"
    template_name = "public_site/tell.jinja"
    service: Service

    def prepare(self) -> None:
        self.service = get_listed_service(self.actor, self.kwargs["service_id"])

    def get_page(self) -> TellPage:
        return TellPage.of(self.team, self.title, name=self.service.name, back=self._page_of_service)

    def save(self, form: Any) -> str:
        count_post(self.request.META["REMOTE_ADDR"], self.team)
        given = form.cleaned_data
        tell_change(
            self.actor,
            service=self.service,
            told_by=ToldBy.PUBLIC,
            about=ToldAbout(given["about"]),
            words=given["words"],
            teller_name=given["teller_name"],
            teller_contact=given["teller_contact"],
        )
        return f"{self._page_of_service}?told=yes"

    @property
    def _page_of_service(self) -> str:
        return reverse("public_site:service", args=[self.team.slug, self.service.pk])
