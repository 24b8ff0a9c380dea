"""What casework adds to a person's page, and what it does when somebody has died."""

import pytest
from django.urls import reverse

from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.domain.people.tests.factories import ContactDetailFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def browser(signed_in, link_worker):
    return signed_in(link_worker)


def test_whoever_holds_a_case_opens_the_person_without_saying_why(browser, case):
    earlier = ClosedCaseFactory(team=case.team, referral__person=case.person)
    html = browser.get(reverse("people:person", args=[case.person_id])).content.decode()
    for one in (case, earlier):
        assert reverse("casework:case", args=[one.pk]) in html
    assert "Looked after by Amina Yusuf" in html
    assert "Looked after by nobody yet" in html


def test_the_case_page_leads_to_the_person(browser, case):
    html = browser.get(reverse("casework:case", args=[case.pk])).content.decode()
    assert f'href="{reverse("people:person", args=[case.person_id])}"' in html


def test_nobody_is_asked_to_ring_somebody_who_has_died(browser, case):
    ContactDetailFactory(person=case.person)
    case.person.change(died_on="2026-03-01")
    page = browser.get(reverse("casework:case", args=[case.pk])).content.decode()
    assert "Rosa has died." in page
    assert "Make the first contact" not in page
    assert "tel:" not in page
    day = browser.get(reverse("casework:my_day")).content.decode()
    assert "Died on 1 March 2026" in day
    assert "Close the case" in day
    assert "First contacts" not in day
    assert "tel:" not in day
