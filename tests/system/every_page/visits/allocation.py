"""Accepting, allocating, handing over, covering."""

from tests.system.every_page.visit import Visit, form, read, send_it_empty
from tests.system.every_page.visits.casework import at, on_case
from tests.system.every_page.visits.referrals import referral

LEAD, ELSEWHERE = "team_lead", "other_lead"


def choose_nobody(page) -> None:
    """The best placed worker is chosen from the start; a page must still say what is missing without one."""
    page.evaluate("document.querySelectorAll('main input:checked').forEach(box => { box.checked = false })")
    send_it_empty(page)


def caseload_of(who: str):
    return lambda world: f"/team/handover/{world.people[who].user_id}"


def handover(state: str):
    return lambda world: f"/team/handovers/{world.handovers[state].pk}"


WAYS = {
    "casework.accept_referral": form(LEAD, referral("received", "/accept"), first="filled", wrongly=choose_nobody),
    "casework.reallocate": form(LEAD, on_case("/reallocate"), first="filled"),
    "casework.choose_caseload": form(LEAD, at("/team/handover"), first="filled"),
    "casework.handover": {
        "empty": Visit(LEAD, caseload_of("second_worker")),
        **form(LEAD, caseload_of("link_worker"), first="filled"),
    },
    "casework.handover_result": {state: Visit(LEAD, handover(state)) for state in ("done", "taken_back")},
    "casework.cover": {"empty": Visit(ELSEWHERE, at("/team/cover")), **form(LEAD, at("/team/cover"), first="filled")},
    "casework.openings": {"empty": Visit(ELSEWHERE, at("/team/openings")), **read(LEAD, at("/team/openings"))},
}
