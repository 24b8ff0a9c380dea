"""Practising: the same script and keys, a kind word at the end, and not a row written."""

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from conftest import member
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.rehearsal.feedback import feedback
from linkworks.domain.outreach.rehearsal.residents import residents
from linkworks.domain.outreach.rehearsal.talk import Talk
from linkworks.domain.outreach.scripts.content import StepKind
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.walk import place
from linkworks.domain.outreach.tests.factories import CampaignFactory
from linkworks.foundation.accounts.choices import Role

SCRIPT = read_script(welfare_call())
# What a caller who listens chooses, where it is not the first answer; and how they say it went.
GOOD = {
    "rosa": ({}, "reached", ""),
    "harold": ({"food-enough": "today-only", "home-heat": ["meter"], "mood": "low"}, "reached", ""),
    "winifred": ({"health-care": ["senses"], "online": "online"}, "reached", ""),
    "amina": ({"safe-to-talk": "not-safe"}, "not-safe", "A man's voice asked who it was."),
    "peter": ({"who-answered": "died"}, "died", ""),
    "doris": ({"who-we-are": "check-first"}, "ring_at", ""),
    "marek": ({"urgent-today": "999"}, "ring_at", ""),
    "patrick": (None, "voicemail", "This is Joan for Patrick Doyle. Please ring 020 7946 0150."),
}
STOPS_AFTER = {"marek": "urgent-today"}


@pytest.fixture
def browser(team, coordinator, signed_in):
    draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
    publish_script(coordinator, draft=draft, need_types=needs_of(SCRIPT))
    CampaignFactory(team=team, script=draft)
    return signed_in(member(team, Role.CALLER, "Joan Abbott"))


def talk_through(key: str) -> Talk:
    """The whole script with this resident, as a good caller takes it."""
    answers, _, _ = GOOD[key]
    talk = Talk(residents()[key])
    while answers is not None and (at := place(SCRIPT, talk.given)) and at[1].step:
        step = at[1].step
        first = [step.answers[0].key] if step.answers else []
        chosen = answers.get(step.key, first)
        talk = talk.answered(SCRIPT, step.key, chosen if isinstance(chosen, list) else [chosen])
        if STOPS_AFTER.get(key) == step.key:
            break
    return talk


def every_row() -> dict[str, list]:
    """All that the database holds, table by table."""
    rows = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.managed and not model._meta.proxy:
                cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t ORDER BY 1')  # noqa: S608
                rows[model._meta.db_table] = cursor.fetchall()
    return rows


def test_there_is_a_good_way_through_each_resident():
    assert GOOD.keys() == residents().keys()


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_caller_who_listens_hears_only_good_of_it(key):
    _, outcome, note = GOOD[key]
    told = feedback(talk_through(key), SCRIPT, {outcome}, note)
    assert told
    assert all(word.went_well for word in told), [word.words for word in told if not word.went_well]


def test_who_asks_about_safety_while_somebody_listens_is_told_what_to_try():
    talk = Talk(residents()["amina"], {"safe-to-talk": "alone", "afraid": "no"})
    told = [
        word.words
        for word in feedback(talk, SCRIPT, {"reached"}, "I think her husband is violent")
        if not word.went_well
    ]
    assert any("while somebody was listening" in one for one in told)
    assert any("does not sound safe" in one for one in told)
    assert any("Write what you heard" in one for one in told)


def test_a_message_with_detail_is_noticed():
    told = feedback(Talk(residents()["patrick"]), SCRIPT, {"voicemail"}, "It is your surgery about your medicines")
    assert any("more than it should" in word.words for word in told if not word.went_well)


def test_every_reply_and_remark_belongs_to_a_step_of_the_shipped_script():
    for resident in residents().values():
        steps = {*resident.replies, *resident.waits, *(one.step for one in resident.remarks if one.step)}
        assert steps <= SCRIPT.steps.keys(), resident.key
        for remark in resident.remarks:
            if remark.of == "answer":
                assert set(remark.among) <= {answer.key for answer in SCRIPT.steps[remark.step].answers}


def test_every_question_that_a_good_caller_comes_by_is_answered():
    for key, (answers, _, _) in GOOD.items():
        talk = talk_through(key)
        asked = [step for step in talk.given if answers is not None and SCRIPT.steps[step].kind != StepKind.SAY]
        silent = [step for step in asked[1:] if step not in talk.resident.replies]
        assert not silent, (key, silent)


