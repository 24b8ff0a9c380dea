"""What the form pages about the options of a case share."""

from typing import Any, ClassVar

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.presenters.about import AboutCase, option_url
from linkworks.domain.onward.selectors.options import get_option
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.pages import FormPage
from linkworks.foundation.design.parts import Link


class CaseFormPage(FormPage):
    """A form about a case, under the banner of its person. The look is logged when the form is shown."""

    template_name = "onward/form.jinja"
    page_name: ClassVar[str]
    case: Case

    def prepare(self) -> None:
        self.case = get_case(self.actor, self.kwargs["case_id"])
        if self.request.method == "GET":
            record_look(self.actor, self.page_name, [self.case.person_id], reason=self.case.opening_reason or "")


class OptionFormPage(CaseFormPage):
    """A form about one option; it leads back to the page of the option."""

    option: Option

    def prepare(self) -> None:
        super().prepare()
        self.option = get_option(self.actor, self.case, self.kwargs["option_id"])

    def get_page(self) -> Any:
        return AboutCase.form(self.actor, self.case, self.get_title(), Link(self.option.service.name, self.option_url))

    @property
    def option_url(self) -> str:
        return option_url(self.case.pk, self.option.pk)
