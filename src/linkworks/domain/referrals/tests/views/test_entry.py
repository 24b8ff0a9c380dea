from datetime import timedelta

import pytest

from linkworks.domain.people.models import Consent
from linkworks.domain.people.tests.factories import PracticeFactory
from linkworks.domain.referrals.choices import Channel, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import clock

ANSWERS = {
    "source": "hospital",
    "referrer_name": "Ward sister Ada Obi",
    "given_name": "Rosa",
    "family_name": "Diaz",
    "date_of_birth_day": "2",
    "date_of_birth_month": "4",
    "date_of_birth_year": "1951",
    "telephone": "07700 900123",
    "may_voicemail": "no",
    "may_text": "yes",
    "preferred_language": "Spanish",
    "interpreter_needed": "yes",
    "communication_needs": ["large_print"],
    "reasons": ["loneliness", "debt"],
    "reason_words": "Goes home alone on Friday.",
    "consent_given": "on",
    "may_tell_practice": "yes",
    "may_tell_referrer": "no",
}


def text(response):
    return " ".join(response.content.decode().split())


def received_on(day):
    return {"received_on_day": day.day, "received_on_month": day.month, "received_on_year": day.year}


def test_staff_enter_a_letter_that_came_three_days_ago(signed_in, coordinator, team):
    practice = PracticeFactory(team=team, name="Deptford Surgery")
    letter = clock.today() - timedelta(days=3)
    client = signed_in(coordinator)
    assert "Deptford Surgery" in text(client.get("/referrals/new"))

    response = client.post("/referrals/new", ANSWERS | received_on(letter) | {"practice": practice.pk}, follow=True)

    referral = Referral.objects.get()
    assert "The referral is in." in text(response)
    assert referral.reference in text(response)
    assert (referral.channel, referral.source, referral.practice) == (Channel.STAFF, ReferralSource.HOSPITAL, practice)
    assert referral.received_at.astimezone(clock.LONDON).date() == letter
    assert (referral.telephone, referral.may_voicemail, referral.may_text) == ("+447700900123", False, True)
    assert (referral.interpreter_needed, referral.communication_needs) == (True, ["large_print"])
    wordings = set(Consent.objects.values_list("wording", flat=True))
    assert "They agreed to be supported by this team, and to the team keeping a record" in wordings
    assert len(wordings) == 3


def test_who_came_by_themselves_is_asked_nothing_about_a_referrer(signed_in, coordinator):
    answers = ANSWERS | received_on(clock.today()) | {"source": "self", "may_tell_referrer": "", "referrer_name": ""}
    signed_in(coordinator).post("/referrals/new", answers)
    referral = Referral.objects.get()
    assert (referral.tell_referrer_wording, referral.may_tell_referrer) == ("", False)
    assert Consent.objects.count() == 2


def test_a_link_worker_enters_one_and_may_enter_the_next(signed_in, link_worker):
    response = signed_in(link_worker).post("/referrals/new", ANSWERS | received_on(clock.today()))
    assert response["Location"] == "/referrals/new"
    assert Referral.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"date_of_birth_day": "31", "date_of_birth_month": "2"}, "February 1951 has only 28 days"),
        ({"nhs_number": "999 000 0019"}, "that is not an NHS number."),
        ({"telephone": "+33 1 23 45 67 89"}, "that number belongs to another country."),
        ({"reason_words": "x" * 2001}, "can hold 2,000 characters; this has 2,001"),
        ({"may_voicemail": ""}, "Say whether we may leave a message"),
        ({"telephone": "", "may_voicemail": "", "may_text": ""}, "Give one way to reach the person"),
        ({"consent_given": ""}, "We can take a referral only when the person has agreed to it."),
        ({"reasons": []}, "Choose at least one reason"),
        ({"communication_needs": ["bsl", "none"]}, "Choose “None of these”, or the ones that apply, but not both"),
    ],
)
def test_each_mistake_has_its_own_sentence_and_nothing_typed_is_lost(signed_in, coordinator, wrong, sentence):
    response = signed_in(coordinator).post("/referrals/new", ANSWERS | received_on(clock.today()) | wrong)
    html = text(response)
    assert response.status_code == 422
    assert html.count(sentence) == 2, "once in the summary and once at the field"
    assert "Ward sister Ada Obi" in html
    assert not Referral.objects.exists()


def test_a_doubled_submit_enters_one(signed_in, coordinator):
    client = signed_in(coordinator)
    answers = ANSWERS | received_on(clock.today()) | {"_submission": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}
    first, second = client.post("/referrals/new", answers), client.post("/referrals/new", answers)
    assert first["Location"] == second["Location"]
    assert Referral.objects.count() == 1


def test_a_commissioner_enters_nothing(signed_in, commissioner):
    assert signed_in(commissioner).get("/referrals/new").status_code == 403
