"""A caller's way through one call, on the pages."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from conftest import member
from linkworks.domain.outreach.actions.introductions import finish_introduction
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.models import CallAttempt, CallSample, CampaignContact, LateNote, ScriptAnswer
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.texts import translate, words_of
from linkworks.domain.outreach.scripts.writing import write_script
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory, NeedTypeFactory
from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import AlertFactory, PersonFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db
NEEDS = needs_of(read_script(welfare_call()))


@pytest.fixture
def campaign(team, coordinator):
    draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
    publish_script(coordinator, draft=draft, need_types=NEEDS)
    return CampaignFactory(team=team, script=draft, name="Spring calls")


@pytest.fixture
def rosa(team, campaign):
    person = PersonFactory(team=team, given_name="Rosa", family_name="Marsh", address_line_1="12 High Street")
    AlertFactory(person=person, words="Ring twice")
    return CampaignContactFactory(campaign=campaign, person=person)


@pytest.fixture
def caller(team):
    return member(team, Role.CALLER, "Joan Abbott")


@pytest.fixture
def browser(signed_in, caller, campaign):
    """A caller who has begun."""
    browser = signed_in(caller)
    browser.post(reverse("outreach:introduced"))
    browser.post(reverse("outreach:begin", args=[campaign.pk]), {"languages": ["English"]})
    return browser


def take(browser, campaign):
    return browser.post(reverse("outreach:next", args=[campaign.pk]), follow=True)


def words(response):
    return response.content.decode()


def test_the_whole_call(browser, campaign, rosa):
    page = words(take(browser, campaign))
    assert "Ringing Rosa" in page
    assert "Ring twice" in page
    assert "May I speak to Rosa Marsh, please?" in page
    browser.post(reverse("outreach:answer"), {"step": "who-answered", "answer": "person"})
    page = words(browser.get(reverse("outreach:line")))
    assert "My name is Joan Abbott." in page
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    saved = browser.post(
        reverse("outreach:line"),
        {"token": token, "contact": rosa.pk, "outcome": "talked", "note": "All well"},
        follow=True,
    )
    assert "Saved. Ring the next person" in words(saved)
    assert CallAttempt.objects.get().note == "All well"
    assert ScriptAnswer.objects.get().given == "person"


def test_a_caller_sees_the_person_on_the_line_and_nobody_else(browser, campaign, rosa, caller):
    other = PersonFactory(team=campaign.team, given_name="Secret")
    page = words(take(browser, campaign))
    assert "Secret" not in page
    assert browser.get(reverse("people:person", args=[rosa.person_id])).status_code == 404
    assert browser.get(reverse("people:person", args=[other.pk])).status_code == 404
    with acting(caller):
        assert not Person.objects.exists()


def test_with_nobody_to_ring_it_is_said_why(browser, campaign):
    page = words(take(browser, campaign))
    assert "Nobody to ring just now" in page
    assert "0 people are done." in page


def test_whoever_has_not_begun_is_asked_what_they_speak(signed_in, caller, campaign, rosa):
    finish_introduction(caller)
    page = signed_in(caller).post(reverse("outreach:next", args=[campaign.pk]), follow=True)
    assert "Which languages can you ring in?" in words(page)


def test_an_agreed_time_is_asked_for_and_the_note_is_kept(browser, campaign, rosa):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    posted = {"token": token, "contact": rosa.pk, "outcome": "call-back", "note": "After church"}
    page = browser.post(reverse("outreach:line"), posted)
    assert page.status_code == 422
    assert "Say when to ring again" in words(page)
    assert "After church" in words(page)


def test_which_language_is_asked_for_and_the_note_is_kept(browser, campaign, rosa):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    posted = {"token": token, "contact": rosa.pk, "outcome": "language", "note": "Her son says Somali"}
    page = browser.post(reverse("outreach:line"), posted)
    assert page.status_code == 422
    assert 'href="#id_language"' in words(page)
    assert "Choose which language they need." in words(page)
    assert "Her son says Somali" in words(page)
    assert "Saved." in words(browser.post(reverse("outreach:line"), {**posted, "language": "Somali"}, follow=True))
    rosa.refresh_from_db()
    assert rosa.language == "Somali"


def test_no_language_is_asked_for_where_no_outcome_needs_it(browser, campaign, rosa):
    assert "Which language do they need?" in words(take(browser, campaign))
    campaign.outcomes.filter(code="language").update(retired_at=clock.now())
    assert "Which language do they need?" not in words(browser.get(reverse("outreach:line")))


def test_a_note_that_comes_late_is_kept(browser, campaign, rosa, caller):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    browser.post(reverse("outreach:give_back"))
    posted = {"token": token, "contact": rosa.pk, "outcome": "talked", "note": "Rang back herself"}
    page = browser.post(reverse("outreach:line"), posted, follow=True)
    assert "had gone back to the queue" in words(page)
    assert LateNote.objects.get().note == "Rang back herself"
    assert not CallAttempt.objects.exists()


def test_a_late_note_is_kept_without_an_outcome_or_a_time(browser, campaign, rosa):
    for outcome in ("", "call-back"):
        take(browser, campaign)
        token = rosa.__class__.objects.get(pk=rosa.pk).token
        browser.post(reverse("outreach:give_back"))
        posted = {"token": token, "contact": rosa.pk, "outcome": outcome, "note": f"Typed {outcome}"}
        assert "had gone back to the queue" in words(browser.post(reverse("outreach:line"), posted, follow=True))
    assert LateNote.objects.count() == 2


@pytest.mark.parametrize("said", [{"outcome": "call-back"}, {"outcome": "talked", "ring_at_0": "nonsense"}])
def test_nobody_is_asked_to_mend_what_comes_late(browser, campaign, rosa, said):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    browser.post(reverse("outreach:give_back"))
    posted = {"token": token, "contact": rosa.pk, "note": "After church", **said}
    page = browser.post(reverse("outreach:line"), posted, follow=True)
    assert "had gone back to the queue" in words(page)
    assert LateNote.objects.get().note == "After church"


def test_pressing_twice_is_saving_once(browser, campaign, rosa):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    posted = {"token": token, "contact": rosa.pk, "outcome": "talked"}
    for _ in range(2):
        assert "Saved. Ring the next person" in words(browser.post(reverse("outreach:line"), posted, follow=True))
    assert CallAttempt.objects.count() == 1
    assert not LateNote.objects.exists()


def test_an_answer_after_the_call_is_over_says_so(browser, campaign, rosa):
    take(browser, campaign)
    browser.post(reverse("outreach:give_back"))
    posted = {"step": "who-answered", "answer": "person"}
    assert "This answer is not kept" in words(browser.post(reverse("outreach:answer"), posted, follow=True))


def test_claim_and_save_ask_little(browser, campaign, rosa):
    with at_most(7):
        browser.post(reverse("outreach:next", args=[campaign.pk]))
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    with at_most(14):
        browser.post(reverse("outreach:line"), {"token": token, "contact": rosa.pk, "outcome": "talked"})


def test_keeping_the_call_says_until_when(browser, campaign, rosa):
    take(browser, campaign)
    assert browser.post(reverse("outreach:keep")).json()["until"]
    browser.post(reverse("outreach:give_back"))
    assert browser.post(reverse("outreach:keep")).json()["until"] is None


def test_another_teams_campaign_is_not_there(signed_in, other_team_worker, campaign, rosa):
    assert signed_in(other_team_worker).post(reverse("outreach:next", args=[campaign.pk])).status_code == 404


def test_a_commissioner_has_no_calls(signed_in, commissioner):
    assert signed_in(commissioner).get(reverse("outreach:calls")).status_code in (403, 404)


def test_a_script_with_a_dead_end_is_not_published(coordinator):
    broken = welfare_call()
    broken["modules"][0]["steps"][0]["answers"][0]["goes"] = "nowhere"
    draft = draft_script(coordinator, name="Broken", content=broken)
    with pytest.raises(Refused, match="“It is them” leads to a step that is not in “Hello”"):
        publish_script(coordinator, draft=draft, need_types=NEEDS)


def test_the_script_is_in_the_persons_language_until_the_caller_changes_it(signed_in, caller, coordinator, team):
    script = read_script(welfare_call())
    hello = words_of(script.module("opening").steps[0])
    in_urdu = write_script(translate(script, "ur", {hello: "سلام، {name}؟"}))
    draft = draft_script(coordinator, name="Two languages", content=in_urdu)
    publish_script(coordinator, draft=draft, need_types=NEEDS)
    campaign = CampaignFactory(team=team, script=draft)
    CampaignContactFactory(campaign=campaign, person=PersonFactory(team=team, given_name="Noor"), language="Urdu")
    browser = signed_in(caller)
    browser.post(reverse("outreach:begin", args=[campaign.pk]), {"languages": ["English", "Urdu"]})
    assert '<span lang="ur" dir="rtl">سلام، Noor' in words(take(browser, campaign))
    page = words(browser.post(reverse("outreach:language"), {"language": ""}, follow=True))
    assert "Hello. May I speak to Noor" in page
    assert "سلام" not in page
    assert "سلام" not in words(browser.get(reverse("outreach:line")))
    assert "سلام" in words(browser.post(reverse("outreach:language"), {"language": "ur"}, follow=True))


def test_what_was_not_safe_to_ask_is_written_down_as_that(browser, campaign, rosa, team):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    for step, answer in (("who-answered", "person"), ("safe-to-talk", "not-alone")):
        browser.post(reverse("outreach:answer"), {"step": step, "answer": answer})
    browser.post(reverse("outreach:line"), {"token": token, "contact": rosa.pk, "outcome": "talked"})
    assert ScriptAnswer.objects.get(step="afraid").given == "not asked: not safe"


def test_a_question_is_left_out_with_a_reason_that_stands_where_answers_are_read(
    browser, campaign, rosa, coordinator, signed_in
):
    take(browser, campaign)
    token = rosa.__class__.objects.get(pk=rosa.pk).token
    for answer, typed in (("left out: already known", ""), ("left out: ", "Her son wept")):
        step = "food-enough" if not typed else "mood"
        browser.post(reverse("outreach:answer"), {"step": step, "answer": answer, "words": typed})
    assert "Say why the question is left out." in words(
        browser.post(reverse("outreach:answer"), {"step": "online", "answer": "left out: "}, follow=True)
    )
    browser.post(reverse("outreach:line"), {"token": token, "contact": rosa.pk, "outcome": "talked"})
    sample = CallSample.objects.get()
    page = words(signed_in(coordinator).get(reverse("outreach:look_at_call", args=[campaign.pk, sample.pk])))
    assert "left out: already known" in page
    assert "left out: Her son wept" in page


def test_nobody_leaves_out_who_they_are(browser, campaign, rosa):
    assert "Leave this question out" not in words(take(browser, campaign))
    page = browser.post(
        reverse("outreach:answer"), {"step": "two-facts", "answer": "left out: already known"}, follow=True
    )
    assert "Choose an answer." in words(page)
    assert not ScriptAnswer.objects.exists()


def test_published_words_stand(campaign):
    with pytest.raises(Exception, match="Cannot update"):
        campaign.script.change(content={"title": "Other words"})


def test_what_is_answered_and_added_keeps_the_call_where_no_script_of_the_page_does(browser, campaign, rosa):
    """A long talk with JavaScript off: nobody else rings the person meanwhile."""
    NeedTypeFactory(campaign=campaign, code="fuel")
    take(browser, campaign)
    fuel = {"type": "fuel", "urgency": "today", "words": "Two pounds on the meter", "_submission": str(uuid4())}
    for address, said in (("answer", {"step": "who-answered", "answer": "person"}), ("call_need", fuel)):
        CampaignContact.objects.update(wakes_at=clock.now() + timedelta(seconds=5))
        browser.post(reverse(f"outreach:{address}"), said)
        rosa.refresh_from_db()
        assert rosa.wakes_at > clock.now() + timedelta(minutes=9), address


def say(browser, **answers):
    """The page after these answers."""
    for step, answer in answers.items():
        page = browser.post(reverse("outreach:answer"), {"step": step.replace("_", "-"), "answer": answer}, follow=True)
    return words(page)


OPENING = {
    "who_answered": "person",
    "who_we_are": "carry-on",
    "two_facts": "right",
    "may_ask": "yes",
    "safe_to_talk": "alone",
    "all_right": "yes",
    "urgent_today": "nothing",
}


def test_what_was_said_stands_in_order_and_each_answer_is_changed_on_the_page(browser, campaign, rosa):
    take(browser, campaign)
    page = say(browser, **OPENING, food_enough="none", food_why="both")
    said = page.split("What they said so far")[1]
    in_order = ("Both are right", "Yes, alone", "Not for today", '<span lang="en-GB" dir="ltr">Both</span>')
    places = [said.index(label) for label in in_order]
    assert places == sorted(places)
    assert 'name="change" value="food-enough"' in said
    assert 'value="food-why" data-back' in page
    page = words(browser.get(reverse("outreach:line"), {"change": "food-enough"}))
    assert 'name="step" value="food-enough"' in page
    assert "This is answered already." in page
    assert 'value="urgent-today" data-back' in page
    page = say(browser, food_enough="yes")
    assert "1 other answer counts no more: the call goes another way now." in page
    assert 'name="step" value="medicine-days"' in page
    assert 'value="food-why"' not in page
    assert "You will be brought food." not in page


def test_not_them_after_all_hides_what_was_said(browser, campaign, rosa):
    take(browser, campaign)
    page = say(browser, **OPENING, food_enough="none", food_why="both")
    assert "You will be brought food." in page
    page = say(browser, two_facts="wrong")
    assert "I may have the wrong number" in page
    for gone in ("You will be brought food.", "Not for today", "Yes, alone", "?module="):
        assert gone not in page


def test_what_was_ticked_and_typed_stands_in_the_question_that_is_opened_again(browser, campaign, rosa):
    take(browser, campaign)
    say(browser, **OPENING, food_enough="today-only", food_why="both")
    browser.post(reverse("outreach:answer"), {"step": "food-diet", "words": "No fish"})
    browser.post(reverse("outreach:answer"), {"step": "home-heat", "answer": ["meter", "broken"]})
    page = words(browser.get(reverse("outreach:line"), {"change": "food-diet"}))
    assert ">No fish</textarea>" in page
    page = words(browser.get(reverse("outreach:line"), {"change": "home-heat"}))
    assert page.count('" checked>') == 2


def test_nothing_chosen_leaves_the_question_open_and_the_answer_as_it_was(browser, campaign, rosa):
    take(browser, campaign)
    say(browser, **OPENING)
    page = words(browser.post(reverse("outreach:answer"), {"step": "urgent-today"}, follow=True))
    assert "Choose an answer." in page
    assert 'name="step" value="urgent-today"' in page
    assert ScriptAnswer.objects.get(step="urgent-today").given == "nothing"


@pytest.mark.parametrize("step", ["afraid", "no-such-question", "read-back"])
def test_only_what_is_answered_is_opened_again(browser, campaign, rosa, step):
    take(browser, campaign)
    page = words(browser.get(reverse("outreach:line"), {"change": step}))
    assert 'name="step" value="who-answered"' in page
    assert "data-back" not in page
