"""From an answer about self-harm to a closed case and a practice that has been told."""

import re

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.casework.actions.measures import choose_measures
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.tests.factories import ConsentFactory, PersonFactory, PracticeFactory
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.models import MessageContent

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case(team, link_worker, team_lead):
    with acting(Actor.system("test", team.pk)):
        choose_measures(team_lead, instruments=["phq9"])
        practice = PracticeFactory(team=team, email="reception@practice.example", telephone="+442079460123")
        person = PersonFactory(team=team, given_name="Rosa", family_name="Marshall", practice=practice)
        ConsentFactory(person=person, kind=ConsentKind.SHARE_PRACTICE)
        return CaseFactory(team=team, referral=ReferralFactory(team=team, person=person), worker_id=link_worker.user_id)


@pytest.mark.parametrize("sat_at", ["desk", "plain_desk"])
def test_from_an_answer_about_self_harm_to_a_practice_that_was_told(case, link_worker, sat_at, request):
    page = request.getfixturevalue(sat_at).page_of(link_worker)
    answer_about_self_harm(page, case)
    expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    page.get_by_role("group", name="Are they in danger now?").get_by_label("No", exact=True).check()
    page.get_by_role("group", name="Are you with them now?").get_by_label("Yes").check()
    page.get_by_role("button", name="Go on").click()

    page.goto(f"/cases/{case.pk}/close")
    expect(page.get_by_text("A safety path is open.")).to_be_visible()

    page.goto(f"/cases/{case.pk}/safety")
    call_the_practice(page)
    page.get_by_role("button", name="End the safety path").click()
    page.get_by_label("How do things stand now?").fill("Dr Osei has seen her.")
    page.get_by_role("button", name="End the safety path").click()

    close_the_case(page, case)
    expect(page.get_by_text("Closed. 1 message will be sent.")).to_be_visible()
    with acting(link_worker):
        owner, told = MessageContent.objects.order_by("created_at")
        assert owner.subject == "A safety path is yours"
        assert told.recipient == "reception@practice.example"
        assert "She sings again." in told.body
        assert bytes(told.attachment).startswith(b"%PDF")


def answer_about_self_harm(page: Page, case) -> None:
    page.goto(f"/cases/{case.pk}/measures/phq9")
    page.get_by_role("group", name="Thoughts that you would be better off dead").get_by_label("Several days").check()
    page.get_by_role("button", name="Save the answers").click()


def call_the_practice(page: Page) -> None:
    page.get_by_label("Called the practice").check()
    page.get_by_label("Whom did you speak to?").fill("Dr Osei, duty doctor")
    page.get_by_label("What was said and agreed?").fill("She rings Rosa at four.")
    page.get_by_role("button", name="Save what you did").click()


def close_the_case(page: Page, case) -> None:
    page.goto(f"/cases/{case.pk}/close")
    page.get_by_label("What mattered was reached").check()
    page.get_by_label("What mattered was met").check()
    page.get_by_label("In a few words").fill("She sings again.")
    page.get_by_role("group", name="Will you check in with them later?").get_by_label("No").check()
    page.get_by_role("button", name="Go on to the messages").click()
    expect(page.get_by_label("The summary")).to_have_value(re.compile("She sings again."))
    page.get_by_role("button", name="Close the case").click()
