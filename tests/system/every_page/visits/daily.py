from tests.system.every_page.visit import Visit, form
from tests.system.every_page.visits.casework import WORKER, at, on_case


def on_appointment(which: str):
    return lambda world: f"/appointments/{world.appointments[which].pk}"


def move_appointment(world) -> str:
    return f"/appointments/{world.appointments['to_come'].pk}/move"


def change_task(world) -> str:
    return f"/tasks/{world.rosas_task.pk}/change"


def open_rosa(world) -> str:
    return f"/people/{world.rosa.pk}/open?next=/"


def correct_note(world) -> str:
    return f"/notes/{world.note.pk}/correct"


WAYS = {
    "casework.my_day": {
        "empty": Visit("second_worker", at("/")),
        "filled": Visit(WORKER, at("/")),
        "no_work_here": Visit("caller", at("/")),
    },
    "casework.case": {
        "empty": Visit(WORKER, on_case(which="new_case")),
        "filled": Visit(WORKER, on_case()),
        "closed": Visit(WORKER, on_case(which="closed_case")),
    },
    "casework.open_record": form("coordinator", open_rosa, first="filled"),
    "casework.log_contact": form(WORKER, on_case("/contacts/new")),
    "casework.no_answer": form(WORKER, on_case("/no-answer?outcome=")),
    "casework.note_new": form(WORKER, on_case("/notes/new")),
    "casework.note_correct": form(WORKER, correct_note),
    "casework.hold": form(WORKER, on_case("/hold")),
    "casework.task_new": form(WORKER, on_case("/tasks/new")),
    "casework.task_change": form(WORKER, change_task, first="filled"),
    "casework.appointment_new": form(WORKER, on_case("/appointments/new")),
    "casework.appointment_move": form(WORKER, move_appointment, first="filled"),
    "casework.appointment": {
        "to_come": Visit(WORKER, on_appointment("to_come")),
        "to_mark": Visit(WORKER, on_appointment("to_mark")),
        "done": Visit(WORKER, on_appointment("done")),
    },
}
