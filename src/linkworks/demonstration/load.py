"""Loads the demonstration: everything in memory first, then written in one transaction, or nothing at all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from linkworks.demonstration.building import Builder
from linkworks.demonstration.calling.tell import tell_calls
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.checking import share_entries, tell_changes
from linkworks.demonstration.colleagues import arrange_leave, correct_some_notes, open_records
from linkworks.demonstration.collections import keep_collections
from linkworks.demonstration.crew import TeamPlan, open_team
from linkworks.demonstration.days import at
from linkworks.demonstration.directory import known_services, open_directory
from linkworks.demonstration.figures import DAYS, REFERRALS
from linkworks.demonstration.intake import Intake
from linkworks.demonstration.log import Log
from linkworks.demonstration.post import Post
from linkworks.demonstration.receiving import Receiver
from linkworks.demonstration.registering import Registrar
from linkworks.demonstration.rows import Rows
from linkworks.demonstration.sign_ins import OTHER_TEAM, TEAM
from linkworks.demonstration.stories import Wording, read
from linkworks.demonstration.telling import Teller
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.sheets import keep_sheets
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.models import Person
from linkworks.foundation.access.database import acting, history_of
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor

SEED = "Lewisham"
NO_TRIGGER_IS_IGNORED = "SELECT set_config('pgtrigger.ignore', '{}', true)"
"""Where this is not said, nor a context of the history, every trigger raises and catches an error for every row."""
BEGAN = DAYS + 14  # days ago
LEWISHAM = TeamPlan(
    name="Lewisham link workers",
    slug="lewisham",
    telephone="020 7946 0150",
    email="link.workers@example.org",
    area="Lewisham",
    sign_ins=TEAM,
    networks=slice(0, 5),
    referrals=REFERRALS,
    first_nhs_serial=10_000,
    with_cast=True,
)
ANOTHER = TeamPlan(
    name="Thamesmead link workers",
    slug="thamesmead",
    telephone="020 7946 0160",
    email="thamesmead@example.org",
    area="Thamesmead",
    sign_ins=OTHER_TEAM,
    networks=slice(5, 6),
    referrals=36,
    first_nhs_serial=40_000,
    with_cast=False,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    referrals: int
    cases: int
    rows: int


@transaction.atomic
def load(day: date, seed: str = SEED) -> Loaded:
    """Both teams, ending the day before `day`. The same seed and day make the same rows."""
    with _without_collecting(), connection.cursor() as cursor:
        cursor.execute(NO_TRIGGER_IS_IGNORED)
        loaded = [_load_team(plan, day, Chance(seed, plan.slug)) for plan in (LEWISHAM, ANOTHER)]
    return loaded[0]


def is_loaded() -> bool:
    return Team.objects.filter(slug=LEWISHAM.slug).exists()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """All the rows stay until they are written: to look for garbage among them would take a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _load_team(plan: TeamPlan, day: date, chance: Chance) -> Loaded:
    rows = Rows(chance)
    began = at(date.fromordinal(day.toordinal() - BEGAN), 9)
    crew = open_team(rows, plan, began)
    actor = Actor.system("demonstration", crew.team.pk)
    with acting(actor, history_of("demonstration", "")):
        written = rows.write()
        services = known_services() or open_directory(actor, day, chance.of("directory"))
        rows = Rows(chance.of("cases"))
        world = World(
            day=day,
            chance=chance,
            rows=rows,
            log=Log(rows, crew.team, chance),
            crew=crew,
            services=services,
            wording=Wording(chance.of("wording")),
            meeting_places=read("places.toml")["meeting"]["community"],
        )
        spells = _tell(world, plan)
        written += rows.write()
        if plan.with_cast:
            written += tell_calls(crew, day, chance.of("calls"))
        file_people(actor, list(Person.objects.values_list("pk", flat=True)))
    return Loaded(referrals=plan.referrals, cases=spells, rows=written)


def _tell(world: World, plan: TeamPlan) -> int:
    post = Post(world, {})
    registrar = Registrar(world, post)
    arrange_leave(world)
    receiver = Receiver(world, world.chance.of("receiving"))
    intake = Intake(world, post, receiver, registrar, world.chance.of("intake"))
    spells = Builder(world, intake, plan).build()
    Teller(world, post, registrar).tell(spells)
    open_records(world, spells)
    correct_some_notes(world)
    share_entries(world)
    tell_changes(world)
    if plan.with_cast:
        keep_collections(world)
        keep_sheets(world, spells)
    return len(spells)
