"""Who asked us not to ring, and stands by it, is not rung: whichever way they would have been."""

import pytest

from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.reveal import stop_unless_may_ring
from linkworks.domain.outreach.actions.stopping import insist_that_they_may_be_rung
from linkworks.domain.outreach.choices import Ending, OptOutFrom, QueueState
from linkworks.domain.outreach.models import CampaignContact, CohortImport, OptOut
from linkworks.domain.outreach.selectors.cohort_facts import standings
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(team):
    return CampaignContactFactory(campaign=CampaignFactory(team=team))


@pytest.fixture
def caller(rosa, link_worker):
    CallerShiftFactory(campaign=rosa.campaign, user_id=link_worker.user_id)
    return link_worker


def from_all(rosa):
    return say_no(rosa)


def from_this(rosa):
    return say_no(rosa, from_what=OptOutFrom.CAMPAIGN, campaign=rosa.campaign)


def from_another(rosa):
    return say_no(rosa, from_what=OptOutFrom.CAMPAIGN, campaign=CampaignFactory(team=rosa.team))


def withdrawn(rosa):
    return say_no(rosa, withdrawn_at=clock.now())


def say_no(rosa, **said):
    """Without the deed that ends the contact with it, as in the moment before."""
    told = {"from_what": OptOutFrom.ALL, "said_at": clock.now()} | said
    return OptOut.objects.create(team=rosa.team, person=rosa.person, **told)


def at_the_queue(rosa, caller, say):
    say(rosa)
    CampaignContact.objects.filter(pk=rosa.pk).update(state=QueueState.READY)
    rosa.refresh_from_db()
    return (rosa.state, rosa.ending) == (QueueState.ENDED, Ending.DECLINED)


def at_the_claim(rosa, caller, say):
    say(rosa)
    return take_next_call(caller, campaign_id=rosa.campaign_id) is None


def at_the_reveal(rosa, caller, say):
    take_next_call(caller, campaign_id=rosa.campaign_id)
    say(rosa)
    return stop_unless_may_ring(caller)


def at_a_promise(rosa, caller, say):
    say(rosa)
    try:
        insist_that_they_may_be_rung(rosa)
    except Refused:
        return True
    return False


def at_a_list(rosa, caller, say):
    say(rosa)
    return standings(caller, CohortImport(campaign=rosa.campaign), [rosa.person_id])[rosa.person_id].said_no


@pytest.mark.parametrize(
    ("say", "holds"), [(from_all, True), (from_this, True), (from_another, False), (withdrawn, False)]
)
@pytest.mark.parametrize("is_stopped", [at_the_queue, at_the_claim, at_the_reveal, at_a_promise, at_a_list])
def test_an_opt_out_holds_everywhere_for_as_long_and_as_far_as_it_was_said(rosa, caller, is_stopped, say, holds):
    assert is_stopped(rosa, caller, say) is holds


def test_it_is_somebody_elses_business(rosa, caller):
    from_all(CampaignContactFactory(campaign=rosa.campaign))
    assert not any(ask(rosa, caller, lambda _: None) for ask in (at_the_queue, at_a_promise, at_a_list))
