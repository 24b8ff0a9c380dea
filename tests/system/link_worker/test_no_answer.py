"""A telephone at one ear: “no answer” takes two keys and leaves one where one was."""

import pytest
from playwright.sync_api import expect

from linkworks.domain.casework.models import ContactAttempt
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case(team, link_worker):
    with acting(Actor.system("test", team.pk)):
        return CaseFactory(team=team, worker_id=link_worker.user_id)


def tries_of(case) -> int:
    with acting(Actor.system("test", case.team_id)):
        return ContactAttempt.objects.filter(case=case).count()


def test_alt_and_n_record_that_nobody_answered(desk, case, link_worker):
    page = desk.page_of(link_worker)
    page.goto(f"/cases/{case.pk}")
    page.keyboard.press("Alt+N")
    expect(page.get_by_text("No answer, recorded today")).to_be_visible()
    assert page.url.endswith(f"/cases/{case.pk}")
    assert tries_of(case) == 1


def test_the_button_does_the_same_without_javascript(plain_desk, case, link_worker):
    page = plain_desk.page_of(link_worker)
    page.goto(f"/cases/{case.pk}")
    page.get_by_role("button", name="No answer").click()
    expect(page.get_by_text("No answer, recorded today")).to_be_visible()
    assert tries_of(case) == 1
