import re

import pytest

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.domain.referrals.actions.receive import receive_referral
from linkworks.domain.referrals.actions.triage import (
    ANSWER,
    answer_referral,
    decline_referral,
    mark_accepted,
    return_for_information,
    take_back_in,
    withdraw_referral,
)
from linkworks.domain.referrals.choices import (
    ALLOWED_MOVES,
    DeclineReason,
    MessageKind,
    ReferralSource,
    ReferralStatus,
    SupportLevel,
    WithdrawReason,
)
from linkworks.domain.referrals.models import MessageBack, ReferralStep
from linkworks.domain.referrals.tests.factories import (
    CONSENT,
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
    UndecidedReferralFactory,
    WithdrawnReferralFactory,
    arrival,
)
from linkworks.foundation.access import links
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused
from linkworks.foundation.core.working_days import due_by
from linkworks.foundation.messaging.models import MessageContent

IN_STATE = {
    ReferralStatus.RECEIVED: ReferralFactory,
    ReferralStatus.RETURNED: ReturnedReferralFactory,
    ReferralStatus.ACCEPTED: AcceptedReferralFactory,
    ReferralStatus.DECLINED: DeclinedReferralFactory,
    ReferralStatus.WITHDRAWN: WithdrawnReferralFactory,
}
DEEDS = {
    ReferralStatus.RETURNED: lambda actor, referral: return_for_information(
        actor, referral=referral, question="Is she housebound?"
    ),
    ReferralStatus.ACCEPTED: lambda actor, referral: mark_accepted(
        actor, referral=referral, support_level=SupportLevel.SHORT
    ),
    ReferralStatus.DECLINED: lambda actor, referral: decline_referral(
        actor, referral=referral, reason=DeclineReason.OUTSIDE_AREA
    ),
    ReferralStatus.WITHDRAWN: lambda actor, referral: withdraw_referral(
        actor, referral=referral, reason=WithdrawReason.CLIENT_DECLINED
    ),
}


@pytest.fixture
def practice(team):
    return PracticeFactory(team=team, email="desk@deptford.example.org")


@pytest.fixture
def referral(team, practice):
    return receive_referral(Actor.system("public form", team.pk), **arrival(details={"practice": practice}))


def written(referral):
    """Messages after the first, which says that we have it."""
    messages = MessageBack.objects.filter(referral=referral).exclude(kind=MessageKind.RECEIVED)
    return {(message.address, message.kind) for message in messages}


@pytest.mark.parametrize("now", ReferralStatus)
@pytest.mark.parametrize("wanted", DEEDS)
def test_a_status_moves_only_as_the_table_allows(team, team_lead, now, wanted):
    referral = IN_STATE[now](team=team)
    if wanted in ALLOWED_MOVES[now]:
        DEEDS[wanted](team_lead, referral)
        referral.refresh_from_db()
        assert referral.status == wanted
        step = ReferralStep.objects.filter(referral=referral).latest("at")
        assert (step.status, step.by_id) == (wanted, team_lead.user_id)
        return
    with pytest.raises(Refused, match=r"^This referral .+\.$"):
        DEEDS[wanted](team_lead, referral)
    assert ReferralStep.objects.filter(referral=referral).count() == 1


@pytest.mark.parametrize("deed", DEEDS.values())
def test_a_link_worker_and_a_commissioner_do_not_triage(team, link_worker, commissioner, deed):
    referral = ReferralFactory(team=team)
    for actor in (link_worker, commissioner):
        with pytest.raises(NotAllowed):
            deed(actor, referral)


@pytest.mark.parametrize("now", [ReferralStatus.DECLINED, ReferralStatus.WITHDRAWN])
def test_what_was_not_taken_on_can_be_taken_back_in_and_the_promise_starts_anew(team, coordinator, now):
    referral = IN_STATE[now](team=team)
    take_back_in(coordinator, referral=referral, words="She has moved into our area.")
    referral.refresh_from_db()
    assert referral.status == ReferralStatus.RECEIVED
    assert (referral.decline_reason, referral.withdraw_reason) == ("", "")
    assert referral.first_contact_due == due_by(clock.today(), 5)


def test_what_is_with_us_is_not_taken_back_in(team, coordinator):
    with pytest.raises(Refused, match="already with us"):
        take_back_in(coordinator, referral=ReturnedReferralFactory(team=team), words="")


def test_a_question_goes_to_the_referrer_with_a_link_that_only_they_have(referral, team_lead):
    return_for_information(team_lead, referral=referral, question="Is she housebound?")

    assert written(referral) == {("sam.hill@example.org", MessageKind.RETURNED)}
    body = MessageContent.objects.get(subject__contains="know more").body
    assert "Is she housebound?" in body
    token = re.search(r"/answer/(\S+)", body)[1]
    assert links.open_link(token, ANSWER).object_id == referral.pk


