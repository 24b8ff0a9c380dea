from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from linkworks.domain.people.choices import AlertKind, ConsentKind, GivenHow
from linkworks.domain.people.models import Alert, Consent, Person, Restriction
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.actions.receive import Referrer, receive_referral
from linkworks.domain.referrals.choices import Channel, ReferralSource, ReferralStatus
from linkworks.domain.referrals.models import Referral, ReferralStep
from linkworks.domain.referrals.tests.factories import CONSENT, arrival
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, Refused

THURSDAY = datetime(2026, 4, 2, 10, tzinfo=UTC)  # the day before Good Friday


@pytest.fixture
def public_form(team):
    return Actor.system("public form", team.pk)


def test_a_referral_arrives_with_a_reference_a_promise_and_a_step(public_form):
    with time_machine.travel(THURSDAY, tick=False):
        referral = receive_referral(public_form, **arrival())

    assert referral.reference.startswith("LW-")
    assert referral.status == ReferralStatus.RECEIVED
    assert referral.first_contact_due == date(2026, 4, 13)  # five working days on, past Easter
    assert (referral.referrer_name, referral.referrer_organisation) == ("Dr Sam Hill", "Deptford Surgery")
    step = ReferralStep.objects.get(referral=referral)
    assert (step.status, step.person_id, step.by_id) == (ReferralStatus.RECEIVED, referral.person_id, None)
    event = ChangeEntry.objects.get(event="referral.received")
    assert event.keys == {"source": "practice", "channel": "professional_form"}
    assert event.actor_name == "public form"


def test_the_promise_is_the_teams_own(team, public_form):
    team.first_contact_working_days = 2
    team.save()
    with time_machine.travel(THURSDAY, tick=False):
        assert receive_referral(public_form, **arrival()).first_contact_due == date(2026, 4, 8)


def test_somebody_unknown_is_registered_at_once_with_what_they_agreed(public_form):
    referral = receive_referral(public_form, **arrival())

    person = Person.objects.get()
    assert referral.person == person
    assert Alert.objects.get(person=person, kind=AlertKind.NO_VOICEMAIL)
    consents = {c.kind: (c.given, c.wording, c.given_how) for c in Consent.objects.filter(person=person)}
    assert consents[ConsentKind.SUPPORT] == (True, "The person agreed to be referred.", GivenHow.BY_REFERRER)
    assert set(consents) == {ConsentKind.SUPPORT, ConsentKind.SHARE_PRACTICE, ConsentKind.SHARE_REFERRER}


def test_what_was_not_asked_is_no_consent_and_what_was_refused_is_kept(public_form):
    consent = replace(CONSENT, may_tell_practice=False, tell_referrer_wording="", may_tell_referrer=False)
    receive_referral(public_form, **arrival(consent=consent, channel=Channel.SELF_FORM, source=ReferralSource.SELF))

    consents = {c.kind: (c.given, c.given_how) for c in Consent.objects.all()}
    assert consents == {
        ConsentKind.SUPPORT: (True, GivenHow.ONLINE),
        ConsentKind.SHARE_PRACTICE: (False, GivenHow.ONLINE),
    }


def test_somebody_who_may_be_known_is_left_to_staff(team, public_form):
    PersonFactory(team=team, given_name="Rose", family_name="Diaz", date_of_birth=date(1951, 4, 2))
    referral = receive_referral(public_form, **arrival())
    assert referral.person is None
    assert Person.objects.count() == 1


def test_a_hidden_record_is_recognised_too(team, link_worker, second_worker, team_lead):
    hidden = PersonFactory(team=team, given_name="Rosa", family_name="Diaz", nhs_number="9990000018")
    Restriction.objects.create(
        team=team, person=hidden, staff_ids=[second_worker.user_id], reason="Works here", placed_by_id=team_lead.user_id
    )
    referral = receive_referral(link_worker, **arrival(details={"nhs_number": "9990000018"}))
    assert referral.person is None


def test_the_same_person_referred_twice_is_registered_once(public_form):
    receive_referral(public_form, **arrival())
    second = receive_referral(public_form, **arrival())
    assert second.person is None
    assert Person.objects.count() == 1


def test_staff_may_enter_what_came_earlier(link_worker):
    letter = clock.now() - timedelta(days=3)
    referral = receive_referral(
        link_worker, **arrival(channel=Channel.STAFF, source=ReferralSource.HOSPITAL, referrer=None, received_at=letter)
    )
    assert referral.received_at == letter
    assert ReferralStep.objects.get(referral=referral).by_id == link_worker.user_id


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"details": {"given_name": ""}}, "given_name", "first name"),
        ({"details": {"family_name": ""}}, "family_name", "last name"),
        ({"details": {"date_of_birth": date(2999, 1, 1)}}, "date_of_birth", "in the past"),
        ({"details": {"telephone": ""}}, "telephone", "one way to reach"),
        ({"details": {"telephone": "+33123456789"}}, "telephone", "another country"),
        ({"details": {"nhs_number": "9990000019"}}, "nhs_number", "not an NHS number"),
        ({"details": {"safe_when": "x" * 201}}, "safe_when", "200"),
        ({"reasons": []}, "reasons", "at least one reason"),
        ({"reasons": ["nonsense"]}, "reasons", "nonsense"),
        ({"consent": replace(CONSENT, consent_given=False)}, "consent_given", "Ask them first"),
        ({"referrer": Referrer(email="a@example.org")}, "referrer_name", "your name"),
        ({"referrer": Referrer(name="Sam Hill")}, "referrer_email", "email address or telephone"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_own_sentence_and_leaves_nothing(public_form, changes, field, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        receive_referral(public_form, **arrival(**changes))
    assert refusal.value.field == field
    assert not Referral.objects.exists()
    assert not Person.objects.exists()


def test_a_commissioner_receives_nothing(commissioner):
    with pytest.raises(NotAllowed):
        receive_referral(commissioner, **arrival())
