from typing import Any

from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.pages import FormPage


class CaseForm(FormPage):
    """A form about one case, under the banner of its person. The look is logged when the form is shown.

    The address takes `case_id`; a form about a row of a case overrides `find_case`.
    """

    template_name = "casework/case_form.jinja"
    page_name: str
    case: Case

    def find_case(self) -> Case:
        return get_case(self.actor, self.kwargs["case_id"])

    def prepare(self) -> None:
        self.case = self.find_case()
        if self.request.method == "GET":
            record_look(self.actor, self.page_name, [self.case.person_id], reason=self.case.opening_reason or "")

    def get_page(self) -> Any:
        return CaseFormPage(self.get_title(), case_banner(self.actor, self.case), self.case_url)

    @property
    def case_url(self) -> str:
        return reverse("casework:case", args=[self.case.pk])

    def save(self, form: Any) -> str:
        """Call an action and go back to the case page."""
        raise NotImplementedError
