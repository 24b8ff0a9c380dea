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
from linkworks.domain.casework.choices import Way
from linkworks.domain.casework.forms.appointments import NO_REMINDER, AppointmentForm
from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.presenters.appointments import AppointmentPage, booked
from linkworks.domain.casework.selectors.appointments import get_check_in
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.domain.casework.views.deeds import do
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render


@page("casework.appointment_new", states=("empty", "error"), title="Book an appointment")
class BookAppointment(CaseForm):
    form_class = AppointmentForm
    title = "Book an appointment"
    button = "Book the appointment"

    def get_form(self, **bound: Any) -> AppointmentForm:
        known = before_contact(self.actor, [self.case.person_id])[self.case.person_id]
        return AppointmentForm(
            initial=self.get_initial(),
            colleagues=[(user.pk, user.name) for user in list_people_workers(self.actor)],
            reminders=reminders.safe_ways(known),
            **bound,
        )

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

    def save(self, form: AppointmentForm) -> str:
        try:
            appointment = book_appointment(
                self.actor, case=self.case, booking=form.booking(), despite_clash=form.is_despite_clash
            )
        except Clash:
            form.offer_despite_clash()
            raise
        messages.success(self.request, booked(appointment))
        return self.case_url


@page("casework.appointment", states=("to_come", "to_mark", "done"), title="An appointment")
def appointment_page(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_case_row(actor, Appointment, appointment_id)
    record_look(actor, "casework.appointment", [appointment.person_id], reason=appointment.case.opening_reason or "")
    return render(request, "casework/appointment.jinja", AppointmentPage.of(actor, appointment))


@no_page
@require_POST
def cancel(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    return _mark(request, appointment_id, cancel_appointment, "Appointment cancelled. Tell the person if you have not.")


@no_page
@require_POST
def miss(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    return _mark(request, appointment_id, miss_appointment, "Marked: the person did not come.")


@no_page
@require_POST
def safe(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_check_in(actor, appointment_id)
    do(request, lambda: check_in(actor, appointment=appointment), f"{appointment.worker.name} has checked in.")
    return HttpResponseRedirect(local_path(request.POST.get("next", ""), reverse("casework:my_day")))


def _mark(request: HttpRequest, appointment_id: UUID, deed: Any, said: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    appointment = get_case_row(actor, Appointment, appointment_id)
    do(request, lambda: deed(actor, appointment=appointment), said)
    return HttpResponseRedirect(reverse("casework:case", args=[appointment.case_id]))
