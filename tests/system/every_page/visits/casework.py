from tests.system.every_page.visit import Visit, form, read

WORKER, LEAD, COORDINATOR = "link_worker", "team_lead", "coordinator"


def on_case(part: str = "", which: str = "case"):
    return lambda world: f"/cases/{getattr(world, which).pk}{part}"


def at(path: str):
    return lambda world: path


WAYS = {
    "casework.my_day": {
        "empty": Visit("second_worker", at("/")),
        "filled": Visit(WORKER, at("/")),
        "no_work_here": Visit("commissioner", at("/")),
    },
    "casework.case": {
        "empty": Visit(WORKER, on_case(which="new_case")),
        "filled": Visit(WORKER, on_case()),
        "closed": Visit(WORKER, on_case(which="closed_case")),
    },
    "casework.log_contact": form(WORKER, on_case("/contacts/new")),
    "casework.no_answer": form(WORKER, on_case("/no-answer")),
    "casework.caseload": {
        "empty": Visit("second_worker", at("/cases")),
        "filled": Visit(WORKER, at("/cases")),
    },
    "casework.reallocate": form(LEAD, on_case("/reallocate"), first="filled"),
    "casework.openings": read(LEAD, at("/team/openings")),
}
