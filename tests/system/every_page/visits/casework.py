from tests.system.every_page.visit import Visit, form, read

WORKER, LEAD, COORDINATOR = "link_worker", "team_lead", "coordinator"


def on_case(part: str = "", which: str = "case"):
    return lambda world: f"/cases/{getattr(world, which).pk}{part}"


def at(path: str):
    return lambda world: path


WAYS = {
    "casework.caseload": {
        "empty": Visit("second_worker", at("/cases")),
        "filled": Visit(WORKER, at("/cases")),
    },
    "casework.reallocate": form(LEAD, on_case("/reallocate"), first="filled"),
    "casework.openings": read(LEAD, at("/team/openings")),
}
