import re
from itertools import pairwise

import pytest
import time_machine

from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent, Person
from linkworks.domain.people.wordings import asked
from linkworks.domain.referrals.choices import Channel, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import clock
from linkworks.interfaces.public_site.forms.yourself import QUESTIONS
from linkworks.interfaces.public_site.journey import LONGEST_STOP
from linkworks.interfaces.public_site.tests.answers import YOURSELF

PAGE = "/refer/lewisham/yourself"


def text(response):
    return " ".join(response.content.decode().split())


def hidden(response):
    """What the page carries to the next."""
    html = response.content.decode()
    return dict(re.findall(r'<input type="hidden" name="(_[a-z]+)" value="([^"]*)">', html))


def heading(response):
    return re.search(r"<h1[^>]*>(.*?)</h1>", text(response))[1]


@pytest.fixture
def walk(client, team):
    """Answer the questions up to one, and give the page that follows."""

    def walked(last="consent", **changes):
        page = client.get(PAGE)
        for question in QUESTIONS:
            answers = YOURSELF[question.name] | changes.get(question.name, {})
            page = client.post(PAGE, hidden(page) | answers)
            if question.name == last:
                return page
        return page

    return walked


def test_one_question_stands_on_each_page(client, team):
    page = client.get(PAGE)
    assert heading(page) == "What is your name?"
    assert "question 1 of 10" in text(page)
    assert text(page).count("Samaritans, 116 123") == 2
    for question, following in pairwise(QUESTIONS):
        page = client.post(PAGE, hidden(page) | YOURSELF[question.name])
        assert (page.status_code, heading(page)) == (200, following.title)


def test_what_may_be_left_empty_says_so(walk):
    assert "Address (optional)" in text(walk("born"))
    assert "GP practice (optional)" in text(walk("address"))
    assert "In your own words (optional)" in text(walk("reasons"))
    assert "(optional)" not in text(walk("words"))


@pytest.mark.parametrize(("address", "says_so"), [("3 Tanners Hill", True), ("", False)])
def test_a_telephone_may_be_left_out_where_a_letter_would_reach_them(walk, address, says_so):
    page = text(walk("practice", address={"address_line_1": address}))
    assert ("Telephone number (optional)" in page) == says_so
    assert ("Email address (optional)" in page) == says_so
    assert "May we leave a message on it? (optional)" not in page


def test_answers_are_checked_and_then_sent(client, walk):
    page = walk()
    html = text(page)
    assert heading(page) == "Check your answers before you send them"
    for said in (
        "Rosa",
        "2 April 1951",
        "07700 900123",
        "999 000 0018",
        "I would like to sing again.",
        "None of these",
    ):
        assert said in html
    assert not Referral.objects.exists()

    response = client.post(PAGE, hidden(page) | {"_send": "on"}, follow=True)

    referral = Referral.objects.get()
    assert (referral.channel, referral.source) == (Channel.SELF_FORM, ReferralSource.SELF)
    assert (referral.nhs_number, referral.safe_when) == ("9990000018", "Mornings")
    assert referral.communication_asked
    consents = {c.kind: (c.given, c.wording, c.given_how) for c in Consent.objects.filter(person=referral.person)}
    assert consents == {
        ConsentKind.SUPPORT: (True, asked(ConsentKind.SUPPORT), GivenHow.ONLINE),
        ConsentKind.SHARE_PRACTICE: (False, asked(ConsentKind.SHARE_PRACTICE), GivenHow.ONLINE),
    }
    assert "makes contact with you by" in text(response)
    assert "Rosa" not in text(response)


def test_the_wording_that_was_shown_is_the_wording_that_is_kept(walk):
    html = text(walk("words"))
    assert asked(ConsentKind.SUPPORT) in html
    assert asked(ConsentKind.SHARE_PRACTICE) in html


def test_back_goes_back_and_loses_nothing_typed_on_either_page(client, walk):
    page = walk("born")
    assert heading(page) == "Where do you live?"
    page = client.post(PAGE, hidden(page) | {"town": "Deptfo", "postcode": "", "_back": "on"})
    assert heading(page) == "When were you born?"
    assert 'value="1951"' in text(page)
    page = client.post(PAGE, hidden(page) | YOURSELF["born"])
    assert 'value="Deptfo"' in text(page)
    assert "There is a problem" not in text(page)


def test_an_answer_can_be_changed_at_the_end(client, walk):
    page = walk()
    page = client.post(PAGE, hidden(page) | {"_change": "words"})
    assert heading(page) == "What would make things better for you?"
    page = client.post(PAGE, hidden(page) | {"reason_words": "To walk again."})
    assert heading(page) == "Check your answers before you send them"
    assert "To walk again." in text(page)


def test_what_is_still_unanswered_is_asked_before_it_is_sent(client, walk):
    page = walk("born")
    response = client.post(PAGE, {"_sealed": hidden(page)["_sealed"], "_send": "on"})
    assert response.status_code == 422
    assert "Answer the question “Where do you live?” before you send this." in text(response)
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("question", "wrong", "sentence"),
    [
        ("name", {"given_name": ""}, "Enter your first name"),
        ("born", {"date_of_birth_day": "31", "date_of_birth_month": "6"}, "June has only 30 days"),
        ("practice", {"nhs_number": "9990000019"}, "that is not an NHS number."),
        ("reach", {"telephone": "+33 1 23 45 67 89"}, "that number belongs to another country."),
        ("reach", {"may_text": ""}, "Say whether we may send texts"),
        ("words", {"reason_words": "x" * 1_000_000}, "can hold 2,000 characters; this has 1,000,000"),
        ("consent", {"consent_given": "no"}, "We can support you only if you agree to this."),
    ],
)
def test_a_mistake_is_shown_on_its_own_page(walk, question, wrong, sentence):
    page = walk(question, **{question: wrong})
    html = text(page)
    assert page.status_code == 422
    assert "Error: " in html
    assert html.count(sentence) == 2, "once in the summary and once at the field"


def test_a_seal_that_was_tampered_with_or_is_a_day_old_begins_again_and_keeps_nothing(client, walk):
    page = walk("born")
    sealed = hidden(page)["_sealed"]
    assert "Rosa" not in text(client.post(PAGE, hidden(page) | {"_sealed": f"{sealed}x"}))
    with time_machine.travel(clock.now() + LONGEST_STOP * 1.1):
        again = client.post(PAGE, hidden(page) | YOURSELF["address"])
    assert "Please begin again" in text(again)
    assert heading(again) == "What is your name?"


def test_whoever_stops_half_way_leaves_nothing_behind(client, walk):
    walk("words")
    assert not Referral.objects.exists()
    assert not Person.objects.exists()
    assert "sessionid" not in client.cookies
    assert "linkworks_session" not in client.cookies


def test_a_doubled_send_sends_one(client, walk):
    page = walk()
    first = client.post(PAGE, hidden(page) | {"_send": "on"})
    second = client.post(PAGE, hidden(page) | {"_send": "on"})
    assert first["Location"] == second["Location"]
    assert Referral.objects.count() == 1


def test_whoever_gives_no_way_to_reach_them_is_told_so_there_and_then(walk):
    nowhere = {"telephone": "", "may_voicemail": "", "may_text": ""}
    page = walk("reach", reach=nowhere, address={"address_line_1": ""})
    assert page.status_code == 422
    assert heading(page) == "How can we reach you safely?"
    assert "Give one way to reach you" in text(page)


def test_an_address_is_a_way_to_be_reached(walk):
    page = walk("reach", reach={"telephone": "", "may_voicemail": "", "may_text": ""})
    assert heading(page) == "Which language do you like to speak?"
