"""My day, the case page, contacts, appointments, tasks."""

from linkworks.foundation.audit.registry import declare

declare("record.opened", "Record opened from outside the caseload", "reason")
declare("contact.logged", "Contact logged", "way", "outcomes")
declare("contact.attempted", "Contact tried", "way", "outcome")
declare("entry.struck", "Marked as entered in error", "kind")
declare("note.added", "Note added")
declare("note.corrected", "Note corrected by addition", "corrects")
declare("task.added", "Task added", "worker", "due_on")
declare("task.changed", "Task changed or handed on", "worker", "due_on")
declare("task.done", "Task done")
declare("task.reopened", "Task opened again")
declare("appointment.booked", "Appointment booked", "worker", "way", "reminder")
declare("appointment.moved", "Appointment moved", "worker", "way", "reminder", "told")
declare("appointment.cancelled", "Appointment cancelled")
declare("appointment.kept", "Appointment took place")
declare("appointment.missed", "The person did not come to the appointment")
declare("appointment.checked_in", "Worker checked in after an appointment", "by_worker")
declare("appointment.check_in_missed", "Worker did not check in: the lead was told")
declare("appointment.reminder_withdrawn", "Reminder withdrawn: it is no longer safe to send")
declare("case.held", "Case put on hold", "until")
declare("case.resumed", "Case taken off hold")
