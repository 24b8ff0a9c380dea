"""My day, the case page, contacts, appointments, tasks."""

from django.urls import URLPattern, path

from linkworks.domain.casework.models import CaseNote, Contact, ContactAttempt, MeasureResponse
from linkworks.domain.casework.views import appointments, cases, contacts, hold, my_day, openings, striking, tasks

patterns: list[URLPattern] = [
    path("", my_day.my_day, name="my_day"),
    path("cases/<uuid:case_id>", cases.case_page, name="case"),
    path("cases/<uuid:case_id>/hold", hold.Hold.as_view(), name="hold"),
    path("cases/<uuid:case_id>/resume", hold.resume, name="resume"),
    path("cases/<uuid:case_id>/contacts/new", contacts.LogContact.as_view(), name="log_contact"),
    path("cases/<uuid:case_id>/no-answer", contacts.NoAnswer.as_view(), name="no_answer"),
    path(
        "contacts/<uuid:row_id>/entered-in-error",
        striking.EnteredInError.as_view(model=Contact),
        name="contact_in_error",
    ),
    path(
        "tries/<uuid:row_id>/entered-in-error",
        striking.EnteredInError.as_view(model=ContactAttempt),
        name="try_in_error",
    ),
    path("notes/<uuid:row_id>/entered-in-error", striking.EnteredInError.as_view(model=CaseNote), name="note_in_error"),
    path(
        "readings/<uuid:row_id>/entered-in-error",
        striking.EnteredInError.as_view(model=MeasureResponse),
        name="reading_in_error",
    ),
    path("cases/<uuid:case_id>/notes/new", contacts.AddNote.as_view(), name="note_new"),
    path("notes/<uuid:note_id>/correct", contacts.CorrectNote.as_view(), name="note_correct"),
    path("cases/<uuid:case_id>/tasks/new", tasks.AddTask.as_view(), name="task_new"),
    path("tasks/<uuid:row_id>/change", tasks.ChangeTask.as_view(), name="task_change"),
    path("tasks/<uuid:task_id>/done", tasks.finish, name="task_done"),
    path("tasks/<uuid:task_id>/reopen", tasks.reopen, name="task_reopen"),
    path("cases/<uuid:case_id>/appointments/new", appointments.BookAppointment.as_view(), name="appointment_new"),
    path("appointments/<uuid:appointment_id>", appointments.appointment_page, name="appointment"),
    path("appointments/<uuid:row_id>/move", appointments.MoveAppointment.as_view(), name="appointment_move"),
    path("appointments/<uuid:appointment_id>/cancel", appointments.cancel, name="appointment_cancel"),
    path("appointments/<uuid:appointment_id>/missed", appointments.miss, name="appointment_missed"),
    path("appointments/<uuid:appointment_id>/check-in", appointments.safe, name="appointment_check_in"),
    path("people/<uuid:person_id>/open", openings.OpenRecord.as_view(), name="open_record"),
]
