"""Somebody who asked never to be rung changes their mind: written down with who, how, when and why."""

import pytest

from conftest import member
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.ringing_again import Asked, withdraw_opt_out
from linkworks.domain.outreach.actions.stopping import opt_out, stop_until_confirmed
from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState
from linkworks.domain.outreach.models import CampaignContact, OptOut
from linkworks.domain.outreach.selectors.opt_outs import done_by_declining
from linkworks.domain.outreach.tests.factories import (
    CampaignContactFactory,
    CampaignFactory,
    EndedContactFactory,
    RestingContactFactory,
)
from linkworks.domain.people.actions.death import record_death
from linkworks.domain.people.choices import GivenHow
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(campaign):
    return CampaignContactFactory(campaign=campaign)


@pytest.fixture
def never(caller, rosa):
    """She asked never to be rung again."""
    said = opt_out(caller, person=rosa.person, campaign=None, words="Never again, thank you")
    rosa.refresh_from_db()
    return said


def asked(words="She would like a call after all"):
    return Asked("She did", GivenHow.SPOKEN, clock.today(), words)


def withdraw(actor, said, *campaigns, **more):
    return withdraw_opt_out(actor, opt_out=said, asked=asked(), into=[one.pk for one in campaigns], **more)


def standing(contact):
    contact.refresh_from_db()
    return contact.state, contact.ending


@pytest.mark.parametrize("who", ["coordinator", "team_lead"])
def test_who_asked_how_when_and_why_are_kept_and_logged(request, who, never):
    actor = request.getfixturevalue(who)
    withdraw(actor, never)
    said = OptOut.objects.get()
    assert (said.words, said.withdrawn_words) == ("Never again, thank you", "She would like a call after all")
    assert (said.asked_by, said.asked_how, said.asked_on) == ("She did", "spoken", clock.today())
    assert said.withdrawn_by_id == actor.user_id
    assert ChangeEntry.objects.get(event="opt_out.withdrawn").person_id == said.person_id


def test_nobody_is_rung_because_of_it_alone(coordinator, caller, never, rosa):
    withdraw(coordinator, never)
    assert standing(rosa) == (QueueState.ENDED, Ending.DECLINED)
    assert take_next_call(caller, campaign_id=rosa.campaign_id) is None


def test_they_are_put_back_where_that_is_chosen_and_begin_anew(coordinator, caller, never, rosa):
    rosa.change(tries=3, is_promised=True, promised_to_id=caller.user_id)
    assert [one.pk for one in withdraw(coordinator, never, rosa.campaign)] == [rosa.pk]
    assert standing(rosa) == (QueueState.READY, "")
    assert (rosa.tries, rosa.is_promised, rosa.promised_to_id) == (0, False, None)
    assert ChangeEntry.objects.filter(event="campaign.put_back", subject_id=rosa.pk).exists()
    assert take_next_call(caller, campaign_id=rosa.campaign_id).contact_id == rosa.pk


def test_only_those_who_declined_in_a_campaign_that_is_not_closed_can_be_put_back(coordinator, team, never, rosa):
    reached = EndedContactFactory(campaign=CampaignFactory(team=team), person=rosa.person, ending=Ending.REACHED)
    closed = EndedContactFactory(
        campaign=CampaignFactory(team=team, state=CampaignState.CLOSED), person=rosa.person, ending=Ending.DECLINED
    )
    assert withdraw(coordinator, never, rosa.campaign, reached.campaign, closed.campaign) == [rosa]
    assert standing(reached) == (QueueState.ENDED, Ending.REACHED)
    assert standing(closed) == (QueueState.ENDED, Ending.DECLINED)


def test_whoever_put_them_back_meanwhile_is_left_alone(coordinator, never, rosa):
    CampaignContact.objects.filter(pk=rosa.pk).update(ending=Ending.SEEN_SAFE)
    assert withdraw(coordinator, never, rosa.campaign) == []
    assert standing(rosa) == (QueueState.ENDED, Ending.SEEN_SAFE)


def test_the_same_said_twice_is_taken_back_at_once(coordinator, caller, never, rosa):
    again = opt_out(caller, person=rosa.person, campaign=None, words="As I said")
    withdraw(coordinator, again, rosa.campaign)
    assert not OptOut.objects.filter(withdrawn_at=None).exists()
    assert standing(rosa)[0] == QueueState.READY


def test_what_was_said_of_one_campaign_stands_by_itself(coordinator, caller, never, rosa):
    other = RestingContactFactory(campaign=CampaignFactory(team=rosa.campaign.team), person=rosa.person)
    here = opt_out(caller, person=rosa.person, campaign=rosa.campaign, words="Not this one")
    assert list(done_by_declining(coordinator, here)) == [], "they still asked for no calls at all"
    assert withdraw(coordinator, never, rosa.campaign, other.campaign) == [other]
    assert standing(rosa) == (QueueState.ENDED, Ending.DECLINED)
    assert withdraw(coordinator, here, rosa.campaign) == [rosa]


def test_a_death_that_was_told_is_not_taken_back_here(coordinator, caller, rosa):
    stop_until_confirmed(caller, rosa.person)
    with pytest.raises(Refused, match="What calls told us"):
        withdraw(coordinator, OptOut.objects.get())


def test_whoever_has_died_is_not_put_back(coordinator, team_lead, never, rosa):
    record_death(team_lead, person=rosa.person, expected_version=None, died_on=clock.today())
    never.person.refresh_from_db()
    assert withdraw(coordinator, never, rosa.campaign) == []


def test_it_takes_words_and_is_done_once(coordinator, never):
    with pytest.raises(Refused, match="Say why"):
        withdraw_opt_out(coordinator, opt_out=never, asked=asked(" "))
    withdraw(coordinator, never)
    with pytest.raises(Refused, match="taken back already"):
        withdraw(coordinator, never)


def test_two_who_write_it_down_at_once_do_not_overwrite_each_other(coordinator, never):
    with pytest.raises(Conflict):
        withdraw(coordinator, never, expected_version=never.version + 1)


@pytest.mark.parametrize("role", [Role.CALLER, Role.LINK_WORKER])
def test_whoever_rings_cannot(team, role, never):
    with pytest.raises(NotAllowed):
        withdraw(member(team, role, "Joan Abbott"), never)
