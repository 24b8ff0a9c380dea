import re
from dataclasses import replace

import pytest

from linkworks.domain.people.models import Alert, Consent, Person
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.domain.referrals.choices import Channel, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.tests.factories import date
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.interfaces.public_site import limiter
from linkworks.interfaces.public_site.tests.answers import SOMEONE

PAGE = "/refer/lewisham/someone"


def text(response):
    return " ".join(response.content.decode().split())


def test_the_form_opens_and_ends_with_who_answers_now_and_names_the_practices(client, team, other_team):
    PracticeFactory(team=team, name="Deptford Surgery")
    html = text(client.get(PAGE))
    assert "Deptford Surgery" in html
    for first_and_last in ("tel:999", "NHS 111, option 2", "Samaritans, 116 123", "We do not read this out of hours"):
        assert html.count(first_and_last) == 2
    assert "Deptford Surgery" not in text(client.get("/refer/another/someone"))
    assert client.get("/refer/nowhere/someone").status_code == 404


def test_what_may_be_left_empty_says_so(client, team):
    html = text(client.get(PAGE))
    for label in ("Your role", "NHS number", "Postcode", "GP practice", "In a sentence or two, what would help?"):
        assert f"{label} (optional)" in html
    for label in (
        "Your name",
        "Your email address",
        "Your telephone number",
        "First name",
        "Telephone number",
        "Email address",
        "May we leave a message on it?",
    ):
        assert label in html
        assert f"{label} (optional)" not in html
    assert "Give one way at least, or a postal address." in html


def test_a_referral_is_sent_in_one_page(client, team):
    practice = PracticeFactory(team=team)
    response = client.post(PAGE, SOMEONE | {"practice": practice.pk}, follow=True)

    referral = Referral.objects.get()
    assert (referral.channel, referral.source) == (Channel.PROFESSIONAL_FORM, ReferralSource.PRACTICE)
    assert (referral.postcode, referral.practice, referral.team) == ("SE13 6JZ", practice, team)
    assert (referral.telephone, referral.may_voicemail, referral.may_text) == ("+447700900123", False, True)
    assert referral.communication_needs == ["hearing"]
    assert "record and contacting them" in referral.consent_wording
    assert Consent.objects.filter(given=True).count() == 3
    assert Alert.objects.count() == 2
    assert ChangeEntry.objects.get(event="referral.received").actor_name == "public form"

    html = text(response)
    assert "Thank you. We have your referral" in html
    assert referral.reference in html
    for private in ("Rosa", "Diaz", "husband"):
        assert private not in html


def test_the_done_page_leads_to_a_page_that_shows_progress(client, team):
    response = client.post(PAGE, SOMEONE)
    assert response["Location"].endswith("/sent")
    progress = client.get(response["Location"].removesuffix("/sent"))
    assert "We have it and are reading it." in text(progress)
    assert response["Location"].removesuffix("/sent") in text(client.get(response["Location"]))


def test_nobody_learns_from_the_done_page_whether_we_know_the_person(client, team):
    first = text(client.post(PAGE, SOMEONE, follow=True))
    PersonFactory(team=team, given_name="Rose", family_name="Diaz", date_of_birth=date(1951, 4, 2))
    second = text(client.post(PAGE, SOMEONE, follow=True))

    assert Referral.objects.filter(person=None).count() == 1
    one, other = Referral.objects.order_by("received_at").values_list("reference", flat=True)
    assert _alike(first, one) == _alike(second, other)


def _alike(html, reference):
    """The page without what differs from referral to referral: its reference, its link, the nonce."""
    html = re.sub(r"/progress/[^/\"]+", "/progress/token", html.replace(reference, "LW-"))
    return re.sub(r"nonce=\"[^\"]*\"", "", html)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"date_of_birth_day": "30", "date_of_birth_month": "2"}, "February 1951 has only 28 days"),
        ({"date_of_birth_year": "2099"}, "Date of birth must be today or in the past"),
        ({"nhs_number": "9990000019"}, "that is not an NHS number."),
        ({"nhs_number": "999"}, "we could not find that number. Check that it has 10 digits."),
        ({"telephone": "+1 202 555 0123"}, "that number belongs to another country."),
        ({"postcode": "nowhere"}, "we could not read that postcode."),
        ({"reason_words": "x" * 1_000_000}, "can hold 2,000 characters; this has 1,000,000"),
        ({"consent_given": ""}, "We can take a referral only when the person has agreed to it."),
        ({"referrer_email": ""}, "Enter your email address or telephone number"),
        ({"telephone": "", "may_voicemail": "", "may_text": ""}, "Give one way to reach the person"),
        ({"source": "self"}, "Choose where you work from the list"),
    ],
)
def test_each_mistake_has_its_own_sentence_and_nothing_typed_is_lost(client, team, wrong, sentence):
    response = client.post(PAGE, SOMEONE | wrong)
    html = text(response)
    assert response.status_code == 422
    assert sentence in html
    assert "Lives alone" in html or "reason_words" in wrong
    assert "Error: Refer somebody" in html
    assert not Referral.objects.exists()
    assert not Person.objects.exists()


def test_a_doubled_submit_sends_one(client, team):
    sent = SOMEONE | {"_submission": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}
    first, second = client.post(PAGE, sent), client.post(PAGE, sent)
    assert first["Location"] == second["Location"]
    assert Referral.objects.count() == 1


def test_too_many_from_one_address_are_asked_to_wait(client, team, monkeypatch):
    monkeypatch.setattr(limiter, "POSTS", replace(limiter.POSTS, times=1))
    client.post(PAGE, SOMEONE)
    response = client.post(PAGE, SOMEONE)
    assert response.status_code == 422
    assert "What you typed is still here." in text(response)
    assert "Lives alone since her husband died." in text(response)
    assert Referral.objects.count() == 1


def test_staff_who_are_signed_in_elsewhere_send_it_for_the_team_of_the_address(
    signed_in, other_team_worker, commissioner, team
):
    for actor in (other_team_worker, commissioner):
        assert signed_in(actor).post(PAGE, SOMEONE).status_code == 302
    assert Referral.objects.filter(team=team).count() == 2
