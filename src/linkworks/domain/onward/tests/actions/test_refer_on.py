from datetime import timedelta

import pytest

from linkworks.domain.onward.actions.offer import record_choice
from linkworks.domain.onward.actions.refer_on import record_refusal, refer_on
from linkworks.domain.onward.choices import Choice, OnwardStatus, SentHow, SharedField
from linkworks.domain.onward.letter import Draft
from linkworks.domain.onward.models import OnwardReferral
from linkworks.domain.onward.selectors.sharing import compose_letter, standing_consent
from linkworks.domain.onward.tests.factories import PartnerConsentFactory
from linkworks.domain.people.choices import GivenHow
from linkworks.domain.people.models import Consent
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused
from linkworks.foundation.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db

DRAFT = Draft(
    to_whom="The intake team",
    sent_how=SentHow.EMAIL,
    address="intake@albany.example",
    fields=(SharedField.NAME, SharedField.LANGUAGE),
    message="Rosa would like company at lunch on Tuesdays.",
)
BY_HAND = Draft(DRAFT.to_whom, SentHow.BY_HAND, DRAFT.fields, DRAFT.message)


def send(actor, option, draft=DRAFT, **values):
    previewed = values.pop("previewed", compose_letter(actor, option, draft).fingerprint)
    return refer_on(actor, option=option, draft=draft, previewed=previewed, **values)


def agreed(option, **values):
    return PartnerConsentFactory(person=option.person, about="Albany Kitchen", **values)


def test_exactly_what_was_shown_leaves_and_is_kept(wanted, link_worker):
    letter = compose_letter(link_worker, wanted, DRAFT)
    referral = send(link_worker, wanted, agreed_how=GivenHow.SPOKEN)
    message = OutboxMessage.objects.get(pk=referral.outbox_id)
    assert (message.content.recipient, message.content.body) == ("intake@albany.example", letter.body)
    assert "Rosa" not in message.content.subject
    referral.refresh_from_db()
    assert referral.shared == [
        ["Name", wanted.person.full_name],
        ["Language and interpreter", "English"],
        ["Why we are writing", DRAFT.message],
    ]
    assert all(text in letter.body for _, text in referral.shared)
    assert referral.steps.get().status == OnwardStatus.SENT


def test_consent_is_recorded_with_the_fields_it_names(wanted, link_worker):
    referral = send(link_worker, wanted, agreed_how=GivenHow.SPOKEN)
    assert referral.consent.about == "Albany Kitchen"
    assert referral.consent.wording == (
        "May we tell Albany Kitchen your name and the language you prefer, so that they can get in touch about "
        "Deptford lunch club?"
    )
    keys = ChangeEntry.objects.get(event="onward_referral.sent").keys
    assert (keys["fields"], keys["consent"]) == ("name,language", str(referral.consent_id))


def test_without_a_yes_nothing_leaves(wanted, link_worker):
    with pytest.raises(Refused, match="Ask Rosa first") as refused:
        send(link_worker, wanted)
    assert refused.value.field == "agreed"
    assert not OutboxMessage.objects.exists()
    assert not OnwardReferral.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"given": False},
        {"withdrawn_at": clock.now()},
        {"until": clock.today() - timedelta(days=1)},
        {"about": "Somebody else"},
    ],
)
def test_a_yes_that_no_longer_stands_is_none(wanted, link_worker, values):
    PartnerConsentFactory(person=wanted.person, **{"about": "Albany Kitchen", **values})
    with pytest.raises(Refused, match="Ask Rosa first"):
        send(link_worker, wanted)


def test_a_yes_on_record_is_enough_for_what_it_names(wanted, link_worker):
    consent = agreed(wanted)
    assert send(link_worker, wanted).consent == consent


def test_a_general_yes_does_not_reach_the_nhs_number(wanted, link_worker):
    agreed(wanted)
    wanted.person.change(nhs_number="9990000018")
    further = Draft(DRAFT.to_whom, DRAFT.sent_how, (*DRAFT.fields, SharedField.NHS_NUMBER), "Please", DRAFT.address)
    with pytest.raises(Refused, match="did not include “NHS number”"):
        send(link_worker, wanted, further)
    assert send(link_worker, wanted, further, agreed_how=GivenHow.WRITTEN)
    assert send(link_worker, wanted, further), "the yes that named it still stands"


def test_a_record_that_changed_since_the_preview_is_shown_again(wanted, link_worker):
    seen = compose_letter(link_worker, wanted, DRAFT).fingerprint
    wanted.person.change(preferred_language="Somali")
    with pytest.raises(Refused, match="Check again what will leave"):
        send(link_worker, wanted, previewed=seen, agreed_how=GivenHow.SPOKEN)


def test_details_leave_only_after_yes_please(option, link_worker):
    for choice in (None, Choice.TELL_ME_MORE, Choice.NO):
        if choice:
            record_choice(link_worker, option=option, choice=choice)
        with pytest.raises(Refused, match=r"chose|new choice"):
            send(link_worker, option, agreed_how=GivenHow.SPOKEN)


def test_what_goes_by_hand_is_kept_and_sends_nothing(wanted, link_worker):
    referral = send(link_worker, wanted, BY_HAND, agreed_how=GivenHow.SPOKEN)
    assert (referral.outbox_id, referral.address) == (None, "")
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft("Jo", SentHow.BY_HAND, (SharedField.LANGUAGE,), "Please"), "shared"),
        (Draft("Jo", SentHow.EMAIL, (SharedField.NAME,), "Please"), "address"),
    ],
)
def test_an_incomplete_referral_is_refused(wanted, link_worker, draft, field):
    with pytest.raises(Refused) as refused:
        send(link_worker, wanted, draft, agreed_how=GivenHow.SPOKEN)
    assert refused.value.field == field


def test_a_no_to_sharing_is_kept(wanted, link_worker):
    agreed(wanted)
    record_refusal(link_worker, option=wanted, draft=DRAFT, how=GivenHow.SPOKEN)
    assert standing_consent(link_worker, wanted) is None
    assert Consent.objects.filter(given=False, about="Albany Kitchen").count() == 1


def test_who_may_not_work_with_people_sends_nothing(wanted, link_worker, commissioner):
    seen = compose_letter(link_worker, wanted, DRAFT).fingerprint
    with pytest.raises(NotAllowed):
        send(commissioner, wanted, previewed=seen, agreed_how=GivenHow.SPOKEN)


def test_one_referral_in_seven_days_is_one(wanted, link_worker):
    service = wanted.service
    service.change(most_referrals=1, most_referrals_days=7)
    send(link_worker, wanted, agreed_how=GivenHow.SPOKEN)
    with pytest.raises(Refused, match=r"1 referral of one person in 7 days\. Rosa was last referred there just now"):
        send(link_worker, wanted)
    service.change(most_referrals=2)
    assert send(link_worker, wanted)
    service.change(most_referrals=1)
    OnwardReferral.objects.update(at=clock.now() - timedelta(days=8))
    assert send(link_worker, wanted)


def test_a_referral_that_was_taken_back_does_not_count(wanted, link_worker):
    wanted.service.change(most_referrals=1)
    send(link_worker, wanted, agreed_how=GivenHow.SPOKEN)
    OnwardReferral.objects.update(status=OnwardStatus.CANCELLED)
    assert send(link_worker, wanted)
    with pytest.raises(Refused, match=r"at most 1 referral of one person\. Rosa"):
        send(link_worker, wanted)
