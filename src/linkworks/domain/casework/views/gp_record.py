from typing import Any
from uuid import UUID

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.casework.actions.gp_record import record_code
from linkworks.domain.casework.models import Contact
from linkworks.domain.casework.presenters import gp_record
from linkworks.domain.casework.presenters.gp_record import GpCopyPage
from linkworks.domain.casework.selectors.gp_record import get_contact, get_newest_contact, get_refusal
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page


@page(
    "casework.gp_copy", states=("code_due", "no_code", "recorded", "said_no", "nothing"), title="Copy for the GP record"
)
class GpCopy(CaseForm):
    """Of the contact that the address names; without one, of how the case stands. Saving says that it was pasted."""

    form_class = Form
    title = "Copy for EMIS or SystmOne"
    button = "I have pasted it: record the code"
    template_name = "casework/gp_copy.jinja"

    contact_id: UUID | None

    def prepare(self) -> None:
        super().prepare()
        self.contact_id = self.kwargs.get("contact_id")

    def get_page(self) -> GpCopyPage:
        base = super().get_page()
        contact = self.find_contact()
        if contact is not None:
            return gp_record.for_contact(self.actor, self.case, base, contact)
        refusal = get_refusal(self.actor, self.case)
        return gp_record.for_refusal(self.actor, self.case, base, refusal) if refusal else gp_record.for_nothing(base)

    def find_contact(self) -> Contact | None:
        """None for a case that ended because the person said no, and for one in which nobody has spoken yet."""
        if self.contact_id is not None:
            return get_contact(self.actor, self.case, self.contact_id)
        if get_refusal(self.actor, self.case) is not None:
            return None
        return get_newest_contact(self.actor, self.case)

    def save(self, form: Any) -> str:
        record_code(self.actor, case=self.case, contact=self.find_contact())
        messages.success(self.request, "Recorded: the code is in the GP record.")
        if self.contact_id is None:
            return reverse("casework:gp_copy", args=[self.case.pk])
        return reverse("casework:gp_copy_contact", args=[self.case.pk, self.contact_id])