def test_an_answer_brings_the_referral_back_to_us(team, referral, team_lead):
    return_for_information(team_lead, referral=referral, question="Is she housebound?")
    answer_referral(Actor.system("referrer's link", team.pk), referral=referral, words="Yes, since the spring.")

    referral.refresh_from_db()
    assert referral.status == ReferralStatus.RECEIVED
    assert ReferralStep.objects.filter(referral=referral).latest("at").words == "Yes, since the spring."
    with pytest.raises(Refused, match="not waiting for an answer"):
        answer_referral(team_lead, referral=referral, words="Again")


def test_a_referrer_without_an_email_address_is_asked_by_telephone(team, team_lead):
    referral = ReferralFactory(team=team, referrer_telephone="+442079460123")
    return_for_information(team_lead, referral=referral, question="Is she housebound?")
    assert written(referral) == set()


def test_accepted_is_told_to_the_referrer_and_the_practice_in_the_same_transaction(referral, team_lead):
    mark_accepted(team_lead, referral=referral, support_level=SupportLevel.FULL)

    assert written(referral) == {
        ("sam.hill@example.org", MessageKind.ACCEPTED),
        ("desk@deptford.example.org", MessageKind.ACCEPTED),
    }
    message = MessageBack.objects.get(address="desk@deptford.example.org")
    assert message.consent == Consent.objects.get(person=referral.person, kind=ConsentKind.SHARE_PRACTICE)
    assert message.person == referral.person
    assert MessageContent.objects.get(message_id=message.outbox_id).body == message.text
    assert ChangeEntry.objects.get(event="referral.accepted").keys == {"support_level": "full"}


def test_nobody_is_told_an_outcome_that_the_person_did_not_agree_to(team, team_lead, practice):
    consent = type(CONSENT)(
        consent_given=True, consent_wording="Yes", may_tell_practice=False, tell_practice_wording="No, thank you"
    )
    told = arrival(consent=consent, source=ReferralSource.COUNCIL, details={"practice": practice})
    referral = receive_referral(Actor.system("public form", team.pk), **told)
    decline_referral(team_lead, referral=referral, reason=DeclineReason.UNDER_18)
    assert not MessageBack.objects.exists()


def test_consent_that_was_withdrawn_since_counts(referral, team_lead):
    Consent.objects.get(kind=ConsentKind.SHARE_PRACTICE).change(withdrawn_at=clock.now())
    Consent.objects.get(kind=ConsentKind.SHARE_REFERRER).change(withdrawn_at=clock.now())
    mark_accepted(team_lead, referral=referral, support_level=SupportLevel.FULL)
    assert written(referral) == set()


def test_a_council_is_told_closed_and_the_practice_is_told_why(team, team_lead, practice):
    told = arrival(source=ReferralSource.COUNCIL, details={"practice": practice})
    referral = receive_referral(Actor.system("public form", team.pk), **told)
    assert not MessageBack.objects.exists()  # their done page said that we have it

    decline_referral(team_lead, referral=referral, reason=DeclineReason.OUTSIDE_AREA, words="Greenwich has a team.")

    texts = {message.address: message.text for message in MessageBack.objects.all()}
    assert "is closed" in texts["sam.hill@example.org"]
    assert "Greenwich" not in texts["sam.hill@example.org"]
    assert "Greenwich" in texts["desk@deptford.example.org"]


def test_one_address_is_told_once(team, team_lead):
    practice = PracticeFactory(team=team, email="sam.hill@example.org")
    referral = receive_referral(Actor.system("public form", team.pk), **arrival(details={"practice": practice}))
    mark_accepted(team_lead, referral=referral, support_level=SupportLevel.FULL)
    assert MessageBack.objects.filter(kind=MessageKind.ACCEPTED).count() == 1


def test_nobody_is_accepted_before_it_is_said_who_they_are(team, team_lead):
    PersonFactory(team=team)
    with pytest.raises(Refused, match="Say first whether this is somebody we know"):
        mark_accepted(team_lead, referral=UndecidedReferralFactory(team=team), support_level=SupportLevel.FULL)


def test_two_who_triage_at_once_do_not_both(team, team_lead, coordinator):
    referral = ReferralFactory(team=team)
    seen = referral.version
    return_for_information(team_lead, referral=referral, question="Is she housebound?", expected_version=seen)
    with pytest.raises(Conflict):
        decline_referral(coordinator, referral=referral, reason=DeclineReason.CRISIS, expected_version=seen)


def test_a_second_question_ends_the_link_of_the_first(referral, team_lead):
    return_for_information(team_lead, referral=referral, question="Is she housebound?")
    first = re.search(r"/answer/(\S+)", MessageContent.objects.get(subject__contains="know more").body)[1]
    answer_referral(team_lead, referral=referral, words="Yes")
    return_for_information(team_lead, referral=referral, question="Since when?")
    with pytest.raises(NotFound):
        links.open_link(first, ANSWER)
