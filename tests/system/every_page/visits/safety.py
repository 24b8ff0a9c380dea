from tests.system.every_page.visit import Visit, form, read, send_it_empty
from tests.system.every_page.visits.casework import LEAD, WORKER, at, on_case


def measured(part: str):
    return lambda world: f"/cases/{world.safety.measured.pk}/{part}"


def reading(state: str):
    return lambda world: f"/cases/{world.safety.measured.pk}/readings/{world.safety.readings[state].pk}"


def in_error(world) -> str:
    return f"/readings/{world.safety.readings['answered'].pk}/entered-in-error"


def path(state: str, part: str = ""):
    return lambda world: f"/cases/{world.safety.paths[state].case_id}/safety/{world.safety.paths[state].pk}{part}"


def concern(state: str, part: str = ""):
    return lambda world: (
        f"/cases/{world.safety.concerns[state].case_id}/concerns/{world.safety.concerns[state].pk}{part}"
    )


WAYS = {
    "casework.measure": {
        "empty": Visit(WORKER, on_case("/measures", "new_case")),
        "filled": Visit(WORKER, measured("measures"), lambda page: page.get_by_text("Over time").first.click()),
    },
    "casework.measure_ask": {
        "questions": Visit(WORKER, measured("measures/phq9")),
        "goals": Visit(WORKER, measured("measures/what_matters")),
        "no_goals": Visit(WORKER, on_case("/measures/what_matters", "new_case")),
        "error": Visit(WORKER, measured("measures/ons4"), send_it_empty),
    },
    "casework.measure_not_asked": form(WORKER, measured("measures/ons4/not-asked")),
    "casework.measure_reading": {
        "answered": Visit(WORKER, reading("answered")),
        "not_asked": Visit(WORKER, reading("not_asked")),
        "in_error": Visit(WORKER, reading("in_error")),
    },
    "casework.entered_in_error": form(WORKER, in_error, first="filled"),
    "casework.safety_path": form(WORKER, on_case("/safety", "new_case")),
    "casework.safety_path_open": {
        **{state: Visit(WORKER, path(state)) for state in ("danger", "to_call", "called", "ended")},
        "error": Visit(WORKER, path("to_call"), send_it_empty),
    },
    "casework.safety_path_end": form(WORKER, path("called", "/end")),
    "casework.concern_new": form(WORKER, on_case("/concerns/new", "new_case")),
    "casework.concern": {
        **{state: Visit(LEAD, concern(state)) for state in ("raised", "acknowledged", "closed")},
        "error": Visit(WORKER, concern("acknowledged"), send_it_empty),
    },
    "casework.concern_close": form(LEAD, concern("acknowledged", "/close")),
    "casework.team_settings": read(LEAD, at("/team/settings")),
    "casework.safeguarding_lead": form(LEAD, at("/team/safeguarding")),
    "casework.team_measures": read(LEAD, at("/team/measures")),
}
