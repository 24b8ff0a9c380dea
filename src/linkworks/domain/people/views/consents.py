from typing import Any

from linkworks.domain.people.actions import consents
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.forms.consent import ConsentForm
from linkworks.domain.people.views.person_form import FORM_STATES, PersonForm
from linkworks.foundation.core import clock
from linkworks.foundation.design.fields import YES
from linkworks.foundation.design.page_registry import page


@page("people.consent_new", states=FORM_STATES, title="Record an answer about consent")
class RecordConsent(PersonForm):
    form_class = ConsentForm
    title = "Record an answer about consent"
    button = "Save the answer"
    done = "The answer is saved with the words that were asked."

    def get_initial(self) -> dict[str, Any]:
        return ConsentForm.starting()

    def change(self, form: ConsentForm) -> None:
        answers = form.cleaned_data
        consents.record_consent(
            self.actor,
            person=self.person,
            kind=ConsentKind(answers["kind"]),
            given=answers["given"] == YES,
            wording=form.wording,
            given_how=GivenHow(answers["given_how"]),
            about=answers["about"],
            given_at=clock.moment_on(answers["given_on"]),
            until=answers["until"],
        )
