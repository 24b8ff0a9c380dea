from tests.system.every_page.visit import Visit, form, name_an_impossible_day

WORKER, LEAD, COORDINATOR = "link_worker", "team_lead", "coordinator"


def on_case(part: str = "", which: str = "case"):
    return lambda world: f"/cases/{getattr(world, which).pk}{part}"


def of_plan(path: str, row: str):
    return lambda world: path.format(getattr(world.plan, row).pk)


def filled(path, **options):
    return form(WORKER, path, first="filled", **options)


def at(path: str):
    return lambda world: path


WAYS = {
    "casework.caseload": {
        "empty": Visit("second_worker", at("/cases")),
        "filled": Visit(WORKER, at("/cases")),
    },
    "casework.plan": {
        "empty": Visit(WORKER, on_case("/plan", which="new_case")),
        "filled": Visit(WORKER, on_case("/plan")),
    },
    "casework.what_matters": filled(on_case("/what-matters")),
    "casework.needs": filled(on_case("/needs")),
    "casework.need": filled(of_plan("/needs/{}", "need")),
    "casework.plan_agree": filled(on_case("/plan/agree")),
    "casework.plan_review": filled(of_plan("/plans/{}/review", "plan"), wrongly=name_an_impossible_day),
    "casework.goal_new": filled(on_case("/goals/new")),
    "casework.goal": filled(of_plan("/goals/{}", "goal")),
    "casework.goal_move": filled(of_plan("/goals/{}/move", "goal")),
    "casework.goal_score": filled(of_plan("/goals/{}/score", "goal")),
    "casework.plan_step_new": filled(of_plan("/goals/{}/steps/new", "goal")),
    "casework.research_new": filled(on_case("/research/new")),
    "casework.research": filled(of_plan("/research/{}", "research")),
    "casework.advocacy_new": filled(on_case("/advocacy/new")),
    "casework.advocacy": {
        "open": Visit(WORKER, of_plan("/advocacy/{}", "advocacy")),
        "ended": Visit(WORKER, of_plan("/advocacy/{}", "ended_advocacy")),
    },
    "casework.advocacy_change": filled(of_plan("/advocacy/{}/change", "advocacy")),
    "casework.advocacy_step": filled(of_plan("/advocacy/{}/steps/new", "advocacy")),
}
