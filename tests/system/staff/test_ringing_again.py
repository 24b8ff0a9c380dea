"""Somebody who asked never to be rung changes their mind: their page leads to where that is written down."""

import pytest
from playwright.sync_api import expect

from conftest import member
from linkworks.domain.outreach.actions.stopping import opt_out
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def coordinator(team):
    return member(team, Role.COORDINATOR, "Dev Patel")


@pytest.fixture
def rosa(team, coordinator):
    """She asked never to be rung, and the coordinator has said why they open her record."""
    with acting(Actor.system("test", team.pk)):
        rosa = CampaignContactFactory(campaign=CampaignFactory(team=team, name="Spring calls"))
        about = {"team_id": team.pk, "person_id": rosa.person_id, "user_id": coordinator.user_id}
        RecordOpening.objects.create(**about, on_day=clock.today(), reason=RecordOpening.Reason.CLIENT_RANG)
    with acting(coordinator):
        opt_out(coordinator, person=rosa.person, campaign=None, words="Never again")
    return rosa


def test_she_would_like_calls_after_all(seat, team, coordinator, rosa):
    page = seat.page_of(coordinator)
    page.goto(f"/people/{rosa.person_id}")
    expect(page.get_by_text("Do not ring", exact=True)).to_be_visible()
    page.get_by_role("link", name="Changed their mind").click()
    page.get_by_label("Who asked that they are rung again?").fill("Her daughter Ann, with her beside her")
    page.get_by_label("Why, in their words?").fill("She misses the calls.")
    page.get_by_label("Spring calls").check()
    page.get_by_role("button", name="They may be rung again").click()
    expect(page.get_by_text("They are back in “Spring calls”.")).to_be_visible()
    expect(page.get_by_text("Taken back", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Changed their mind")).to_have_count(0)
    with acting(Actor.system("test", team.pk)):
        assert CampaignContact.objects.get(pk=rosa.pk).state == QueueState.READY
