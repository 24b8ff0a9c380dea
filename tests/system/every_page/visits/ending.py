from tests.system.every_page.visit import Visit, form, send_it_empty
from tests.system.every_page.visits.casework import WORKER, on_case


def gp_copy(state: str):
    def path(world) -> str:
        contact = world.safety.contacts[state]
        return f"/cases/{contact.case_id}/contacts/{contact.pk}/gp-copy"

    return path


def prepared(state: str):
    return lambda world: f"/cases/{world.safety.prepared[state].pk}/close/check"


WAYS = {
    "casework.gp_copy": {
        **{state: Visit(WORKER, gp_copy(state)) for state in ("code_due", "no_code", "recorded")},
        "said_no": Visit(WORKER, lambda world: f"/cases/{world.safety.said_no.pk}/gp-copy"),
        "nothing": Visit(WORKER, on_case("/gp-copy", "new_case")),
    },
    "casework.close": {
        **form(WORKER, on_case("/close", "new_case")),
        "must_wait": Visit(WORKER, lambda world: f"/cases/{world.safety.paths['danger'].case_id}/close"),
        "open_work": Visit(WORKER, on_case("/close")),
    },
    "casework.close_check": {
        "filled": Visit(WORKER, prepared("filled")),
        "nobody_to_tell": Visit(WORKER, prepared("nobody_to_tell")),
        "error": Visit(WORKER, prepared("filled"), send_it_empty),
    },
    "casework.reopen": form(WORKER, on_case("/reopen", "closed_case")),
}
