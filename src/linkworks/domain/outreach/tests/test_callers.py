"""What a caller and those who look after callers find on the pages."""

import pytest
from django.urls import reverse

from conftest import member
from linkworks.domain.outreach.actions.colleagues import ask_for_colleague
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.introductions import finish_introduction
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.choices import ColleagueFor, Ending
from linkworks.domain.outreach.models import CallSample, CampaignContact, HandOut, ScriptAnswer
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    CampaignFactory,
    EndedContactFactory,
    RestingContactFactory,
)
from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team, name="Spring calls")


@pytest.fixture
def caller(team, campaign):
    caller = member(team, Role.CALLER, "Joan Abbott")
    CallerShiftFactory(campaign=campaign, user_id=caller.user_id)
    finish_introduction(caller)
    return caller


@pytest.fixture
def rosa(team, campaign):
    return CampaignContactFactory(campaign=campaign, person=PersonFactory(team=team, given_name="Rosa"))


def words(response):
    return response.content.decode()


def save(browser, held, outcome, **more):
    posted = {"token": held.token, "contact": held.contact_id, "outcome": outcome, **more}
    return browser.post(reverse("outreach:line"), posted, follow=True)


def test_a_new_caller_reads_first_and_is_asked_once(team, campaign, signed_in):
    browser = signed_in(member(team, Role.CALLER, "New Caller"))
    begin = reverse("outreach:begin", args=[campaign.pk])
    assert "Before your first call: 1 of 6" in words(browser.get(begin, follow=True))
    assert "You are ready" in words(browser.post(reverse("outreach:introduced"), follow=True))
    assert "Which languages can you ring in?" in words(browser.get(begin))


def test_whoever_works_with_people_may_ring_at_once(link_worker, campaign, signed_in):
    page = signed_in(link_worker).get(reverse("outreach:begin", args=[campaign.pk]))
    assert "Which languages can you ring in?" in words(page)


def test_a_call_that_was_not_saved_opens_again(caller, campaign, rosa, signed_in):
    take_next_call(caller, campaign_id=campaign.pk)
    assert "Ringing Rosa" in words(signed_in(caller).get("/", follow=True))


def test_whoever_begins_with_their_day_is_led_back_to_the_call(link_worker, campaign, rosa, signed_in):
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    browser = signed_in(link_worker)
    assert "Go back to your call" not in words(browser.get("/"))
    take_next_call(link_worker, campaign_id=campaign.pk)
    assert "Go back to your call" in words(browser.get("/"))


def test_a_hard_call_leads_to_a_minute_and_not_to_the_next(caller, campaign, rosa, signed_in):
    campaign.outcomes.filter(code="talked").update(tells_lead=True)
    held = take_next_call(caller, campaign_id=campaign.pk)
    page = words(save(signed_in(caller), held, "talked"))
    assert "Do you want to talk to someone?" in page
    assert "Ring the next person" not in page.replace("Saved. Ring the next person", "")


def test_an_easy_call_does_not(caller, campaign, rosa, signed_in):
    held = take_next_call(caller, campaign_id=campaign.pk)
    assert "Do you want to talk to someone?" not in words(save(signed_in(caller), held, "talked"))


def test_whoever_pauses_in_a_call_pauses_after_it(caller, campaign, rosa, signed_in):
    browser = signed_in(caller)
    held = take_next_call(caller, campaign_id=campaign.pk)
    page = browser.post(reverse("outreach:pause_begin"), follow=True)
    assert "You pause after this call." in words(page)
    assert "You are paused" in words(save(browser, held, "talked"))
    assert "You are paused" not in words(browser.post(reverse("outreach:pause_end"), follow=True))


def test_a_colleague_is_asked_for_in_a_call_and_the_lead_sees_who_is_on_the_line(
    caller, campaign, rosa, signed_in, team_lead
):
    take_next_call(caller, campaign_id=campaign.pk)
    page = signed_in(caller).post(reverse("outreach:colleague"), {"what_for": "now"}, follow=True)
    assert "A colleague has been told." in words(page)
    lead = signed_in(team_lead)
    assert "A caller asks for you" in words(lead.get("/"))
    seen = words(lead.get(reverse("outreach:callers")))
    assert f"On the line: {rosa.person.full_name}" in seen


def test_what_is_asked_for_goes_when_a_lead_sees_to_it(caller, signed_in, team_lead):
    asked = ask_for_colleague(caller, what_for=ColleagueFor.TALK)
    page = signed_in(team_lead).post(reverse("outreach:answer_colleague", args=[asked.pk]), follow=True)
    assert "I am seeing to it" not in words(page)


@pytest.mark.parametrize("page", ["outreach:callers"])
def test_callers_do_not_look_after_callers(caller, signed_in, page):
    assert signed_in(caller).get(reverse(page)).status_code in (403, 404)


@pytest.mark.parametrize("page", ["outreach:check", "outreach:rang_back", "outreach:campaign_calls"])
def test_callers_look_nobody_up(caller, campaign, signed_in, page):
    assert signed_in(caller).get(reverse(page, args=[campaign.pk])).status_code in (403, 404)


def test_the_call_goes_on_to_the_next_person_at_the_number(caller, campaign, rosa, signed_in):
    CampaignContactFactory(campaign=campaign, phone_key=rosa.phone_key, number=rosa.number)
    held = take_next_call(caller, campaign_id=campaign.pk)
    browser = signed_in(caller)
    assert "1 more person on your list at this number" in words(browser.get(reverse("outreach:line")))
    save(browser, held, "talked", at_home="yes")
    other = CampaignContact.objects.exclude(pk=held.contact_id).get()
    assert (other.state, other.holder_id) == ("on_a_call", caller.user_id)


