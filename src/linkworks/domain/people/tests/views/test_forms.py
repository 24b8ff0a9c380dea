"""What is typed is saved; what cannot be saved gets a sentence that says how to mend it."""

import pghistory
import pytest
from django.urls import reverse

from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, RelatedPerson
from linkworks.domain.people.tests.factories import (
    AlertFactory,
    ConsentFactory,
    PersonFactory,
    PracticeFactory,
    RestrictionFactory,
)
from linkworks.domain.people.wordings import QUESTIONS
from linkworks.foundation.access.database import acting

pytestmark = pytest.mark.django_db

IDENTITY = {"given_name": "Rosa", "family_name": "Marshall", "gender": "woman"}


def post(client, page, person, *rows, **answers):
    return client.post(reverse(f"people:{page}", args=[person.pk, *(row.pk for row in rows)]), answers)


def day(name, text):
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), text.split(), strict=True))


def test_names_are_saved_and_the_page_says_so(opened, person):
    response = post(opened, "identity", person, **IDENTITY, preferred_name="Rosie", _version="1")
    assert response["Location"] == reverse("people:person", args=[person.pk])
    html = opened.get(response["Location"]).content.decode()
    assert "Their names and dates are saved." in html
    assert "likes to be called Rosie" in html


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"given_name": " "}, "Enter first name"),
        ({"nhs_number": "9990000019"}, "that is not an NHS number."),
        (day("date_of_birth", "30 2 1950"), "February 1950 has only 28 days"),
        (day("date_of_birth", "1 1 2190"), "must be today or in the past"),
        ({"family_name": "x" * 101}, "Shorten it by 1"),
        ({"gender": "self_described"}, "Enter in their own words"),
    ],
)
def test_a_wrong_answer_gets_its_own_sentence_and_keeps_the_rest(opened, person, answers, sentence):
    response = post(opened, "identity", person, **(IDENTITY | {"pronouns": "she/her"} | answers))
    html = response.content.decode()
    assert response.status_code == 422
    assert sentence in html
    assert "she/her" in html
    person.refresh_from_db()
    assert person.version == 1


def test_a_taken_nhs_number_offers_the_other_record(opened, person):
    other = PersonFactory(team=person.team, nhs_number="9990000018")
    html = post(opened, "identity", person, **IDENTITY, nhs_number="999 000 0018").content.decode()
    assert "Another record already has this NHS number" in html
    assert reverse("people:person", args=[other.pk]) in html
    banner = html.split("<main", 1)[1].split("<form", 1)[0]
    assert "999 000 0018" not in banner


def test_a_number_on_a_record_one_may_not_see_is_taken_and_nothing_more_is_said(opened, second_worker, person):
    hidden = PersonFactory(team=person.team, nhs_number="9990000018")
    RestrictionFactory(person=hidden, staff_ids=[second_worker.user_id], placed_by_id=second_worker.user_id)
    html = post(opened, "identity", person, **IDENTITY, nhs_number="9990000018").content.decode()
    assert "Another record already has this NHS number" in html
    assert str(hidden.pk) not in html


def test_two_people_editing_one_record_see_who_changed_what(opened, person):
    with pghistory.context(actor="Dev Patel"):
        person.change(town="Catford")
    response = post(opened, "address", person, town="Deptford", postcode="SE8 3BN", _version="1")
    html = response.content.decode()
    assert response.status_code == 409
    assert "Dev Patel changed the town to “Catford”" in html
    assert 'value="Deptford"' in html
    assert 'name="_version" value="2"' in html
    post(opened, "address", person, town="Deptford", postcode="SE8 3BN", _version="2")
    person.refresh_from_db()
    assert person.town == "Deptford"
    newest = person.pgh_event_model.objects.filter(pgh_obj_id=person.pk).latest("pgh_id")
    assert newest.pgh_context.metadata["actor"] == "Amina Yusuf"
    assert newest.pgh_context.metadata["request_id"]


def test_language_practice_and_death_are_saved(opened, person, team):
    practice = PracticeFactory(team=team)
    post(opened, "language", person, preferred_language="Tamil", interpreter_needed="yes", _version="1")
    post(opened, "practice", person, practice=str(practice.pk), _version="2")
    post(opened, "death", person, **day("died_on", "1 3 2026"), _version="3")
    person.refresh_from_db()
    assert (person.preferred_language, person.interpreter_needed, person.practice) == ("Tamil", True, practice)
    assert str(person.died_on) == "2026-03-01"
    post(opened, "death_mistake", person, _version="4")
    post(opened, "practice", person, practice="", _version="5")
    person.refresh_from_db()
    assert (person.died_on, person.practice) == (None, None)


