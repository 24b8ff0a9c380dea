"""What a call does beyond its campaign: stops all calls, and tells a lead."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.lead_notices import say_they_live, see_to_notice
from linkworks.domain.outreach.actions.unsafe import mark_unsafe
from linkworks.domain.outreach.choices import Ending, NoticeAnswer, QueueState
from linkworks.domain.outreach.models import CampaignContact, LeadNotice, OptOut, SafeContactDecision
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    CampaignFactory,
)
from linkworks.domain.people.actions.death import record_death
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert, Person
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lead(team_lead):
    return team_lead


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign)


@pytest.fixture
def elsewhere(team, contact):
    """The same person in another campaign."""
    return CampaignContactFactory(campaign=CampaignFactory(team=team), person=contact.person, number=contact.number)


def ring(caller, contact, outcome, note=""):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call(outcome, note))


def ending_of(contact):
    contact.refresh_from_db()
    return contact.state, contact.ending


def test_never_again_stops_every_campaign_there_is_and_will_be(caller, contact, elsewhere, team):
    ring(caller, contact, "do-not-call")
    assert ending_of(contact) == ending_of(elsewhere) == (QueueState.ENDED, Ending.DECLINED)
    later = CampaignContactFactory(campaign=CampaignFactory(team=team), person=contact.person)
    assert ending_of(later) == (QueueState.ENDED, Ending.DECLINED)
    assert not LeadNotice.objects.exists()


def test_declining_this_time_stops_this_campaign_alone(caller, contact, elsewhere):
    ring(caller, contact, "declined")
    assert ending_of(contact) == (QueueState.ENDED, Ending.DECLINED)
    assert ending_of(elsewhere)[0] == QueueState.READY


def test_a_death_we_are_told_of_stops_everything_and_changes_no_record(caller, contact, elsewhere, team):
    ring(caller, contact, "has-died", "His daughter answered")
    assert ending_of(contact) == ending_of(elsewhere) == (QueueState.ENDED, Ending.DIED)
    CampaignContactFactory(campaign=CampaignFactory(team=team), person=contact.person)
    assert not CampaignContact.objects.filter(person=contact.person).exclude(state=QueueState.ENDED).exists()
    assert Person.objects.get(pk=contact.person_id).died_on is None
    notice = LeadNotice.objects.get()
    assert (notice.words, notice.by_id, notice.answer) == ("His daughter answered", caller.user_id, "")


def test_a_lead_is_written_to_once_and_nobody_is_named(caller, contact, lead):
    ring(caller, contact, "not-safe")
    body = MessageContent.objects.get().body
    assert "Not safe to talk" in body
    assert contact.person.family_name not in body


def test_once_it_was_not_safe_to_talk_nobody_else_may_learn_of_us(caller, contact, team_lead):
    ring(caller, contact, "not-safe")
    alert = Alert.objects.get(person=contact.person)
    assert (alert.kind, alert.ended_at) == (AlertKind.SAFE_CONTACT, None)
    mark_unsafe(queue(caller), contact)
    assert Alert.objects.filter(person=contact.person).count() == 1


def test_a_lead_who_decided_before_did_not_decide_about_this_call(caller, contact, team_lead):
    AlertFactory(person=contact.person, kind=AlertKind.SAFE_CONTACT, words="Mornings only")
    SafeContactDecision.objects.create(
        team_id=contact.team_id,
        person=contact.person,
        contact=contact,
        opens=["household"],
        reason="Her sister knows",
        by_id=team_lead.user_id,
        at=clock.now(),
    )
    ring(caller, contact, "not-safe")
    assert Alert.objects.filter(person=contact.person, ended_at__isnull=True).count() == 2


def test_saving_twice_tells_once(caller, contact):
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    for _ in range(2):
        save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("has-died"))
    assert (LeadNotice.objects.count(), MessageContent.objects.count(), OptOut.objects.count()) == (1, 1, 1)


def test_what_somebody_said_stands_though_it_was_saved_late(caller, contact, second_worker):
    CallerShiftFactory(campaign=contact.campaign, user_id=second_worker.user_id)
    held = take_next_call(caller, campaign_id=contact.campaign.pk)
    CampaignContact.objects.update(wakes_at=clock.now() - timedelta(seconds=1))
    take_next_call(second_worker, campaign_id=contact.campaign.pk)
    assert save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("do-not-call")).is_late
    assert ending_of(contact) == (QueueState.ENDED, Ending.DECLINED)


def test_a_death_is_confirmed_when_the_record_says_so(caller, contact, lead):
    ring(caller, contact, "has-died")
    record_death(lead, person=contact.person, expected_version=None, died_on=clock.today())
    assert LeadNotice.objects.get().answer == NoticeAnswer.CONFIRMED
    with pytest.raises(Refused, match="record says"):
        say_they_live(lead, notice=LeadNotice.objects.select_related("person", "outcome").get())


def test_it_was_a_mistake_and_they_can_be_rung_again(caller, contact, elsewhere, lead):
    ring(caller, contact, "has-died")
    say_they_live(lead, notice=LeadNotice.objects.get())
    assert ending_of(contact) == ending_of(elsewhere) == (QueueState.READY, "")
    assert take_next_call(caller, campaign_id=contact.campaign.pk).contact_id == contact.pk


def test_a_lead_says_what_they_made_of_it(caller, contact, lead):
    ring(caller, contact, "not-safe")
    notice = LeadNotice.objects.get()
    with pytest.raises(Refused, match="Nobody said"):
        say_they_live(lead, notice=notice)
    with pytest.raises(NotAllowed):
        see_to_notice(caller, notice=notice)
    see_to_notice(lead, notice=notice)
    assert (notice.answer, notice.answered_by_id) == (NoticeAnswer.SEEN_TO, lead.user_id)


def test_a_death_is_not_simply_seen_to(caller, contact, lead):
    ring(caller, contact, "has-died")
    with pytest.raises(Refused, match="Say whether"):
        see_to_notice(lead, notice=LeadNotice.objects.get())


def test_it_waits_on_my_day_without_a_name_and_on_its_page_with_one(caller, contact, lead, signed_in):
    ring(caller, contact, "not-safe", "He whispered")
    browser = signed_in(lead)
    day = browser.get(reverse("casework:my_day")).content.decode()
    assert "1 call told us something that waits for you" in day
    assert contact.person.full_name not in day
    page = browser.get(reverse("outreach:told")).content.decode()
    assert contact.person.full_name in page
    assert "He whispered" in page
    told = browser.post(reverse("outreach:told_seen_to", args=[LeadNotice.objects.get().pk]), follow=True)
    assert "Nothing waits." in told.content.decode()
