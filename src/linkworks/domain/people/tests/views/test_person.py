from datetime import date

import pytest
from django.urls import reverse

from linkworks.domain.people.choices import AdjustmentKind, ConsentKind
from linkworks.domain.people.tests.factories import (
    AdjustmentFactory,
    AlertFactory,
    ConsentFactory,
    ContactDetailFactory,
    PracticeFactory,
    RelatedPersonFactory,
    RestrictionFactory,
)
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def read(client, person):
    return client.get(reverse("people:person", args=[person.pk])).content.decode()


def test_everything_that_stands_is_there(opened, person, team):
    person.change(practice=PracticeFactory(team=team, name="Deptford Surgery"), nhs_number="9990000018")
    ContactDetailFactory(person=person, value="+447700900123", safe_when="After 6pm", may_text=True)
    AlertFactory(person=person)
    AdjustmentFactory(person=person, kind=AdjustmentKind.LARGE_PRINT, how_met="Letters in 18 point")
    RelatedPersonFactory(person=person, may_talk_to=True)
    ConsentFactory(person=person, kind=ConsentKind.SHARE_PRACTICE, wording="May we tell your practice?")
    html = read(opened, person)
    for words in (
        "999 000 0018",
        "15 March 1950",
        "Deptford Surgery",
        "07700 900123",
        "After 6pm",
        "No voicemail, texts are all right",
        "Her son listens to the messages.",
        "Letters in 18 point",
        "We may talk to them",
        "May we tell your practice?",
    ):
        assert words in html


def test_an_empty_record_says_what_is_missing_kindly(opened, person):
    html = read(opened, person)
    assert "We have no telephone number" in html
    assert "Not asked yet" in html


@pytest.mark.parametrize(
    ("values", "words", "can_withdraw"),
    [
        ({}, "Yes", True),
        ({"given": False}, "No", False),
        ({"withdrawn_at": clock.now()}, "Withdrawn on", False),
        ({"until": date(2020, 1, 1)}, "Yes, but it has run out", False),
    ],
)
def test_how_consent_stands_is_said_in_words(opened, person, values, words, can_withdraw):
    consent = ConsentFactory(person=person, kind=ConsentKind.SUPPORT, **values)
    html = read(opened, person)
    assert words in html
    assert (reverse("people:consent_withdraw", args=[person.pk, consent.pk]) in html) is can_withdraw


def test_a_death_stands_first_and_no_number_in_the_banner(opened, person):
    ContactDetailFactory(person=person)
    person.change(died_on=date(2026, 3, 1))
    html = read(opened, person)
    assert "They died on 1 March 2026." in html
    assert html.count("tel:") == 1
    assert "it was a mistake" in html


def test_the_named_see_that_the_record_is_restricted(opened, link_worker, person):
    RestrictionFactory(person=person, staff_ids=[link_worker.user_id], placed_by_id=link_worker.user_id)
    html = read(opened, person)
    assert "Restricted to named staff" in html
    assert "Works in the same building." in html


def test_only_the_lead_is_offered_to_restrict(opened, signed_in, say_why, team_lead, person):
    offer = reverse("people:restrict", args=[person.pk])
    assert offer not in read(opened, person)
    assert offer in read(signed_in(say_why(team_lead, person)), person)


def test_the_page_asks_little_of_the_database(opened, person, django_assert_max_num_queries):
    for factory in (ContactDetailFactory, AlertFactory, AdjustmentFactory, RelatedPersonFactory, ConsentFactory):
        factory.create_batch(4, person=person)
    read(opened, person)
    with django_assert_max_num_queries(15):
        read(opened, person)
