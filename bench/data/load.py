from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, OuterRef, Subquery

from bench.data.batch import OWNER, save
from bench.data.cases import Spell, Stage, make_case, make_first_rows, make_referral, make_referral_step
from bench.data.looks import make_looks
from bench.data.people import make_person, make_what_is_known
from bench.data.team import (
    World,
    make_memberships,
    make_networks,
    make_organization,
    make_practices,
    make_service,
    make_team,
    make_worker,
)
from bench.data.timeline import write_story
from linkworks.domain.casework.models import Case, Contact

PEOPLE_AT_ONCE = 200
PEOPLE_PER_WORKER = 200  # of whom forty have an open case, which is a full caseload
PEOPLE_PER_SERVICE = 10


@dataclass(frozen=True)
class Size:
    people: int
    leads: int

    @property
    def workers(self) -> int:
        return max(self.leads, self.people // PEOPLE_PER_WORKER)

    @property
    def services(self) -> int:
        return max(20, self.people // PEOPLE_PER_SERVICE)


def load(size: Size) -> None:
    world = _load_team(size)
    for start in range(0, size.people, PEOPLE_AT_ONCE):
        save(_rows_about_people(world, range(start, min(size.people, start + PEOPLE_AT_ONCE))))
    _note_newest_contacts()


def _load_team(size: Size) -> World:
    team = make_team()
    workers = [make_worker(number) for number in range(size.workers)]
    networks = make_networks(team)
    practices = make_practices(team, networks)
    organization = make_organization()
    services = [make_service(organization, number) for number in range(size.services)]
    save([team, *workers, *make_memberships(team, workers, size.leads)])
    save([*networks, *practices, organization, *services])
    return World(team, workers, practices)


def _note_newest_contacts() -> None:
    """What a trigger of the contacts does, once the upgrade has put it in place."""
    newest = Contact.objects.filter(case_id=OuterRef("pk")).order_by("-at").values("at")[:1]
    Case.objects.using(OWNER).update(last_contact_at=Subquery(newest))


def _rows_about_people(world: World, numbers: range) -> Iterator[Model]:
    people = [make_person(world, number) for number in numbers]
    for number, person in zip(numbers, people, strict=True):
        yield person
        yield from make_what_is_known(person, number)
        yield from _rows_about_support(Spell.of(world, person, number))
    yield from make_looks(world, people, numbers[0])


def _rows_about_support(spell: Spell) -> Iterator[Model]:
    referral = make_referral(spell)
    yield referral
    yield make_referral_step(referral)
    if spell.stage is Stage.WAITS:
        return
    case = make_case(spell, referral)
    yield case
    yield from make_first_rows(spell, case)
    yield from write_story(spell, case)