def test_a_note_typed_in_one_call_is_no_draft_of_the_next(caller, campaign, rosa, signed_in):
    browser = signed_in(caller)
    first = take_next_call(caller, campaign_id=campaign.pk)
    typed = {"note": "About Rosa", "token": first.token}
    browser.post(f"{reverse('staff:drafts')}?page=/calls/line", typed)
    assert "About Rosa" in words(browser.get(reverse("outreach:line")))
    browser.post(reverse("outreach:give_back"))
    CampaignContact.objects.filter(pk=rosa.pk).update(state="ready")
    take_next_call(caller, campaign_id=campaign.pk)
    assert "About Rosa" not in words(browser.get(reverse("outreach:line")))


def test_a_number_is_not_shown_of_somebody_who_has_died_meanwhile(caller, campaign, rosa, signed_in):
    take_next_call(caller, campaign_id=campaign.pk)
    Person.objects.filter(pk=rosa.person_id).update(died_on=clock.today())
    page = words(signed_in(caller).get(reverse("outreach:line"), follow=True))
    assert "they are not to be rung" in page
    assert rosa.phone_key not in page


def test_a_resident_checks_a_call_and_no_more_is_said(caller, coordinator, campaign, rosa, signed_in):
    code = HandOut.objects.get(token=take_next_call(caller, campaign_id=campaign.pk).token).code
    browser = signed_in(coordinator)
    page = words(browser.post(reverse("outreach:check", args=[campaign.pk]), {"code": code, "who": "Rosa"}))
    assert "It was us" in page
    assert rosa.person.family_name not in page
    wrong = browser.post(reverse("outreach:check", args=[campaign.pk]), {"code": code, "who": "Harold"})
    assert "We do not find it" in words(wrong)


def test_somebody_who_rings_back_is_found_and_taken(coordinator, campaign, team, signed_in):
    rosa = RestingContactFactory(campaign=campaign, person=PersonFactory(team=team, given_name="Rosa"))
    browser = signed_in(coordinator)
    address = reverse("outreach:rang_back", args=[campaign.pk])
    assert "Take this call" in words(browser.post(address, {"who": "rosa"}))
    page = browser.post(reverse("outreach:take_rang_back", args=[campaign.pk, rosa.pk]), follow=True)
    assert "Ringing Rosa" in words(page)


def test_whoever_is_done_and_rings_is_found_taken_and_given_back_as_they_were(coordinator, campaign, team, signed_in):
    rosa = EndedContactFactory(campaign=campaign, person=PersonFactory(team=team, given_name="Rosa"))
    browser = signed_in(coordinator)
    page = words(browser.post(reverse("outreach:rang_back", args=[campaign.pk]), {"who": "rosa"}))
    assert "Done: reached. They stay done, unless you agree on another call." in page
    page = browser.post(reverse("outreach:take_rang_back", args=[campaign.pk, rosa.pk]), follow=True)
    assert "Ringing Rosa" in words(page)
    assert "They are done, as before they rang." in words(browser.post(reverse("outreach:give_back"), follow=True))


def test_the_call_of_somebody_of_whom_we_heard_that_they_died_is_not_taken(coordinator, campaign, signed_in):
    gone = EndedContactFactory(campaign=campaign, ending=Ending.DIED)
    browser = signed_in(coordinator)
    found = browser.post(reverse("outreach:rang_back", args=[campaign.pk]), {"who": gone.person.family_name})
    assert "Done: has died. This call cannot be taken here." in words(found)
    assert "Take this call" not in words(found)


def test_a_lead_reads_a_call_and_the_caller_the_words(caller, campaign, rosa, team_lead, signed_in):
    held = take_next_call(caller, campaign_id=campaign.pk)
    save(signed_in(caller), held, "talked", note="She was glad of it")
    lead = signed_in(team_lead)
    sample = CallSample.objects.get()
    address = reverse("outreach:look_at_call", args=[campaign.pk, sample.pk])
    assert "She was glad of it" in words(lead.get(address))
    lead.post(address, {"verdict": "right", "words": "You gave her time."}, follow=True)
    mine = signed_in(caller)
    assert "(1 new)" in words(mine.get(reverse("outreach:calls")))
    page = words(mine.get(reverse("outreach:kind_words")))
    assert "You gave her time." in page
    assert "Rosa" not in page
    assert "(1 new)" not in words(mine.get(reverse("outreach:calls")))


def test_an_answer_to_an_earlier_call_is_not_written_into_this_one(
    caller, campaign, rosa, signed_in, team, coordinator
):
    draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
    publish_script(coordinator, draft=draft, need_types=needs_of(read_script(welfare_call())))
    campaign.change(script_id=draft.pk)
    browser = signed_in(caller)
    first = take_next_call(caller, campaign_id=campaign.pk)
    browser.post(reverse("outreach:give_back"))
    take_next_call(caller, campaign_id=campaign.pk)
    late = {"token": first.token, "step": "who-answered", "answer": "person"}
    browser.post(reverse("outreach:answer"), late)
    assert not ScriptAnswer.objects.exists()
    browser.post(reverse("outreach:answer"), {"step": "who-answered", "answer": "person"})
    assert ScriptAnswer.objects.exists()
