import pytest
from django.urls import reverse

from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory, RestingContactFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db


def words(response):
    return response.content.decode()


def test_a_coordinator_prepares_a_campaign(signed_in, coordinator):
    browser = signed_in(coordinator)
    answers = {"name": "Winter calls", "purpose": "To hear who is cold.", "telephone": "02079460150"}
    page = words(browser.post(reverse("outreach:campaign_new"), answers, follow=True))
    assert "Winter calls" in page
    assert "Nobody is on the list yet." in page
    assert Campaign.objects.get().telephone == "020 7946 0150"


def test_the_overview_counts_who_stands_where(signed_in, coordinator, team):
    campaign = CampaignFactory(team=team)
    CampaignContactFactory.create_batch(2, campaign=campaign)
    RestingContactFactory(campaign=campaign)
    page = words(signed_in(coordinator).get(reverse("outreach:campaign", args=[campaign.pk])))
    counted = [
        page.index(f'<span class="app-facts__number">{number}</span> <span class="app-facts__text">{text}</span>')
        for number, text in ((2, "to ring now"), (1, "to ring later"), (0, "with a caller"), (0, "done"))
    ]
    assert counted == sorted(counted)


@pytest.mark.parametrize("page", ["campaigns", "campaign_new"])
def test_who_runs_no_campaigns_sees_none(signed_in, link_worker, page):
    assert signed_in(link_worker).get(reverse(f"outreach:{page}")).status_code == 403


def test_another_teams_campaign_is_not_there(signed_in, coordinator, other_team):
    with acting(Actor.system("test", other_team.pk)):
        theirs = CampaignFactory(team=other_team)
    assert signed_in(coordinator).get(reverse("outreach:campaign", args=[theirs.pk])).status_code == 404
