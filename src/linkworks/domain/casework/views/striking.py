from typing import Any

from linkworks.domain.casework.actions.notes import strike_note
from linkworks.domain.casework.actions.striking import strike
from linkworks.domain.casework.forms.striking import StrikeForm
from linkworks.domain.casework.models import CaseNote, Contact, ContactAttempt, MeasureResponse
from linkworks.domain.casework.presenters.striking import StrikePage
from linkworks.domain.casework.views.plan_form import FORM_STATES, RowForm
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.parts import When


@page("casework.entered_in_error", states=FORM_STATES, title="Entered in error")
class EnteredInError(RowForm[Contact | ContactAttempt | MeasureResponse | CaseNote]):
    """Of a conversation, a try, a measure or a note: the address says which."""

    form_class = StrikeForm
    model = Contact
    template_name = "casework/entered_in_error.jinja"
    title = "Entered in error"
    button = "Mark as entered in error"
    done = "Marked as entered in error."
    section = "timeline"

    def get_page(self) -> StrikePage:
        return StrikePage.of(super().get_page(), self.row, When(self.row.at))

    def get_version(self) -> None:
        """Nothing is overwritten: the mark goes on once."""

    def change(self, form: Any) -> None:
        because = form.cleaned_data["because"]
        if isinstance(self.row, CaseNote):
            strike_note(self.actor, note=self.row, because=because)
        else:
            strike(self.actor, row=self.row, because=because)
