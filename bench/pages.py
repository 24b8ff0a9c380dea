"""The promise of the pages that staff open all day: few queries, little processor time, a quick answer, a light page.

Application and database on one machine, and eight team leads at once who each think for a second between two pages.
Beside them, in the same run, the rows of the first page of the caseload as bare JSON.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.management import call_command
from django.urls import reverse

from bench.data import Size, load
from bench.data.leads import Lead, list_leads
from bench.support import database, machine
from bench.support.measuring import Subject
from bench.support.options import Options
from bench.support.queries import count_queries
from bench.support.servers import Server, serving
from bench.support.sessions import session_of
from bench.support.table import Line, table
from bench.support.visits import Visit, Visitor
from bench.support.weight import weigh
from linkworks.config.static import collect_static
from linkworks.foundation.access.management.commands.upgrade import add_extensions

CLIENTS = 8
P95_MS = 150
KILOBYTES = 100


@dataclass(frozen=True)
class Page:
    """What a lead visits. `most_queries` and `cpu_ms` are the goals."""

    name: str
    visits: Callable[[Lead], list[Visit]]
    most_queries: int = 15
    cpu_ms: int = 40


def _first_pages(path: str) -> list[Visit]:
    return [Visit(f"{path}page={number}") for number in (1, 2, 3)]


def _with_a_slip(name: str) -> str:
    """Two letters in the middle have changed places."""
    middle = len(name) // 2
    return name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]


def _find(lead: Lead) -> list[Visit]:
    people = [case.person for case in lead.caseload]
    sought = [f"{person.given_name} {_with_a_slip(person.family_name)}" for person in people]
    return [Visit(reverse("people:find"), {"words": words}) for words in sought]


PAGES = (
    Page("Caseload of the team", lambda lead: _first_pages(f"{reverse('casework:caseload')}?worker=team&")),
    Page("Inbox", lambda lead: _first_pages(f"{reverse('referrals:inbox')}?")),
    Page("Find anyone, with a slip", _find),
    Page(
        "Directory search",
        lambda lead: [Visit(f"{reverse('directory:search')}?q={words}") for words in ("walking+group", "bereavment")],
    ),
    Page(
        "Case, 200 entries",
        lambda lead: [Visit(reverse("casework:case", args=[case_id])) for case_id in lead.longest],
        most_queries=20,
        cpu_ms=60,
    ),
    Page("Person", lambda lead: [Visit(reverse("people:person", args=[one.person_id])) for one in lead.caseload]),
    Page("My day", lambda lead: [Visit(reverse("casework:my_day"))]),
)
BARE = {"Bare Django JSON, same rows": "/orm", "Bare SELECT, same rows": "/select"}


def main(options: Options) -> None:
    size = Size(options.people, leads=CLIENTS)
    database.make(repr(size), fill=lambda: _fill(size))
    collect_static(print)
    before = machine.load()
    with serving("pages") as linkworks, serving("bare", **_bare()) as bare:
        lines = list(_measure(linkworks, bare, options))
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(f"{options.people:,} people, {CLIENTS} clients; medians of {options.rounds} rounds.\n")
    print(table(lines))


def _fill(size: Size) -> None:
    """Before the upgrade puts the triggers in place: no page measured here reads the history that they would write."""
    print(f"Making {size.people:,} people ...", flush=True)
    add_extensions()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    load(size)
    call_command("upgrade", verbosity=0)


def _bare() -> dict[str, str]:
    """As the owner, whom no row security holds."""
    return {"DJANGO_SETTINGS_MODULE": "bench.bare.settings", "DATABASE_URL": database.addresses().owner}


def _measure(linkworks: Server, bare: Server, options: Options) -> Iterator[Line]:
    leads = [(lead, session_of(lead.user)) for lead in list_leads()]
    pages = {
        page: Subject(page.name, linkworks, [Visitor(session, page.visits(lead)) for lead, session in leads])
        for page in PAGES
    }
    floor = [Subject(name, bare, [Visitor("", [Visit(path)])] * CLIENTS) for name, path in BARE.items()]
    subjects = [*pages.values(), *floor]
    for subject in subjects:
        subject.warm_up()
    for number in range(options.rounds):
        print(f"Round {number + 1} of {options.rounds} ...", flush=True)
        for subject in subjects:
            subject.measure(options.seconds)
    for page, subject in pages.items():
        yield from _lines(page, subject)
    for subject in floor:
        yield Line(subject.name, "CPU-ms", tuple(subject.cpu_ms), digits=1)
        yield Line(subject.name, "p95 ms", tuple(subject.p95_ms))


def _lines(page: Page, subject: Subject) -> Iterator[Line]:
    somebody = subject.visitors[0]
    yield Line(page.name, "queries", (count_queries(somebody),), page.most_queries)
    yield Line(page.name, "CPU-ms", tuple(subject.cpu_ms), page.cpu_ms, digits=1)
    yield Line(page.name, "p95 ms", tuple(subject.p95_ms), P95_MS)
    yield Line(page.name, "kB, cold cache", (weigh(subject.server.port, somebody) / 1000,), KILOBYTES, digits=1)
