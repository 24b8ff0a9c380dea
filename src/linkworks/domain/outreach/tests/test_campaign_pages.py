import pytest
from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState
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
    assert "Bring a list of people" in page
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


def test_the_rules_are_changed_on_their_pages(signed_in, coordinator, team):
    campaign = CampaignFactory(team=team)
    browser, page = signed_in(coordinator), reverse("outreach:campaign_hours", args=[campaign.pk])
    told = words(
        browser.post(page, {"day_1": "9am to 1pm, 2pm to midnight", "_version": campaign.version}, follow=True)
    )
    assert "9am to 1pm, 2pm to midnight" in told
    assert told.count("No calls") == 6


def test_hours_that_cannot_be_read_say_how_to_write_them(signed_in, coordinator, team):
    page = reverse("outreach:campaign_hours", args=[CampaignFactory(team=team).pk])
    told = words(signed_in(coordinator).post(page, {"day_3": "mornings"}))
    assert "Write Wednesday like 9am to 1pm" in told


def test_a_change_to_a_band_says_whom_it_touches(signed_in, coordinator, team):
    campaign = CampaignFactory(team=team)
    band = campaign.bands.get(place=2)
    CampaignContactFactory.create_batch(2, campaign=campaign, band=band)
    page = words(signed_in(coordinator).get(reverse("outreach:campaign_band", args=[campaign.pk, band.pk])))
    assert "2 people are in this band." in page
    assert "Take this band away" not in page


def test_an_outcome_that_leads_to_a_promise_is_no_try(signed_in, coordinator, team):
    campaign = CampaignFactory(team=team)
    page = reverse("outreach:campaign_outcome_new", args=[campaign.pk])
    answers = {"label": "Later, please", "follows": "ring_at", "counts": "on", "place": "2"}
    signed_in(coordinator).post(page, {**answers, "_version": campaign.version})
    made = campaign.outcomes.get(label="Later, please")
    assert (made.place, made.counts, made.ending) == (2, False, "")


def test_opening_says_what_is_missing(signed_in, coordinator, team):
    campaign = CampaignFactory(team=team, state=CampaignState.PAUSED)
    page = reverse("outreach:campaign", args=[campaign.pk])
    browser = signed_in(coordinator)
    assert "Choose the script that callers read." in words(browser.get(page))
    told = words(browser.post(reverse("outreach:campaign_open", args=[campaign.pk]), follow=True))
    assert "This campaign cannot open yet. Choose the script" in told
