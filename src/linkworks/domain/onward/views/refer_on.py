"""Referring on in two steps: choose what may leave, see exactly what leaves, send it. Works without script."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from linkworks.domain.onward.actions.refer_on import preview, record_refusal, refer_on
from linkworks.domain.onward.choices import SharedField
from linkworks.domain.onward.forms.refer_on import ReferOnForm
from linkworks.domain.onward.presenters.refer_on import PreviewPage, on_record, question
from linkworks.domain.onward.selectors.sharing import organisation_of, standing_consent, what_may_be_shared
from linkworks.domain.onward.views.about import OptionFormPage
from linkworks.domain.people.choices import GivenHow
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.models import Submission
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render

USUALLY = (SharedField.NAME, SharedField.TELEPHONE, SharedField.LANGUAGE, SharedField.ADJUSTMENTS)
PREVIEWED, CHANGE = "previewed", "change"


@page("onward.refer_on", states=("filled", "error", "preview"), title="Refer on")
class ReferOn(OptionFormPage):
    button = "See exactly what will leave"
    template_name = "onward/refer_on.jinja"

    def get_title(self) -> str:
        return f"Refer {self.case.person.known_as} on to {self.option.service.name}"

    def get_initial(self) -> dict[str, Any]:
        return {
            "to_whom": organisation_of(self.option),
            "address": self.option.service.email,
            "shared": [field.value for field in USUALLY],
        }

    def get_form(self, **bound: Any) -> ReferOnForm:
        return ReferOnForm(
            initial=self.get_initial(),
            known=what_may_be_shared(self.actor, self.option),
            question=question(self.option),
            on_record=on_record(standing_consent(self.actor, self.option)),
            **bound,
        )

    def save(self, form: ReferOnForm) -> str:
        draft = form.draft()
        if form.said_no:
            record_refusal(self.actor, option=self.option, draft=draft, how=GivenHow.SPOKEN)
        else:
            seen = self.request.POST[PREVIEWED]
            refer_on(self.actor, option=self.option, draft=draft, previewed=seen, agreed_how=form.agreed_how)
        return self.option_url

    def _judge(self, form: Any, submission: Submission) -> HttpResponseBase:
        if CHANGE in self.request.POST:
            form.without_errors()
            return self._show(form, submission.token)
        is_first_step = PREVIEWED not in self.request.POST
        if is_first_step and form.is_valid() and not form.said_no:
            return self._show_preview(form, submission.token)
        return super()._judge(form, submission)

    def _show_preview(self, form: ReferOnForm, token: UUID) -> HttpResponse:
        try:
            letter = preview(self.actor, option=self.option, draft=form.draft(), agreed_how=form.agreed_how)
        except Refused as refusal:
            form.refuse(refusal.message, refusal.field)
            return self._show(form, token, status=HAS_ERRORS)
        shown = PreviewPage.of(self.get_page(), self.option, letter, form.agreed_how, self._answers(form))
        return render(self.request, "onward/preview.jinja", shown, submission=token)

    def _answers(self, form: Form) -> tuple[tuple[str, str], ...]:
        return tuple((name, value) for name in form.fields for value in self.request.POST.getlist(name))
