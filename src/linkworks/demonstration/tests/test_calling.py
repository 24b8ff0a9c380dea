"""The two campaigns of the demonstration, with fewer people: do they hold together?"""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from linkworks.demonstration.calling import tell
from linkworks.demonstration.calling.tell import tell_calls
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.days import at
from linkworks.demonstration.load import LEWISHAM, open_team
from linkworks.demonstration.rows import Rows
from linkworks.domain.outreach.choices import CampaignState, NeedState, QueueState
from linkworks.domain.outreach.models import CallAttempt, Campaign, CampaignContact, HandOut, Need, NeedStep
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 4)


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(tell, "RESIDENTS", 250)
    rows = Rows(Chance("test"))
    crew = open_team(rows, LEWISHAM, at(date(2020, 1, 6), 9))
    with acting(Actor.system("demonstration", crew.team.pk)):
        rows.write()
        tell_calls(crew, DAY, Chance("test", "calls"))
        yield


def campaign_in(state):
    return Campaign.objects.get(state=state)


def test_everybody_of_spring_2020_has_an_ending_and_the_campaign_is_closed(told):
    spring = campaign_in(CampaignState.CLOSED)
    people = CampaignContact.objects.filter(campaign=spring)
    assert people.count() == 250
    assert set(people.values_list("state", flat=True)) == {QueueState.ENDED}
    assert not Need.objects.filter(campaign=spring, due_at__isnull=False).exists()


def test_the_campaign_under_way_has_people_wherever_they_may_stand(told):
    people = CampaignContact.objects.filter(campaign=campaign_in(CampaignState.OPEN))
    states = {QueueState.READY, QueueState.RESTING, QueueState.LADDER, QueueState.ENDED}
    assert set(people.values_list("state", flat=True)) == states
    assert not CallAttempt.objects.filter(at__gte=at(DAY, 0)).exists()


def test_nobody_was_rung_out_of_hours_or_twice_within_three_hours(told):
    calls = defaultdict(list)
    for contact_id, when, code, campaign_id in CallAttempt.objects.order_by("at").values_list(
        "contact_id", "at", "outcome__code", "contact__campaign_id"
    ):
        calls[contact_id].append((when, code))
        assert get_windows(campaign_id).is_open(when)
    for made in calls.values():
        for (earlier, code), (later, _) in pairwise(made):
            assert later - earlier >= timedelta(hours=3) or code == "call-back"


def test_every_call_was_handed_out_to_whoever_saved_it(told):
    given = dict(HandOut.objects.values_list("token", "by_id"))
    saved = dict(CallAttempt.objects.values_list("token", "by_id"))
    assert saved == given


def test_the_last_step_of_a_need_is_where_it_stands(told):
    last = dict(NeedStep.objects.order_by("at").values_list("need", "state"))
    shown = dict(Need.objects.values_list("pk", "state"))
    assert {pk for pk, state in shown.items() if last[pk] != state} == set()
    assert NeedState.CONFIRMED in shown.values()
