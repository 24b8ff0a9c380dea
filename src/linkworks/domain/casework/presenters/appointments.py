from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import AppointmentStatus, Way
from linkworks.domain.casework.models import Appointment, AppointmentMove
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.selectors.appointments import get_told, list_moves
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import PersonBanner, SummaryRow, Tag, When
from linkworks.foundation.messaging.choices import MessageStatus
from linkworks.foundation.messaging.selectors import get_message

TAGS = {
    AppointmentStatus.BOOKED: Tag("Booked", "blue"),
    AppointmentStatus.KEPT: Tag("Took place", "green"),
    AppointmentStatus.MISSED: Tag("The person did not come", "yellow"),
    AppointmentStatus.CANCELLED: Tag("Cancelled", "grey"),
}


@dataclass(frozen=True)
class AppointmentPage:
    """One appointment, and what can be said of it now. An address is blank where its deed makes no sense."""

    title: str
    banner: PersonBanner
    back: str
    rows: tuple[SummaryRow, ...]
    kept_url: str
    missed_url: str
    move_url: str
    cancel_url: str
    check_in_url: str

    @classmethod
    def of(cls, actor: Actor, appointment: Appointment) -> "AppointmentPage":
        is_booked = appointment.status == AppointmentStatus.BOOKED
        has_begun = appointment.starts_at <= clock.now()
        is_waiting = appointment.check_in_by is not None and appointment.checked_in_at is None
        return cls(
            title=f"Appointment {words.moment(appointment.starts_at)}",
            banner=case_banner(actor, appointment.case),
            back=reverse("casework:case", args=[appointment.case_id]),
            rows=tuple(_rows(actor, appointment)),
            kept_url=_log_contact(appointment) if has_begun and is_booked else "",
            missed_url=_deed(appointment, "missed") if has_begun and is_booked else "",
            move_url=_deed(appointment, "move") if is_booked and not has_begun else "",
            cancel_url=_deed(appointment, "cancel") if is_booked and not has_begun else "",
            check_in_url=_deed(appointment, "check_in") if is_waiting and has_begun else "",
        )


def booked(appointment: Appointment) -> str:
    """What the page says after booking."""
    reminder = " A reminder will be sent." if appointment.reminder_id else ""
    return f"Appointment booked for {words.moment(appointment.starts_at)}.{reminder}"


def moved(appointment: Appointment, move: AppointmentMove, *, was_told: bool) -> str:
    """What the page says after a move: above all whether the person still has to be told."""
    said = f"Appointment moved to {words.moment(appointment.starts_at)}."
    is_news = (move.was_at, move.was_with_id) != (appointment.starts_at, appointment.worker_id)
    if move.notice_id:
        return f"{said} They were reminded before, so a message with the new time is on its way."
    if was_told and is_news:
        return f"{said} They were reminded of the old time, and no message is safe now. Ring them."
    return f"{said} Tell the person if you have not."


def cancelled(actor: Actor, appointment: Appointment) -> str:
    """What the page says after cancelling: above all, to whoever expects to meet."""
    if get_told(actor, appointment) is not None:
        return "Appointment cancelled. They were reminded of it: ring them, so that they do not come for nothing."
    return "Appointment cancelled. Tell the person if you have not."


def _rows(actor: Actor, appointment: Appointment) -> list[SummaryRow]:
    where = _where(appointment.way, appointment.place)
    until = words.clock_time(appointment.ends_at)
    return [
        SummaryRow("When", [When(appointment.starts_at), f"until {until}"]),
        SummaryRow("Where", where),
        SummaryRow("With", appointment.worker.name),
        SummaryRow("State", TAGS[AppointmentStatus(appointment.status)]),
        *_interpreter(appointment),
        *_check_in(appointment),
        SummaryRow("Reminder", _reminder(actor, appointment)),
        *_moves(actor, appointment),
    ]


def _where(way: str, place: str) -> str:
    return ", ".join(part for part in (Way(way).label, place) if part)


def _reminder(actor: Actor, appointment: Appointment) -> str:
    message = get_message(actor, appointment.reminder_id) if appointment.reminder_id else None
    if message is None:
        return "None"
    return f"Sent {words.moment(message.sent_at)}" if message.sent_at else MessageStatus(message.status).label


def _moves(actor: Actor, appointment: Appointment) -> list[SummaryRow]:
    before = [_before(move) for move in list_moves(actor, appointment)]
    return [SummaryRow("Before it was moved", before)] if before else []


def _before(move: AppointmentMove) -> str:
    by = f" by {move.by.name}" if move.by else ""
    where = _where(move.was_way, move.was_place)
    return f"{words.full_moment(move.was_at)}, {where}, with {move.was_with.name} (moved {words.moment(move.at)}{by})"


def _interpreter(appointment: Appointment) -> list[SummaryRow]:
    if not appointment.interpreter_language:
        return []
    state = "booked" if appointment.interpreter_booked else "not booked yet"
    return [SummaryRow("Interpreter", f"{appointment.interpreter_language}, {state}")]


def _check_in(appointment: Appointment) -> list[SummaryRow]:
    if appointment.check_in_by is None:
        return []
    if appointment.checked_in_at:
        return [SummaryRow("Check-in", f"Checked in {words.moment(appointment.checked_in_at)}")]
    return [SummaryRow("Check-in", f"Wanted by {words.moment(appointment.check_in_by)}")]


def _log_contact(appointment: Appointment) -> str:
    return f"{reverse('casework:log_contact', args=[appointment.case_id])}?appointment={appointment.pk}"


def _deed(appointment: Appointment, deed: str) -> str:
    return reverse(f"casework:appointment_{deed}", args=[appointment.pk])
