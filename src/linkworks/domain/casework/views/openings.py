from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from linkworks.domain.casework.actions.openings import open_record
from linkworks.domain.casework.forms.openings import OpeningForm
from linkworks.domain.casework.presenters.opening import OpeningPage
from linkworks.domain.casework.selectors.openings import get_person_to_open, is_open_to
from linkworks.domain.people.models import Person
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage


@page("casework.open_record", states=("filled", "error"), title="Why are you opening this record?")
class OpenRecord(FormPage):
    """Asked of everybody who opens a record outside their caseload; then on to where they were going."""

    form_class = OpeningForm
    template_name = "casework/open_record.jinja"
    person: Person

    def prepare(self) -> None:
        self.person = get_person_to_open(self.actor, self.kwargs["person_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.prepare()
        if is_open_to(self.actor, self.person.pk):
            return HttpResponseRedirect(self.next_url)
        record_look(self.actor, "casework.open_record", [self.person.pk])
        return super().get(request, *args, **kwargs)

    def get_page(self) -> OpeningPage:
        return OpeningPage.of(self.person)

    def save(self, form: Any) -> str:
        open_record(self.actor, person=self.person, **form.cleaned_data)
        return self.next_url

    @property
    def next_url(self) -> str:
        return local_path(self.request.GET.get("next", ""), reverse("casework:my_day"))
