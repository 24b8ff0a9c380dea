"""How it went, and putting a slip right."""

from linkworks.domain.onward.actions.outcome import correct_outcome, record_outcome
from linkworks.domain.onward.forms.outcome import CorrectionForm, OutcomeForm
from linkworks.domain.onward.models import OnwardOutcome
from linkworks.domain.onward.selectors.options import get_outcome
from linkworks.domain.onward.views.about import OptionFormPage
from linkworks.foundation.design.page_registry import page


@page("onward.outcome", states=("filled", "error"), title="How did it go?")
class RecordOutcome(OptionFormPage):
    form_class = OutcomeForm

    def get_title(self) -> str:
        return f"How did it go with {self.option.service.name}?"

    def save(self, form: OutcomeForm) -> str:
        record_outcome(self.actor, option=self.option, went=form.went())
        return self.option_url


@page("onward.correct", states=("filled", "error"), title="Put right how it went")
class CorrectOutcome(OptionFormPage):
    form_class = CorrectionForm
    outcome: OnwardOutcome

    def prepare(self) -> None:
        super().prepare()
        self.outcome = get_outcome(self.actor, self.case, self.kwargs["outcome_id"])

    def get_title(self) -> str:
        return f"Put right how it went with {self.option.service.name}"

    def save(self, form: CorrectionForm) -> str:
        correct_outcome(self.actor, outcome=self.outcome, went=form.went())
        return self.option_url