def test_a_practice_of_another_team_cannot_be_chosen(opened, person, other_team, other_team_worker):
    with acting(other_team_worker):
        theirs = PracticeFactory(team=other_team)
    response = post(opened, "practice", person, practice=str(theirs.pk))
    assert response.status_code == 422
    assert "Choose GP practice from the list" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "kind", "kept"),
    [
        ("07700 900123", ContactKind.MOBILE, "+447700900123"),
        ("020 7946 0000", ContactKind.LANDLINE, "+442079460000"),
    ],
)
def test_a_number_tells_its_own_kind(opened, person, typed, kind, kept):
    post(opened, "telephone_new", person, value=typed, may_text="on", safe_when="After 6pm")
    detail = ContactDetail.objects.get()
    assert (detail.kind, detail.value, detail.may_text, detail.may_voicemail) == (kind, kept, True, False)


@pytest.mark.parametrize("typed", ["+33 1 70 18 99 00", "0770", "not a number", ""])
def test_a_number_that_cannot_be_rung_is_not_saved(opened, person, typed):
    assert post(opened, "telephone_new", person, value=typed).status_code == 422
    assert not ContactDetail.objects.exists()


def test_an_email_address_is_added_changed_and_ended(opened, person):
    post(opened, "email_new", person, value="rosa@example.org")
    detail = ContactDetail.objects.get()
    post(opened, "email", person, detail, value="marshall@example.org", _version="1")
    detail.refresh_from_db()
    assert detail.value == "marshall@example.org"
    post(opened, "contact_detail_end", person, detail, _version="2")
    detail.refresh_from_db()
    assert detail.ended_at


def test_an_alert_without_words_says_which_words_are_missing(opened, person):
    response = post(opened, "alert_new", person, kind=AlertKind.OTHER)
    assert "Say what must be known before contact" in response.content.decode()
    assert not Alert.objects.exists()


def test_an_alert_is_raised_looked_at_and_ended(opened, person):
    post(opened, "alert_new", person, kind=AlertKind.NO_VOICEMAIL, words="Her son listens")
    alert = Alert.objects.get()
    post(opened, "alert", person, alert, words="Both sons listen", _version="1")
    post(opened, "alert_end", person, alert, _version="2")
    alert.refresh_from_db()
    assert (alert.words, bool(alert.ended_at)) == ("Both sons listen", True)


def test_an_alert_that_somebody_else_has_changed_is_not_ended_unseen(opened, person):
    alert = AlertFactory(person=person)
    alert.change(words="Both sons listen")
    assert post(opened, "alert_end", person, alert, _version="1").status_code == 409


def test_needs_are_ticked_or_none_is_an_answer(opened, person):
    post(opened, "communication_needs", person, kinds=[AdjustmentKind.BSL, AdjustmentKind.MORE_TIME])
    assert Adjustment.objects.count() == 2
    post(opened, "communication_needs", person, kinds=["none"])
    person.refresh_from_db()
    assert person.communication_asked_on
    both = post(opened, "communication_needs", person, kinds=["none", AdjustmentKind.BSL])
    assert "but not both" in both.content.decode()


def test_a_supporter_is_added_with_the_persons_yes(opened, person):
    post(opened, "supporter_new", person, name="Marco", relationship="Son", telephone="07700 900123", may_talk_to="yes")
    supporter = RelatedPerson.objects.get()
    assert (supporter.telephone, supporter.may_talk_to) == ("+447700900123", True)
    assert Consent.objects.get().about == "Marco"


def test_an_answer_about_consent_is_kept_with_the_question(opened, person):
    answers = {"kind": ConsentKind.SHARE_PRACTICE, "given": "yes", "given_how": "spoken", **day("given_on", "1 3 2026")}
    post(opened, "consent_new", person, **answers)
    post(opened, "consent_new", person, **answers, other_wording="May we write to Dr Khan?")
    wordings = Consent.objects.order_by("created_at").values_list("wording", flat=True)
    assert list(wordings) == [QUESTIONS[ConsentKind.SHARE_PRACTICE], "May we write to Dr Khan?"]


def test_consent_to_pass_details_on_names_the_organisation(opened, person):
    answers = {"kind": ConsentKind.SHARE_PARTNER, "given": "yes", "given_how": "spoken", **day("given_on", "1 3 2026")}
    assert post(opened, "consent_new", person, **answers).status_code == 422
    post(opened, "consent_new", person, **answers, about="Bench Outreach")
    assert "to Bench Outreach," in Consent.objects.get().wording


def test_consent_is_withdrawn_once(opened, person):
    consent = ConsentFactory(person=person)
    assert post(opened, "consent_withdraw", person, consent, _version="1").status_code == 302
    again = post(opened, "consent_withdraw", person, consent, _version="2")
    assert "There is nothing to withdraw" in again.content.decode()
