import pytest

from linkworks.domain.outreach.actions.colleagues import answer_colleague, ask_for_colleague
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.models import ColleagueAsked
from linkworks.domain.outreach.selectors.callers import list_asked, rung_in
from linkworks.domain.outreach.tests.factories import CampaignContactFactory
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


def test_every_lead_is_written_to_at_once_and_reads_nobodys_name(campaign, caller, team_lead, coordinator):
    contact = CampaignContactFactory(campaign=campaign)
    take_next_call(caller, campaign_id=campaign.pk)
    ask_for_colleague(caller, what_for=ColleagueFor.NOW)
    letter = MessageContent.objects.get()
    assert letter.subject == "A caller needs you now"
    assert caller.name in letter.body
    assert contact.person.family_name not in letter.body + letter.subject


def test_asking_twice_is_asking_once_until_somebody_answers(campaign, caller, team_lead):
    first = ask_for_colleague(caller, what_for=ColleagueFor.TALK)
    assert ask_for_colleague(caller, what_for=ColleagueFor.TALK) == first
    answer_colleague(team_lead, asked=first)
    assert not list_asked(team_lead).exists()
    assert ask_for_colleague(caller, what_for=ColleagueFor.TALK) != first
    assert MessageContent.objects.count() == 2


def test_a_lead_sees_who_is_on_the_line_and_what_presses_most_comes_first(campaign, caller, team_lead):
    ask_for_colleague(caller, what_for=ColleagueFor.TALK)
    contact = CampaignContactFactory(campaign=campaign)
    take_next_call(caller, campaign_id=campaign.pk)
    ask_for_colleague(caller, what_for=ColleagueFor.NOW)
    now, talk = list_asked(team_lead)
    assert (now.what_for, talk.what_for) == ("now", "talk")
    assert rung_in(team_lead, [now.token, talk.token])[now.token].person == contact.person


def test_callers_answer_nobody(campaign, caller):
    asked = ask_for_colleague(caller, what_for=ColleagueFor.TALK)
    with pytest.raises(NotAllowed):
        answer_colleague(caller, asked=asked)
    assert ColleagueAsked.objects.get().answered_at is None


def test_who_never_began_to_ring_is_told_to(coordinator):
    with pytest.raises(Refused, match="Begin to ring"):
        ask_for_colleague(coordinator, what_for=ColleagueFor.TALK)
