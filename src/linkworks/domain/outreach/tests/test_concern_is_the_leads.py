"""What was said about harm in a call is for the lead's eyes: the database says so, whoever asks it and however."""

from dataclasses import replace

import pytest

from linkworks.domain.outreach.models import CallConcern
from linkworks.domain.outreach.tests.factories import CallConcernFactory, CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def concern(team, team_lead):
    contact = CampaignContactFactory(campaign=CampaignFactory(team=team))
    return CallConcernFactory(contact=contact, lead_id=team_lead.user_id)


def seen_by(actor):
    with acting(actor):
        return CallConcern.objects.exists(), CallConcern.objects.visible_to(actor).exists()


def test_the_team_lead_sees_it(concern, team_lead):
    assert seen_by(team_lead) == (True, True)


def test_whoever_was_named_its_lead_sees_it(concern, link_worker):
    assert seen_by(link_worker) == (False, False)
    concern.change(lead_id=link_worker.user_id)
    assert seen_by(link_worker) == (True, True)


def test_nobody_else_sees_it(concern, link_worker, coordinator, other_team_worker):
    for actor in (link_worker, coordinator, other_team_worker):
        assert seen_by(actor) == (False, False)


def test_the_caller_who_wrote_it_does_not_read_it_while_they_talk(concern, link_worker):
    concern.change(by_id=link_worker.user_id)
    caller = replace(link_worker, role=Role.CALLER, sees_people=True, only_person=concern.person_id)
    assert seen_by(caller) == (False, False)


def test_its_history_stands_behind_the_same_line(concern, team_lead, coordinator):
    history = CallConcern.pgh_event_model.objects
    with acting(team_lead):
        assert history.exists()
    with acting(coordinator):
        assert not history.exists()
