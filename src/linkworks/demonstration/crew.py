"""A team and those who work in it: their sign-ins, networks, practices and leave."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.contrib.auth.hashers import make_password

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.rows import Rows
from linkworks.demonstration.sign_ins import PASSWORD, SignIn
from linkworks.demonstration.stories import read
from linkworks.demonstration.telephones import LONDON
from linkworks.domain.casework.models import SafeguardingRota, TeamMeasures, WorkerProfile
from linkworks.domain.people.models import Network, Practice
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team, User

ENOUGH_TO_COVER = 3


@dataclass(frozen=True)
class Colleague:
    user: User
    sign_in: SignIn
    network_ids: frozenset[object]

    @property
    def first_name(self) -> str:
        return self.user.name.split(" ")[0]


@dataclass(frozen=True)
class Place:
    """A network and where its people live."""

    network: Network
    districts: Sequence[str]
    practices: Sequence[Practice]


@dataclass(frozen=True)
class Crew:
    team: Team
    colleagues: Sequence[Colleague]
    places: Sequence[Place]

    @cached_property
    def workers(self) -> list[Colleague]:
        return [colleague for colleague in self.colleagues if colleague.sign_in.role is Role.LINK_WORKER]

    @cached_property
    def lead(self) -> User:
        return self._first(Role.TEAM_LEAD)

    @cached_property
    def coordinator(self) -> User:
        """Who takes referrals in: the lead, where there is no coordinator."""
        return self._first(Role.COORDINATOR, Role.TEAM_LEAD)

    def worker(self, email: str) -> Colleague:
        return next(worker for worker in self.workers if worker.sign_in.email == email)

    def _first(self, *roles: Role) -> User:
        return next(c.user for role in roles for c in self.colleagues if c.sign_in.role is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlan:
    """What sort of team it is to be."""

    name: str
    slug: str
    telephone: str
    email: str
    area: str
    sign_ins: Sequence[SignIn]
    networks: slice
    referrals: int
    first_nhs_serial: int
    with_cast: bool


def open_team(rows: Rows, plan: TeamPlan, began: datetime) -> Crew:
    team = rows.add(
        Team, began, name=plan.name, slug=plan.slug, telephone=plan.telephone, email=plan.email, area=plan.area
    )
    places = [_place(rows, team, told, began) for told in read("places.toml")["network"][plan.networks]]
    password = make_password(PASSWORD)
    crew = Crew(team, [_colleague(rows, team, s, places, password, began) for s in plan.sign_ins], places)
    for worker in crew.workers:
        rows.add(
            WorkerProfile,
            began,
            team=team,
            user=worker.user,
            network_ids=[place.network.pk for place in places if place.network.pk in worker.network_ids],
            languages=list(worker.sign_in.languages),
            full_caseload=worker.sign_in.full_caseload,
        )
    deputy = crew.coordinator if crew.coordinator != crew.lead else crew.workers[0].user
    rows.add(SafeguardingRota, began, team=team, lead=crew.lead, deputy=deputy)
    rows.add(TeamMeasures, began, team=team, instruments=["ucla3", "djg6", "phq9"])
    return crew


def _place(rows: Rows, team: Team, told: dict[str, list[str]], began: datetime) -> Place:
    network = rows.add(Network, began, team=team, name=told["name"])
    practices = [
        rows.add(
            Practice,
            began,
            team=team,
            name=name,
            network=network,
            email=f"{_slug(name)}@example.org",
            telephone=f"{LONDON}{zlib.crc32(name.encode()) % 1000:03}",
        )
        for name in told["practices"]
    ]
    return Place(network, told["districts"], practices)


def _colleague(
    rows: Rows, team: Team, sign_in: SignIn, places: Sequence[Place], password: str, began: datetime
) -> Colleague:
    user = rows.put(
        User,
        email=sign_in.email,
        name=sign_in.name,
        password=password,
        is_demonstration=True,
        created_at=began,
    )
    rows.add(Membership, began, user=user, team=team, role=sign_in.role)
    return Colleague(user, sign_in, frozenset(places[number].network.pk for number in sign_in.networks))


def _slug(name: str) -> str:
    return name.lower().replace("’", "").replace(" ", ".")


def leave(workers: Sequence[Colleague], day: date, chance: Chance) -> list[tuple[Colleague, Colleague, date, date]]:
    """Who was or is away, who covered, from when until when. The last is away on the day itself."""
    away: list[tuple[Colleague, Colleague, date, date]] = []
    if len(workers) < ENOUGH_TO_COVER:
        return away
    for number, worker in enumerate(workers[1:-1], start=1):
        first = day - timedelta(days=chance.between(40, 200))
        away.append((worker, workers[number - 1], first, first + timedelta(days=chance.one((6, 9, 13)))))
    last = workers[-1]
    away.append((last, workers[0], day - timedelta(days=3), day + timedelta(days=6)))
    return away
