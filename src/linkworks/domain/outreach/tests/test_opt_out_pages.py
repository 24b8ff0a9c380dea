"""On a person's page: that they asked not to be rung, and that they changed their mind."""

from uuid import uuid4

import pytest
from django.urls import reverse

from conftest import member
from linkworks.domain.outreach.actions.stopping import opt_out, stop_until_confirmed
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import OptOut
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db
SAID = {
    "asked_by": "Her daughter, with her beside her",
    "asked_how": "spoken",
    "asked_on_day": "1",
    "asked_on_month": "3",
    "asked_on_year": "2026",
    "words": "She misses the calls",
}


@pytest.fixture
def rosa(team):
    return CampaignContactFactory(campaign=CampaignFactory(team=team, name="Spring calls"))


@pytest.fixture
def never(link_worker, rosa):
    return opt_out(link_worker, person=rosa.person, campaign=None, words="Never again")


def ring_again(said):
    return reverse("outreach:ring_again", args=[said.person_id, said.pk])


def post(browser, said, **more):
    return browser.post(ring_again(said), {**SAID, "_submission": str(uuid4()), "_version": said.version, **more})


def words(response):
    return response.content.decode()


@pytest.fixture
def seated(signed_in):
    """The browser of somebody who has said why they open Rosa's record."""

    def sit(actor, contact):
        RecordOpening.objects.create(
            team_id=contact.team_id,
            person_id=contact.person_id,
            user_id=actor.user_id,
            on_day=clock.today(),
            reason=RecordOpening.Reason.CLIENT_RANG,
        )
        return signed_in(actor)

    return sit


def test_a_person_who_never_said_so_has_no_such_card(seated, coordinator, rosa):
    assert "Asked not to be rung" not in words(seated(coordinator, rosa).get(f"/people/{rosa.person_id}"))


def test_a_coordinator_reads_it_on_the_page_and_takes_it_back(seated, coordinator, rosa, never):
    browser = seated(coordinator, rosa)
    page = words(browser.get(f"/people/{rosa.person_id}"))
    assert "Asked not to be rung" in page
    assert "Never again" in page
    assert ring_again(never) in page
    form = words(browser.get(ring_again(never)))
    assert "Where they are done, they stay done, unless you choose otherwise below." in form
    assert "Spring calls" in form
    page = words(browser.get(post(browser, never, into=[str(rosa.campaign_id)]).url))
    assert "They may be rung again. They are back in “Spring calls”." in page
    for told in (
        "Who asked: Her daughter",
        "Taken back on 1 March 2026, written down by Dev Patel",
        "She misses the calls",
    ):
        assert told in page
    assert ring_again(never) not in page
    rosa.refresh_from_db()
    assert rosa.state == QueueState.READY


def test_without_a_choice_they_stay_done_and_it_is_said(seated, team_lead, rosa, never):
    browser = seated(team_lead, rosa)
    page = words(browser.get(post(browser, never).url))
    assert "They may be rung again. Where they are done, they stay done." in page
    rosa.refresh_from_db()
    assert rosa.state == QueueState.ENDED


@pytest.mark.parametrize("left_out", ["asked_by", "asked_how", "words"])
def test_who_how_and_why_are_asked_for(seated, coordinator, rosa, never, left_out):
    page = post(seated(coordinator, rosa), never, **{left_out: ""})
    assert page.status_code == 422
    assert f'href="#id_{left_out}' in words(page)
    assert OptOut.objects.get().withdrawn_at is None


def test_a_link_worker_reads_it_and_cannot_take_it_back(seated, link_worker, rosa, never):
    browser = seated(link_worker, rosa)
    page = words(browser.get(f"/people/{rosa.person_id}"))
    assert "Never again" in page
    assert ring_again(never) not in page
    assert browser.get(ring_again(never)).status_code == 403
    assert post(browser, never).status_code == 403


def test_a_volunteer_who_rings_and_another_teams_lead_find_nothing(client, signed_in, team, other_team, rosa, never):
    for actor in (member(team, Role.CALLER, "Joan Abbott"), member(other_team, Role.TEAM_LEAD, "Strange Lead")):
        browser = signed_in(actor)
        assert browser.get(ring_again(never)).status_code == 404
        assert post(browser, never).status_code == 404
    assert OptOut.objects.get().withdrawn_at is None


def test_what_we_were_told_of_a_death_leads_to_where_it_is_answered(seated, coordinator, link_worker, rosa):
    stop_until_confirmed(link_worker, rosa.person)
    browser = seated(coordinator, rosa)
    page = words(browser.get(f"/people/{rosa.person_id}"))
    assert reverse("outreach:told") in page
    assert browser.get(ring_again(OptOut.objects.get())).status_code == 404
