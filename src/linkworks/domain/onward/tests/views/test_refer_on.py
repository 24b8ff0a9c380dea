import re

import pytest
from django.urls import reverse

from linkworks.domain.onward.models import OnwardReferral
from linkworks.domain.onward.tests.factories import PartnerConsentFactory
from linkworks.domain.people.models import Consent
from linkworks.domain.people.tests.factories import ContactDetailFactory
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db

ANSWERS = {
    "to_whom": "The intake team",
    "sent_how": "email",
    "address": "intake@albany.example",
    "message": "Rosa would like company at lunch.",
    "shared": ["name", "telephone"],
    "agreed": "spoken",
}


def text(response):
    return response.content.decode()


@pytest.fixture
def refer(case, wanted, signed_in, link_worker):
    ContactDetailFactory(person=case.person, value="+447700900123", may_voicemail=False, may_text=True)
    client = signed_in(link_worker)
    address = reverse("onward:refer_on", args=[case.pk, wanted.pk])
    return lambda **answers: client.post(address, {**ANSWERS, **answers})


def carried(html):
    """The hidden answers of the preview, as a browser would post them."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html):
        found.setdefault(name, []).append(value)
    return found


def test_every_field_says_what_it_would_tell(refer, case, wanted, signed_in, link_worker):
    html = text(signed_in(link_worker).get(reverse("onward:refer_on", args=[case.pk, wanted.pk])))
    assert "07700 900123 (do not leave a voicemail)" in html
    assert "may we tell Albany Kitchen what is ticked above" in html
    assert 'value="nhs_number"' not in html, "there is none to share"


def test_nothing_leaves_before_it_was_seen_and_then_exactly_that(refer):
    preview = refer()
    html = text(preview)
    assert preview.status_code == 200
    assert "This is exactly what will leave" in html
    assert not OutboxMessage.objects.exists()
    assert not Consent.objects.exists()
    sent = refer(**carried(html))
    assert sent.status_code == 302
    body = MessageContent.objects.get().body
    assert "Telephone, and when it is safe to ring: 07700 900123 (do not leave a voicemail)" in body
    assert "07700 900123 (do not leave a voicemail)" in html
    assert "Date of birth" not in body


def test_the_question_they_said_yes_to_is_shown_and_kept(refer):
    html = text(refer())
    refer(**carried(html))
    wording = Consent.objects.get().wording
    assert "May we tell Albany Kitchen your name and how to ring you safely" in wording
    assert wording in html


def test_one_can_go_back_and_change_something(refer):
    again = text(refer(**carried(text(refer())), change="1"))
    assert "See exactly what will leave" in again
    assert "Rosa would like company at lunch." in again
    assert not OnwardReferral.objects.exists()


def test_a_doubled_send_sends_once(refer):
    answers = carried(text(refer()))
    assert refer(**answers)["Location"] == refer(**answers)["Location"]
    assert OutboxMessage.objects.count() == 1


def test_a_record_that_changed_meanwhile_is_shown_again(refer, case):
    answers = carried(text(refer()))
    case.person.change(family_name="Marshall-Jones")
    response = refer(**answers)
    assert response.status_code == 422
    assert "Check again what will leave" in text(response)
    assert not OutboxMessage.objects.exists()


def test_a_forged_preview_sends_nothing(refer):
    assert refer(previewed="0" * 64).status_code == 422
    assert not OutboxMessage.objects.exists()


def test_a_no_is_kept_and_nothing_leaves(refer):
    assert refer(agreed="no").status_code == 302
    assert not Consent.objects.get().given
    assert not OnwardReferral.objects.exists()


def test_a_yes_on_record_can_be_used(refer, wanted):
    PartnerConsentFactory(person=wanted.person, about="Albany Kitchen")
    html = text(refer(agreed="on_record"))
    assert "has a yes on record" in html
    assert refer(**carried(html)).status_code == 302
    assert Consent.objects.count() == 1


def test_what_is_passed_on_by_hand_is_shown_to_copy(refer):
    html = text(refer(sent_how="by_hand", address=""))
    assert "Read this out, or copy it into their form" in html
    refer(**carried(html))
    assert OnwardReferral.objects.get().outbox_id is None
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"to_whom": ""}, "Say who it is for"),
        ({"address": "nowhere"}, "in the form name@example.com"),
        ({"message": ""}, "Say what you ask of them"),
        ({"shared": []}, "They need at least a name"),
        ({"shared": ["telephone"]}, "Choose the name"),
        ({"shared": ["name", "nhs_number"]}, "from the list"),
        ({"agreed": ""}, "Say whether they have agreed"),
        ({"agreed": "on_record"}, "from the list"),
    ],
)
def test_answers_that_make_no_sense_are_answered_at_once(refer, answers, sentence):
    response = refer(**answers)
    assert response.status_code == 422
    assert sentence in text(response)
