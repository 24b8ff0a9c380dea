"""Rosa asks for support for herself, on an old telephone without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.interfaces.public_site.tests.answers import YOURSELF
from tests.system.every_page.visits.public_site import answer_one

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True)]


def answer(page: Page, question: str) -> None:
    for name, given in YOURSELF[question].items():
        answer_one(page, name, given)
    page.get_by_role("button", name="Continue").click()


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def test_the_browsers_own_back_loses_nothing_and_the_referral_arrives(plain_desk, team):
    page = plain_desk.page_of(None)
    page.goto("/about/lewisham")
    page.get_by_role("button", name="Ask for support for yourself").click()
    for question in ("name", "born", "address"):
        answer(page, question)
    expect(heading(page)).to_have_text("Which GP practice are you with?")

    page.go_back()
    expect(heading(page)).to_have_text("Where do you live?")
    expect(page.get_by_label("Town")).to_have_value("London")

    for question in ("address", "practice", "reach", "language", "needs", "reasons", "words", "consent"):
        answer(page, question)
    expect(heading(page)).to_have_text("Check your answers before you send them")
    expect(page.get_by_text("I would like to sing again.")).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(heading(page)).to_have_text("Thank you. We have your referral")

    with acting(Actor.system("test", team.pk)):
        reference = Referral.objects.get().reference
    expect(page.get_by_text(reference)).to_be_visible()
    page.get_by_role("link", name="See how it is going").click()
    expect(page.get_by_text("We have it and are reading it.")).to_be_visible()
