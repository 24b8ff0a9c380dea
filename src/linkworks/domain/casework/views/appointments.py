from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework import reminders
from linkworks.domain.casework.actions.appointments import cancel_appointment, miss_appointment
from linkworks.domain.casework.actions.booking import Clash, book_appointment
from linkworks.domain.casework.actions.lone_working import check_in
from linkworks.domain.casework.actions.moving import move_appointment
from linkworks.domain.casework.choices import Way
from linkworks.domain.casework.forms.appointments import NO_REMINDER, AppointmentForm
from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.presenters.appointments import AppointmentPage, booked, cancelled, moved
from linkworks.domain.casework.selectors.appointments import get_check_in, get_told
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.domain.casework.views.plan_form import FORM_STATES, RowForm
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render
from linkworks.foundation.messaging.selectors import get_message

Says = Callable[[Actor, Appointment], str]
"""The sentence for after a deed."""


class BookingForm(CaseForm):
    """Asks all that is to be known of a meeting; a clash is asked about once it is there."""

    form_class = AppointmentForm

    def get_form(self, **bound: Any) -> AppointmentForm:
        known = before_contact(self.actor, [self.case.person_id])[self.case.person_id]
        return AppointmentForm(
            initial=self.get_initial(),
            colleagues=[(user.pk, user.name) for user in list_people_workers(self.actor)],
            reminders=reminders.safe_ways(known),
            **bound,
        )

    def save(self, form: AppointmentForm) -> str:
        try:
            messages.success(self.request, self.book(form))
        except Clash:
            form.offer_despite_clash()
            raise
        return self.case_url

    def book(self, form: AppointmentForm) -> str:
        """Call an action, and give the sentence that says what was done."""
        raise NotImplementedError


@page("casework.appointment_new", states=("empty", "error"), title="Book an appointment")
class BookAppointment(BookingForm):
    title = "Book an appointment"
    button = "Book the appointment"

    def get_initial(self) -> dict[str, Any]:
        person = self.case.person
        return {
            "minutes": 45,
            "worker_id": self.actor.user_id,
            "way": Way.PRACTICE.value,
            "interpreter": "yes" if person.interpreter_needed else "no",
            "interpreter_language": person.preferred_language if person.interpreter_needed else "",
            "reminder": NO_REMINDER,
        }

    def book(self, form: AppointmentForm) -> str:
        appointment = book_appointment(
            self.actor, case=self.case, booking=form.booking(), despite_clash=form.is_despite_clash
        )
        return booked(appointment)


@page("casework.appointment_move", states=FORM_STATES, title="Move an appointment")
class MoveAppointment(BookingForm, RowForm[Appointment]):
    """Another time, place, worker or interpreter for a meeting that is to come."""

    model = Appointment
    title = "Move the appointment"
    button = "Move the appointment"

    def get_initial(self) -> dict[str, Any]:
        reminder = get_message(self.actor, self.row.reminder_id) if self.row.reminder_id else None
        return super(BookingForm, self).get_initial() | {
            "goes_alone": self.row.check_in_by is not None,
            "interpreter": "yes" if self.row.interpreter_language else "no",
            "reminder": reminder.channel if reminder else NO_REMINDER,
        }

    def book(self, form: AppointmentForm) -> str:
        was_told = get_told(self.actor, self.row) is not None
        move = move_appointment(
            self.actor,
            appointment=self.row,
            booking=form.booking(),
            despite_clash=form.is_despite_clash,
            expected_version=self.posted_version,
        )
        return moved(self.row, move, was_told=was_told)


@page("casework.appointment", states=("to_come", "to_mark", "done"), title="An appointment")
def appointment_page(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_case_row(actor, Appointment, appointment_id)
    record_look(actor, "casework.appointment", [appointment.person_id], reason=appointment.case.opening_reason or "")
    return render(request, "casework/appointment.jinja", AppointmentPage.of(actor, appointment))


@no_page
@require_POST
def cancel(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    return _mark(request, appointment_id, cancel_appointment, cancelled)


@no_page
@require_POST
def miss(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    return _mark(request, appointment_id, miss_appointment, lambda *_: "Marked: the person did not come.")


@no_page
@require_POST
def safe(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_check_in(actor, appointment_id)
    do(request, lambda: check_in(actor, appointment=appointment), f"{appointment.worker.name} has checked in.")
    return HttpResponseRedirect(local_path(request.POST.get("next", ""), reverse("casework:my_day")))


def _mark(request: HttpRequest, appointment_id: UUID, deed: Any, says: Says) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_case_row(actor, Appointment, appointment_id)
    do(request, lambda: deed(actor, appointment=appointment), says(actor, appointment))
    return HttpResponseRedirect(reverse("casework:case", args=[appointment.case_id]))
