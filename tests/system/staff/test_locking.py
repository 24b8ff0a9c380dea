"""A session locks while somebody is writing: what they typed is not lost, with JavaScript and without."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect

from linkworks.domain.casework.models import CaseNote
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts import session_clock
from linkworks.foundation.accounts.models import Draft, HeldPost
from linkworks.foundation.accounts.tests.factories import PASSWORD, settled
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]

WORDS = "She has not opened a letter since March."


@pytest.fixture
def note_page(team, link_worker) -> str:
    settled(link_worker)
    with acting(Actor.system("test", team.pk)):
        case = CaseFactory(team=team, worker_id=link_worker.user_id)
    return reverse("casework:note_new", args=[case.pk])


def leave_alone_for(length: timedelta) -> None:
    for session in Session.objects.all():
        data = session.get_decoded()
        data[session_clock.SEEN_AT] -= length.total_seconds()
        session.session_data = Session.get_session_store_class()().encode(data)
        session.save()


def unlock(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Unlock Linkworks")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock", exact=True).click()


def notes(team) -> list[str]:
    with acting(Actor.system("test", team.pk)):
        return list(CaseNote.objects.values_list("body", flat=True))


@pytest.mark.parametrize("kind", ["desk", "plain_desk"])
def test_a_note_sent_to_a_locked_session_is_carried_on_with(request, kind, note_page, team, link_worker):
    page = request.getfixturevalue(kind).page_of(link_worker)
    page.goto(note_page)
    page.locator("textarea").fill(WORDS)
    leave_alone_for(timedelta(hours=1))
    page.get_by_role("button", name="Save").last.click()
    unlock(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("We kept what you typed")
    assert notes(team) == []
    page.get_by_role("button", name="Carry on").click()
    expect(page.locator("textarea")).to_have_value(WORDS)
    page.get_by_role("button", name="Save").last.click()
    expect(page).not_to_have_url(re.compile(note_page))
    assert notes(team) == [WORDS]
    assert not HeldPost.objects.exists()


def test_a_draft_is_there_on_another_day_and_gone_once_it_is_saved(desk, note_page, team, link_worker):
    page = desk.page_of(link_worker)
    page.goto(note_page)
    page.locator("textarea").fill(WORDS)
    expect(page.get_by_text("Draft saved")).to_be_visible()

    again = desk.page_of(link_worker)
    again.goto(note_page)
    expect(again.get_by_text("This is your draft from today")).to_be_visible()
    expect(again.locator("textarea")).to_have_value(WORDS)
    again.get_by_role("button", name="Save").last.click()
    expect(again).not_to_have_url(re.compile(note_page))
    assert notes(team) == [WORDS]
    assert not Draft.objects.exists()


def test_a_form_sent_without_a_connection_stays_and_is_sent_later(desk, note_page, team, link_worker):
    page = desk.page_of(link_worker)
    page.goto(note_page)
    page.locator("textarea").fill(WORDS)
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_text("We cannot reach Linkworks, so nothing is saved yet.")).to_be_visible()
    expect(page.locator("textarea")).to_have_value(WORDS)

    page.context.set_offline(False)
    page.wait_for_timeout(1000)  # a second press within a second counts as a slip
    page.get_by_role("button", name="Save").last.click()
    expect(page).not_to_have_url(re.compile(note_page))
    assert notes(team) == [WORDS]
    assert not Draft.objects.exists()
    assert page.evaluate("localStorage.length") == 0
    desk.forgive("ERR_INTERNET_DISCONNECTED")


def test_typing_into_a_page_that_has_locked_says_so(desk, note_page, link_worker):
    page = desk.page_of(link_worker)
    page.goto(note_page)
    leave_alone_for(timedelta(hours=1))
    page.locator("textarea").fill(WORDS)
    expect(page.get_by_text("Linkworks has locked. Save to unlock it")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
