import pytest

from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.reveal import stop_unless_may_ring
from linkworks.domain.outreach.models import OptOut
from linkworks.domain.outreach.tests.factories import CampaignContactFactory
from linkworks.domain.people.models import Person
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(campaign, caller):
    rosa = CampaignContactFactory(campaign=campaign)
    take_next_call(caller, campaign_id=campaign.pk)
    return rosa


def test_a_number_is_shown_while_nothing_stands_against_it(caller, rosa):
    assert not stop_unless_may_ring(caller)
    rosa.refresh_from_db()
    assert rosa.state == "on_a_call"


def test_a_death_learnt_elsewhere_stops_the_call_before_the_number_is_shown(caller, rosa):
    Person.objects.filter(pk=rosa.person_id).update(died_on=clock.today())
    assert stop_unless_may_ring(caller)
    rosa.refresh_from_db()
    assert (rosa.state, rosa.ending, rosa.holder_id) == ("ended", "died", None)


def test_so_does_a_wish_not_to_be_rung(caller, rosa, team):
    OptOut(team=team, person=rosa.person, from_what="all", said_at=clock.now()).save()
    assert stop_unless_may_ring(caller)
    rosa.refresh_from_db()
    assert (rosa.state, rosa.ending) == ("ended", "declined")
