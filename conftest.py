"""What every test may ask for: a team at work, and people who act for it.

Tests run as the database's web role with row security on. `team` is the team that the test acts for until it says
otherwise with `access.database.acting`.
"""

from collections.abc import Iterator

import hypothesis
import pytest
from django.db import transaction
from django.test import TransactionTestCase

from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.actors import staff_actor
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.tests.factories import MembershipFactory, TeamFactory, UserFactory
from linkworks.foundation.core.actor import Actor
from tests.support import database

# A busy machine is no fault of the code under test.
hypothesis.settings.register_profile(
    "linkworks", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("linkworks")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker) -> Iterator[None]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    with django_db_blocker.unblock():
        name = database.make(worker)
    yield
    with django_db_blocker.unblock():
        database.drop(name)


@pytest.fixture(scope="session", autouse=True)
def _flush_as_owner() -> None:
    TransactionTestCase._fixture_teardown = lambda self: database.empty()


def member(team: Team, role: Role, name: str) -> Actor:
    """A member of staff of the team, as the actor whom selectors and actions ask for."""
    membership = MembershipFactory(team=team, role=role, user=UserFactory(name=name))
    return staff_actor(membership, membership.user)


@pytest.fixture
def team(db) -> Iterator[Team]:
    """A team, for which the database acts during the test (unless the test commits: then use `acting`)."""
    made = TeamFactory(name="Deptford and Lewisham link workers", slug="lewisham")
    if not transaction.get_connection().in_atomic_block:
        yield made
        return
    with acting(Actor.system("test", made.pk)):
        yield made


@pytest.fixture
def link_worker(team) -> Actor:
    return member(team, Role.LINK_WORKER, "Amina Yusuf")


@pytest.fixture
def second_worker(team) -> Actor:
    return member(team, Role.LINK_WORKER, "Ben Okafor")


@pytest.fixture
def team_lead(team) -> Actor:
    return member(team, Role.TEAM_LEAD, "Carol Whitfield")


@pytest.fixture
def coordinator(team) -> Actor:
    return member(team, Role.COORDINATOR, "Dev Patel")


@pytest.fixture
def commissioner(team) -> Actor:
    return member(team, Role.COMMISSIONER, "Esther Cole")


@pytest.fixture
def administrator(team) -> Actor:
    return member(team, Role.ADMINISTRATOR, "Frank Adeyemi")


@pytest.fixture
def other_team(db) -> Team:
    return TeamFactory(name="Another team", slug="another")


@pytest.fixture
def other_team_worker(other_team) -> Actor:
    return member(other_team, Role.LINK_WORKER, "Stranger Jones")


@pytest.fixture
def other_team_coordinator(other_team) -> Actor:
    return member(other_team, Role.COORDINATOR, "Strange Coordinator")


@pytest.fixture
def signed_in(client):
    """Sign the test client in as an actor: `client = signed_in(link_worker)`."""

    def sign_in(actor: Actor):
        from linkworks.foundation.accounts import second_factor
        from linkworks.foundation.accounts.models import User

        user = User.objects.get(pk=actor.user_id)
        client.force_login(user, backend="linkworks.foundation.accounts.backends.AuthenticationBackend")
        session = client.session
        second_factor.note_shown(session, user)
        session.save()
        return client

    return sign_in
