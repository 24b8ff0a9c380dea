from tests.system.every_page.visit import Visit, form, read

ROSA = "/people/{0.rosa.pk}".format
WORKER, LEAD = "link_worker", "team_lead"


def sought(words: str):
    def fill(page) -> None:
        page.get_by_label("Who are you looking for?").fill(words)
        page.get_by_role("button", name="Find").click()

    return fill


def rosas(part: str):
    return lambda world: f"{ROSA(world)}/{part}"


WAYS = {
    "people.find": {
        "empty": Visit(WORKER, lambda world: "/people/find"),
        "filled": Visit(WORKER, lambda world: "/people/find", sought("Rosa")),
        "nobody": Visit(WORKER, lambda world: "/people/find", sought("Zebedee Quux")),
        "error": Visit(WORKER, lambda world: "/people/find", sought("31/2/1956")),
    },
    "people.person": read(WORKER, ROSA),
    "people.identity": form(WORKER, rosas("identity"), first="filled"),
}
