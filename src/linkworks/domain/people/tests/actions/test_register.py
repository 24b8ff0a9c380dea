from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from linkworks.domain.people.actions.register import ConsentAnswer, add_what_was_said, register_person
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind, GivenHow
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

ROSA = PersonDetails(
    given_name="Rosa",
    family_name="Diaz",
    date_of_birth=date(1951, 4, 2),
    nhs_number="9990000018",
    postcode="SE13 6JZ",
    telephone="+447700900123",
    email="rosa@example.org",
    preferred_language="Spanish",
    interpreter_needed=True,
    may_voicemail=False,
    may_text=True,
    safe_when="Before 3pm, when she is alone",
    communication_asked=True,
    communication_needs=(AdjustmentKind.LARGE_PRINT,),
    communication_words="Sits with her good ear to you",
)
YES = ConsentAnswer(
    ConsentKind.SUPPORT, True, "I agree to be referred.", GivenHow.ONLINE, datetime(2026, 3, 2, 9, tzinfo=UTC)
)


def kinds(model, person):
    return set(model.objects.filter(person=person).values_list("kind", flat=True))


def test_a_person_is_registered_with_how_to_reach_them_and_what_they_agreed(team, link_worker):
    person = register_person(link_worker, details=ROSA, consents=[YES])

    person.refresh_from_db()
    assert person.communication_asked_on == clock.today()
    assert (person.full_name, person.search_name, person.team) == ("Rosa Diaz", "rosa diaz", team)
    mobile = ContactDetail.objects.get(person=person, kind=ContactKind.MOBILE)
    assert (mobile.value, mobile.may_text, mobile.may_voicemail, mobile.is_preferred) == (
        "+447700900123",
        True,
        False,
        True,
    )
    assert not ContactDetail.objects.get(person=person, kind=ContactKind.EMAIL).is_preferred
    consent = Consent.objects.get(person=person)
    assert (consent.wording, consent.given, consent.recorded_by_id) == (
        "I agree to be referred.",
        True,
        link_worker.user_id,
    )
    assert ChangeEntry.objects.get(event="person.registered").person_id == person.pk


def test_needs_and_safe_contact_become_adjustments_and_alerts(team, link_worker):
    person = register_person(link_worker, details=ROSA, consents=[])

    assert kinds(Adjustment, person) == {
        AdjustmentKind.LARGE_PRINT,
        AdjustmentKind.SPOKEN_INTERPRETER,
        AdjustmentKind.OTHER,
    }
    assert Adjustment.objects.get(person=person, kind=AdjustmentKind.SPOKEN_INTERPRETER).words == "Spanish"
    assert kinds(Alert, person) == {AlertKind.NO_VOICEMAIL, AlertKind.SAFE_CONTACT}
    assert Alert.objects.get(person=person, kind=AlertKind.SAFE_CONTACT).words == "Before 3pm, when she is alone"


def test_a_landline_is_never_texted(team, link_worker):
    details = replace(ROSA, telephone="+442079460123", may_text=True, may_voicemail=True, safe_when="")
    person = register_person(link_worker, details=details, consents=[])
    landline = ContactDetail.objects.get(person=person, kind=ContactKind.LANDLINE)
    assert not landline.may_text
    assert not kinds(Alert, person)


def test_somebody_without_a_fixed_abode_is_marked_so(team, link_worker):
    person = register_person(link_worker, details=replace(ROSA, postcode="ZZ99 3VZ"), consents=[])
    assert person.no_fixed_abode


def test_a_later_referral_fills_blanks_adds_what_is_new_and_overwrites_nothing(team, link_worker):
    person = PersonFactory(team=team, given_name="Rosa", family_name="Diaz", postcode="SE8 4AA", date_of_birth=None)
    ContactDetail.objects.create(team=team, person=person, kind=ContactKind.MOBILE, value="+447700900123")

    add_what_was_said(link_worker, person=person, details=ROSA, consents=[YES], source_id=uuid4())
    add_what_was_said(link_worker, person=person, details=ROSA, consents=[], source_id=uuid4())

    person.refresh_from_db()
    assert (person.date_of_birth, person.nhs_number, person.postcode) == (date(1951, 4, 2), "9990000018", "SE8 4AA")
    assert ContactDetail.objects.filter(person=person).count() == 2
    assert Adjustment.objects.filter(person=person).count() == 3
    assert Alert.objects.filter(person=person).count() == 2
    assert Consent.objects.filter(person=person).count() == 1


def test_an_nhs_number_of_another_record_is_not_taken_over(team, link_worker):
    PersonFactory(team=team, nhs_number="9990000018")
    person = PersonFactory(team=team)
    with pytest.raises(Refused, match="Another record already has the NHS number"):
        add_what_was_said(link_worker, person=person, details=ROSA, consents=[], source_id=uuid4())


def test_a_commissioner_registers_nobody(commissioner):
    with pytest.raises(NotAllowed):
        register_person(commissioner, details=ROSA, consents=[])
    assert not Person.objects.exists()