@pytest.mark.django_db
def test_a_whole_practice_writes_not_a_single_row(browser):
    address = reverse("outreach:rehearse", args=["amina"])
    browser.get(address)  # the session notes that somebody is there
    before = every_row()
    page = browser.get(address)
    for step, answer in (("who-answered", "person"), ("who-we-are", "carry-on"), ("safe-to-talk", "not-safe")):
        page = browser.get(address, {"talk": carried(page), "step": step, "answer": answer})
    browser.get(address, {"talk": carried(page), "step": "another-day", "answer": "tomorrow"})
    again = browser.get(address, {"talk": carried(page), "change": "safe-to-talk"})
    assert 'name="step" value="safe-to-talk"' in again.content.decode()
    browser.get(address, {"talk": carried(again), "step": "safe-to-talk", "answer": "alone"})
    browser.get(address, {"talk": carried(page), "module": "food"})
    over = browser.post(address, {"talk": carried(page), "outcome": "talked", "note": "A man's voice"})
    browser.get(reverse("outreach:rehearsals"))
    assert "To try next time" in over.content.decode()
    assert every_row() == before


@pytest.mark.django_db
def test_the_check_on_rows_can_fail(browser):
    before = every_row()
    browser.post(reverse("outreach:introduced"))
    assert every_row() != before


@pytest.mark.django_db
def test_who_picks_up_is_heard_first_and_then_what_they_say_to_our_words(browser):
    address = reverse("outreach:rehearse", args=["winifred"])
    page = browser.get(address)
    begun = page.content.decode()
    assert begun.index("This is the relay assistant") < begun.index("May I speak to") < begun.index("It is Winifred.")
    page = browser.get(address, {"talk": carried(page), "step": "who-answered", "answer": "person"})
    assert "This is the relay assistant" not in page.content.decode()


@pytest.mark.django_db
def test_what_nobody_signed_begins_anew(browser):
    address = reverse("outreach:rehearse", args=["rosa"])
    page = browser.get(address, {"talk": "made-up", "step": "who-answered", "answer": "person"})
    other = browser.get(reverse("outreach:rehearse", args=["peter"]), {"talk": carried(page)})
    assert "this is his daughter" in other.content.decode()


@pytest.mark.django_db
def test_nothing_chosen_is_said_and_nothing_is_lost(browser):
    address = reverse("outreach:rehearse", args=["rosa"])
    page = browser.get(address, {"talk": "", "step": "who-answered"})
    assert page.status_code == 422
    assert "Choose an answer." in page.content.decode()


@pytest.mark.django_db
def test_a_question_is_left_out_in_practice_too_but_not_in_words(browser):
    address = reverse("outreach:rehearse", args=["rosa"])
    talk = talk_through("rosa")
    asked = Talk(talk.resident, {step: said for step, said in talk.given.items() if step != "mood"})
    page = browser.get(address, {"talk": asked.signed, "module": "company"}).content.decode()
    assert 'value="left out: did not want to say"' in page
    assert "Another reason" not in page
    page = browser.get(address, {"talk": asked.signed, "step": "mood", "answer": "left out: already known"})
    assert page.status_code == 200
    assert 'name="step" value="mood"' not in page.content.decode()


def test_a_question_that_was_left_out_was_not_asked():
    talk = Talk(residents()["amina"], {"safe-to-talk": "not-safe", "afraid": "left out: not the right moment"})
    told = feedback(talk, SCRIPT, {"not-safe"}, "A man's voice")
    assert not any("while somebody was listening" in word.words for word in told if not word.went_well)


@pytest.mark.django_db
def test_an_answer_is_changed_in_practice_too(browser):
    address = reverse("outreach:rehearse", args=["rosa"])
    talk = Talk(residents()["rosa"], {"who-answered": "died", "so-sorry": "support"})
    page = browser.get(address, {"talk": talk.signed, "change": "who-answered"})
    assert "This is answered already." in page.content.decode()
    page = browser.get(address, {"talk": carried(page), "step": "who-answered", "answer": "person"})
    shown = page.content.decode()
    assert 'name="step" value="who-we-are"' in shown
    assert "Would like to hear from somebody" not in shown


def test_who_corrects_a_slip_hears_of_what_stands_and_of_what_was_asked():
    talk = Talk(residents()["amina"], {"safe-to-talk": "alone", "afraid": "no"})
    talk = talk.answered(SCRIPT, "safe-to-talk", ["not-safe"])
    told = feedback(talk, SCRIPT, {"not-safe"}, "A man's voice")
    assert any("while somebody was listening" in word.words for word in told if not word.went_well)
    assert not any("does not sound safe" in word.words for word in told if not word.went_well)


def carried(page) -> str:
    return page.content.decode().split('name="talk" value="')[1].split('"')[0]
