"""The board on the wall: it counts by itself, and holds still when it is told to."""

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.outreach.choices import Ending
from linkworks.domain.outreach.tests.factories import CampaignFactory, EndedContactFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def everything(team):
    return Actor.system("test", team.pk)


@pytest.fixture
def campaign(team, everything):
    with acting(everything):
        campaign = CampaignFactory(team=team)
        EndedContactFactory(campaign=campaign, ending=Ending.REACHED)
    return campaign


@pytest.fixture
def page(desk, commissioner, campaign) -> Page:
    page = desk.page_of(commissioner)
    page.goto(f"/campaigns/{campaign.pk}/board")
    return page


def reach_another(campaign, everything):
    with acting(everything):
        EndedContactFactory(campaign=campaign, ending=Ending.REACHED)


def test_it_counts_anew_by_itself_until_it_is_told_to_stop(page, campaign, everything):
    people = page.get_by_label("Now").locator("[data-numbers]")
    expect(people).to_contain_text("1 reached")
    reach_another(campaign, everything)
    expect(people).to_contain_text("2 reached")
    page.get_by_role("button", name="Stop counting anew").click()
    page.wait_for_load_state("networkidle")
    reach_another(campaign, everything)
    page.wait_for_timeout(3_000)
    expect(people).to_contain_text("2 reached")
    page.get_by_role("button", name="Count anew again").click()
    expect(people).to_contain_text("3 reached")
