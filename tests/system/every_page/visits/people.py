from tests.system.every_page.visit import (
    Visit,
    form,
    name_an_impossible_day,
    read,
    untick_all,
)

ROSA = "/people/{0.rosa.pk}".format
WORKER, LEAD = "link_worker", "team_lead"


def sought(words: str):
    def fill(page) -> None:
        page.get_by_label("Who are you looking for?").fill(words)
        page.get_by_role("button", name="Find").click()

    return fill


def rosas(part: str):
    return lambda world: f"{ROSA(world)}/{part}"


def wrong_postcode(page) -> None:
    page.get_by_label("Postcode").fill("nowhere")
    page.get_by_role("button", name="Save").click()


def row_of_rosa(part: str, row: str, end: str = ""):
    return lambda world: f"{ROSA(world)}/{part}/{getattr(world.rows, row).pk}{end}"


def restriction(part: str = ""):
    return lambda world: f"/people/restricted/{world.restriction.pk}{part}"


def filled(path, **options):
    return form(WORKER, path, first="filled", **options)


ADDED = ("telephone", "email", "alert", "supporter", "consent")
ENDED = {
    "contact_detail_end": ("contact-details", "telephone", "/end"),
    "alert_end": ("alerts", "alert", "/end"),
    "adjustment_end": ("communication-needs", "adjustment", "/end"),
    "supporter_end": ("supporters", "supporter", "/end"),
    "consent_withdraw": ("consents", "consent", "/withdraw"),
}

WAYS = {
    "people.find": {
        "empty": Visit(WORKER, lambda world: "/people/find"),
        "filled": Visit(WORKER, lambda world: "/people/find", sought("Rosa")),
        "nobody": Visit(WORKER, lambda world: "/people/find", sought("Zebedee Quux")),
        "error": Visit(WORKER, lambda world: "/people/find", sought("31/2/1956")),
    },
    "people.person": {
        "empty": Visit(WORKER, lambda world: f"/people/{world.new_case.person_id}"),
        "filled": Visit(WORKER, ROSA),
        "died": Visit(WORKER, lambda world: f"/people/{world.closed_case.person_id}"),
        "restricted": Visit(WORKER, lambda world: f"/people/{world.restriction.person_id}"),
    },
    "people.identity": filled(rosas("identity")),
    "people.address": filled(rosas("address"), wrongly=wrong_postcode),
    "people.language": filled(rosas("language")),
    "people.practice": read(WORKER, rosas("practice")),
    "people.death": filled(rosas("death")),
    "people.death_mistake": read(WORKER, lambda world: f"/people/{world.closed_case.person_id}/death/mistake"),
    "people.communication_needs": filled(rosas("communication-needs/ask")),
    "people.telephone": filled(row_of_rosa("telephones", "telephone")),
    "people.email": filled(row_of_rosa("emails", "email")),
    "people.alert": filled(row_of_rosa("alerts", "alert"), wrongly=name_an_impossible_day),
    "people.adjustment": filled(row_of_rosa("communication-needs", "adjustment"), wrongly=name_an_impossible_day),
    "people.supporter": filled(row_of_rosa("supporters", "supporter")),
    "people.restrict": form(LEAD, rosas("restrict"), first="filled"),
    "people.restrictions": {
        "empty": Visit("other_lead", lambda world: "/people/restricted"),
        "filled": Visit(LEAD, lambda world: "/people/restricted"),
    },
    "people.restriction": form(LEAD, restriction(), first="filled", wrongly=untick_all),
    "people.restriction_end": read(LEAD, restriction("/end")),
}
WAYS |= {f"people.{name}_new": filled(rosas(f"{name}s/new")) for name in ADDED}
WAYS |= {f"people.{name}": read(WORKER, row_of_rosa(*where)) for name, where in ENDED.items()}
