from typing import Any, ClassVar

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.casework.actions.allocation import accept_referral
from linkworks.domain.casework.forms.allocation import AcceptForm
from linkworks.domain.casework.presenters.allocation import AcceptPage
from linkworks.domain.casework.selectors.allocation import suggest_workers
from linkworks.domain.referrals.choices import SupportLevel
from linkworks.domain.referrals.selectors.referrals import get_referral
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design import fields
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage


@page("casework.accept_referral", states=("filled", "error"))
class AcceptReferral(FormPage):
    form_class = AcceptForm
    template_name = "casework/allocation/accept.jinja"
    button: ClassVar[str] = "Accept and open a case"

    def prepare(self) -> None:
        self.referral = get_referral(self.actor, self.kwargs["referral_id"])
        self.suggestions = suggest_workers(self.actor, self.referral)
        record_look(self.actor, "casework.accept_referral", filter(None, [self.referral.person_id]))

    def get_page(self) -> AcceptPage:
        return AcceptPage.of(self.referral)

    def get_initial(self) -> dict[str, Any]:
        best = str(self.suggestions[0].worker_id) if self.suggestions else ""
        return {"support_level": SupportLevel.FULL, "worker": best}

    def get_form(self, **bound: Any) -> fields.Form:
        return AcceptForm(initial=self.get_initial(), suggestions=self.suggestions, **bound)

    def save(self, form: Any) -> str:
        accept_referral(
            self.actor,
            referral=self.referral,
            worker_id=form.cleaned_data["worker"],
            support_level=SupportLevel(form.cleaned_data["support_level"]),
        )
        names = {str(one.worker_id): one.name for one in self.suggestions}
        messages.success(self.request, f"Accepted. {names[form.cleaned_data['worker']]} looks after the case.")
        return reverse("referrals:inbox")
