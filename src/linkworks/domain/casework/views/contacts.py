"""Logging a conversation, a try, a note, a correction: each with the case in sight."""

from typing import Any

from django.contrib import messages

from linkworks.domain.casework.actions.attempts import log_attempt
from linkworks.domain.casework.actions.contacts import log_contact
from linkworks.domain.casework.actions.notes import add_note, correct_note
from linkworks.domain.casework.choices import AttemptOutcome, Way
from linkworks.domain.casework.forms import due
from linkworks.domain.casework.forms.contacts import (
    EARLIER,
    NOW,
    AttemptForm,
    ContactForm,
    CorrectionForm,
    NoteForm,
)
from linkworks.domain.casework.models import Appointment, Case, CaseNote
from linkworks.domain.casework.presenters.contacts import CorrectionPage, LogContactPage, after_attempt
from linkworks.domain.casework.selectors.appointments import get_booked
from linkworks.domain.casework.selectors.case_page import get_case_facts
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.selectors.contacts import get_last_contact
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import page


@page("casework.log_contact", states=("empty", "error"), title="Log a contact")
class LogContact(CaseForm):
    """Also what became of an appointment that took place, when the address names one."""

    form_class = ContactForm
    title = "Log a contact"
    button = "Save the contact"
    template_name = "casework/log_contact.jinja"

    def get_initial(self) -> dict[str, Any]:
        appointment = self.find_appointment()
        if appointment is None:
            return {"way": Way.PHONE.value, "when": NOW, "remind": due.NEVER}
        return {
            "way": appointment.way,
            "when": EARLIER,
            "at": appointment.starts_at,
            "minutes": appointment.minutes,
            "remind": due.NEVER,
        }

    def get_page(self) -> LogContactPage:
        return LogContactPage.of(super().get_page(), get_last_contact(self.case))

    def find_appointment(self) -> Appointment | None:
        """The one that the address names, of this case."""
        asked = self.request.GET.get("appointment", "")
        return get_booked(self.actor, self.case, asked) if asked else None

    def save(self, form: ContactForm) -> str:
        log_contact(self.actor, case=self.case, appointment=self.find_appointment(), **form.values())
        messages.success(self.request, "Contact saved.")
        return self.case_url


@page("casework.no_answer", states=("empty", "error"), title="Nobody reached")
class NoAnswer(CaseForm):
    """Every kind of try. The case page and My day post the commonest of them with one press."""

    form_class = AttemptForm
    title = "We tried, and reached nobody"
    button = "Save the try"

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET
        return {
            "way": asked.get("way", Way.PHONE.value),
            "outcome": asked.get("outcome", AttemptOutcome.NO_ANSWER.value),
            "when": NOW,
        }

    def save(self, form: AttemptForm) -> str:
        given = form.cleaned_data
        attempt = log_attempt(
            self.actor,
            case=self.case,
            way=Way(given["way"]),
            outcome=AttemptOutcome(given["outcome"]),
            at=given["at"],
            words=given["words"],
        )
        facts = get_case_facts(self.actor, self.case)
        messages.success(self.request, after_attempt(self.actor, attempt, facts))
        return local_path(self.request.POST.get("next", ""), self.case_url)


@page("casework.note_new", states=("empty", "error"), title="Add a note")
class AddNote(CaseForm):
    form_class = NoteForm
    title = "Add a note"
    button = "Save the note"

    def save(self, form: NoteForm) -> str:
        add_note(self.actor, case=self.case, body=form.cleaned_data["words"])
        messages.success(self.request, "Note saved.")
        return self.case_url


@page("casework.note_correct", states=("empty", "error"), title="Correct a note")
class CorrectNote(CaseForm):
    form_class = CorrectionForm
    title = "Correct a note"
    button = "Add the correction"
    template_name = "casework/correct_note.jinja"
    note: CaseNote

    def find_case(self) -> Case:
        self.note = get_case_row(self.actor, CaseNote, self.kwargs["note_id"])
        return self.note.case

    def get_page(self) -> CorrectionPage:
        return CorrectionPage.of(super().get_page(), self.note)

    def save(self, form: CorrectionForm) -> str:
        correct_note(self.actor, note=self.note, words=form.cleaned_data["words"])
        messages.success(self.request, "Correction added under the note.")
        return f"{self.case_url}#timeline"
