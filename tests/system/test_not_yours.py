"""Nobody learns from Linkworks that somebody is a client: what is not yours looks like what is not there."""

from uuid import uuid4

import pytest

from conftest import member
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.accounts.tests.factories import TeamFactory
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case(team):
    with acting(Actor.system("test", team.pk)):
        return CaseFactory(team=team, worker_id=member(team, Role.LINK_WORKER, "Amina Yusuf").user_id)


@pytest.fixture
def addresses(case):
    return [
        f"/cases/{case.pk}",
        f"/cases/{case.pk}/contacts/new",
        f"/cases/{case.pk}/options",
        f"/people/{case.person_id}",
        f"/people/{case.person_id}/open",
        f"/referrals/{case.referral_id}",
    ]


def elsewhere(address: str) -> str:
    """The same address of a record that does not exist."""
    first, kind, _, *rest = address.split("/")
    return "/".join([first, kind, str(uuid4()), *rest])


def somebody(kind: str, team) -> Actor:
    if kind == "another team's worker":
        return member(TeamFactory(name="Another team", slug="another"), Role.LINK_WORKER, "Sam Stranger")
    if kind == "a commissioner":
        return member(team, Role.COMMISSIONER, "Esther Cole")
    if kind == "an administrator":
        return member(team, Role.ADMINISTRATOR, "Frank Adeyemi")
    left = member(team, Role.LINK_WORKER, "Gone Lastweek")
    Membership.objects.filter(user_id=left.user_id).update(ended_at=clock.now())
    return left


@pytest.mark.parametrize(
    "kind", ["another team's worker", "a commissioner", "an administrator", "somebody who has left"]
)
def test_it_looks_as_if_it_were_not_there(desk, team, addresses, kind):
    page = desk.page_of(somebody(kind, team))
    for address in addresses:
        answer = page.goto(address)
        seen = answer.status, page.title(), page.locator("main").inner_text()
        answer = page.goto(elsewhere(address))
        assert seen == (answer.status, page.title(), page.locator("main").inner_text()), address
        assert seen[0] == 404 or kind == "somebody who has left", address
    assert "Marshall" not in page.content()


def test_a_stranger_is_asked_to_sign_in_and_told_nothing(desk, addresses):
    page = desk.page_of(None)
    for address in addresses:
        page.goto(address)
        seen = page.title(), page.locator("main").inner_text()
        page.goto(elsewhere(address))
        assert seen == (page.title(), page.locator("main").inner_text()), address
        assert "Sign in" in seen[0]


def test_the_refused_look_is_logged_where_the_lead_can_see_it(desk, team, case):
    page = desk.page_of(somebody("a commissioner", team))
    page.goto(f"/cases/{case.pk}")
    with acting(Actor.system("test", team.pk)):
        assert ViewEntry.objects.filter(refused=True, person_ids=[case.pk]).exists()
