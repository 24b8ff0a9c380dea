"""The team: its workers, the practices it serves and the services it knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from uuid import uuid4

from bench.data import words
from linkworks.domain.casework.models import WorkerProfile
from linkworks.domain.directory.models import Organization, Service
from linkworks.domain.people.models import Network, Practice
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team, User

NETWORKS = 4
PRACTICES = 24
CATEGORIES = (
    "lunch club",
    "walking group",
    "debt advice",
    "housing advice",
    "bereavement support",
    "gardening",
    "carers",
    "befriending",
    "community choir",
    "digital skills",
)
DISTRICTS = ("SE4", "SE6", "SE8", "SE12", "SE13", "SE14", "SE23", "SE26")


@dataclass(frozen=True)
class World:
    """What the rows about people point to."""

    team: Team
    workers: list[User]
    practices: list[Practice]


def make_team() -> Team:
    return Team(id=uuid4(), name="Riverside link workers", slug="riverside", area="Riverside")


def make_worker(number: int) -> User:
    given, family = words.full_name(Random(f"worker {number}"))
    user = User(id=uuid4(), email=f"worker.{number}@example.org", name=f"{given} {family}")
    user.set_unusable_password()
    return user


def make_memberships(team: Team, workers: list[User], leads: int) -> Iterator[Membership | WorkerProfile]:
    """The first workers lead the team: they see the most, and carry a caseload like everybody."""
    for number, worker in enumerate(workers):
        role = Role.TEAM_LEAD if number < leads else Role.LINK_WORKER
        yield Membership(user=worker, team=team, role=role)
        yield WorkerProfile(team=team, user=worker)


def make_networks(team: Team) -> list[Network]:
    return [Network(team=team, name=f"Riverside network {number}") for number in range(1, NETWORKS + 1)]


def make_practices(team: Team, networks: list[Network]) -> list[Practice]:
    return [
        Practice(team=team, name=f"{beginning}field Surgery", network=networks[number % NETWORKS])
        for number, beginning in enumerate(words.WORDS["beginnings"][:PRACTICES])
    ]


def make_organization() -> Organization:
    return Organization(name="Riverside Voluntary Action")


def make_service(organization: Organization, number: int) -> Service:
    chance = Random(f"service {number}")
    category = CATEGORIES[number % len(CATEGORIES)]
    name = f"{words.surname(chance)} {category}"
    description = words.note(chance)
    return Service(
        organization=organization,
        name=name.capitalize(),
        description=description,
        categories=[category],
        postcode_districts=[chance.choice(DISTRICTS)],
        times="Tuesdays, 10am to noon",
        cost="Free",
        telephone="+442079460123",
        search_words=f"{name} {category} {description}".lower(),
    )
