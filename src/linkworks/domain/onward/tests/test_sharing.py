from datetime import date

import pytest

from linkworks.domain.onward.choices import SharedField
from linkworks.domain.onward.sharing import PersonFacts, describe
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ContactKind
from linkworks.domain.people.models import Adjustment, Alert, ContactDetail, Person
from linkworks.domain.people.selectors.person import BeforeContact

MOBILE = {"kind": ContactKind.MOBILE, "value": "+447700900123"}


def say(what_matters="", details=(), alerts=(), adjustments=(), **person):
    rosa = Person(given_name="Rosa", family_name="Marshall", **person)
    return describe(PersonFacts(rosa, BeforeContact(list(details), list(alerts), list(adjustments)), what_matters))


def test_only_what_is_known_can_be_shared():
    assert say() == {SharedField.NAME: "Rosa Marshall", SharedField.LANGUAGE: "English"}


def test_every_field_has_its_words():
    said = say(
        what_matters="To see people",
        details=[ContactDetail(**MOBILE), ContactDetail(kind=ContactKind.EMAIL, value="rosa@example.org")],
        adjustments=[Adjustment(kind=AdjustmentKind.HEARING)],
        preferred_name="Rosie",
        pronouns="she/her",
        date_of_birth=date(1950, 3, 2),
        nhs_number="9990000018",
        postcode="SE8 4AA",
        preferred_language="Somali",
        interpreter_needed=True,
    )
    assert set(said) == set(SharedField)
    assert said[SharedField.NAME] == "Rosa Marshall (likes to be called Rosie)"
    assert said[SharedField.DATE_OF_BIRTH] == "2 March 1950"
    assert said[SharedField.NHS_NUMBER] == "999 000 0018"
    assert said[SharedField.LANGUAGE] == "Somali, with an interpreter"


@pytest.mark.parametrize(
    ("detail", "alerts", "caution"),
    [
        ({"may_voicemail": True, "may_text": True}, [], ""),
        ({}, [], " (do not leave a voicemail, do not text)"),
        ({"may_voicemail": True, "may_text": True}, [AlertKind.NO_VOICEMAIL], " (do not leave a voicemail)"),
        ({"may_voicemail": True, "may_text": True, "safe_when": "after 2pm"}, [], " (safe: after 2pm)"),
        (
            {"may_voicemail": True, "may_text": True},
            [AlertKind.SAFE_CONTACT],
            " (ask us before you make contact: it is only safe at certain times)",
        ),
    ],
)
def test_a_number_never_leaves_without_what_makes_it_safe(detail, alerts, caution):
    said = say(details=[ContactDetail(**MOBILE, **detail)], alerts=[Alert(kind=k, words="He listens") for k in alerts])
    assert said[SharedField.TELEPHONE] == f"07700 900123{caution}"


def test_an_address_says_when_nobody_must_visit():
    said = say(postcode="SE8 4AA", alerts=[Alert(kind=AlertKind.NOT_AT_HOME, words="Her brother is violent")])
    assert said[SharedField.ADDRESS] == "SE8 4AA (do not visit at home)"


def test_an_adjustment_that_may_not_be_shared_is_not():
    kept = Adjustment(kind=AdjustmentKind.MORE_TIME, may_share=False)
    other = Adjustment(kind=AdjustmentKind.OTHER, words="Please write in capitals")
    assert say(adjustments=[kept, other])[SharedField.ADJUSTMENTS] == "Please write in capitals"
