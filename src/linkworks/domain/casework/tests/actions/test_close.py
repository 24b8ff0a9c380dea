from datetime import timedelta

import pytest

from linkworks.domain.casework import announcements
from linkworks.domain.casework.actions.advocacy import begin_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.close import CHECK_IN, close_case, prepare_closing
from linkworks.domain.casework.actions.reopen import reopen_case
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.choices import (
    AdvocacyResult,
    AppointmentStatus,
    CaseStatus,
    ClosureReason,
    HowItWent,
    MeasurePoint,
    NotAskedReason,
)
from linkworks.domain.casework.models import (
    Case,
    CaseStep,
    ClosingDraft,
    Closure,
    MeasureResponse,
    Task,
)
from linkworks.domain.casework.selectors.closing import list_closing_messages
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    ClosedCaseFactory,
    MeasureResponseFactory,
    SafetyPathFactory,
    TaskFactory,
    WhatMattersFactory,
)
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.domain.referrals.choices import MessageKind, Recipient, ReferralSource
from linkworks.domain.referrals.models import MessageBack
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return made_case(team, link_worker)


def made_case(team, worker) -> Case:
    practice = PracticeFactory(team=team, name="Deptford Surgery", email="reception@practice.example")
    person = PersonFactory(team=team, given_name="Rosa", family_name="Marshall", practice=practice)
    referral = ReferralFactory(
        team=team,
        person=person,
        given_name="Rosa",
        family_name="Marshall",
        source=ReferralSource.HOUSING,
        referrer_name="Sam Lee",
        referrer_email="sam.lee@homes.example",
    )
    return CaseFactory(team=team, referral=referral, worker_id=worker.user_id)


def agree(case, kind, *, given=True) -> Consent:
    return Consent.objects.create(
        team_id=case.team_id,
        person_id=case.person_id,
        kind=kind,
        given=given,
        wording="May we tell them?",
        given_how=GivenHow.SPOKEN,
        given_at=clock.now(),
    )


def prepare(actor, case, **values) -> ClosingDraft:
    given = {"reason": ClosureReason.GOALS_REACHED, "how_it_went": HowItWent.NEED_MET}
    return prepare_closing(actor, case=case, **(given | values))


def close(actor, case, texts=None, **values) -> Closure:
    prepare(actor, case, **values)
    return close_case(actor, case=case, texts=texts or {})


def told_of(actor, case) -> dict[Recipient, bool]:
    draft = prepare(actor, case)
    return {message.recipient: message.may_leave for message in list_closing_messages(actor, case, draft)}


def test_closing_writes_down_how_it_ended(case, link_worker):
    closure = close(link_worker, case, words="She goes to the lunch club every week.")
    case.refresh_from_db()
    assert (case.status, closure.reason) == (CaseStatus.CLOSED, ClosureReason.GOALS_REACHED)
    assert case.closed_at == closure.at
    step = CaseStep.objects.get(case=case, status=CaseStatus.CLOSED)
    assert step.words == "What mattered was reached. What mattered was met. She goes to the lunch club every week."
    assert not ClosingDraft.objects.exists()


def test_a_closing_is_prepared_before_it_is_done(case, link_worker):
    with pytest.raises(Conflict):
        close_case(link_worker, case=case, texts={})
    prepare(link_worker, case, words="First words")
    prepare(link_worker, case, words="Better words")
    assert ClosingDraft.objects.get().words == "Better words"
    case.refresh_from_db()
    assert case.status == CaseStatus.OPEN


def test_a_case_with_an_open_safety_path_does_not_close(case, link_worker):
    SafetyPathFactory(case=case, owner_id=link_worker.user_id)
    with pytest.raises(Refused, match="safety path is open"):
        close(link_worker, case)


def test_a_case_does_not_close_on_what_is_still_spoken_up_for(case, link_worker):
    matter = begin_advocacy(
        link_worker, case=case, about="The rent", with_whom="The council", authority="Rosa asked", position="To stay"
    )
    with pytest.raises(Refused, match="speak up for"):
        close(link_worker, case)
    record_advocacy_step(link_worker, advocacy=matter, words="She may stay", result=AdvocacyResult.WON)
    assert close(link_worker, case)


def test_a_case_does_not_close_on_what_is_still_to_be_looked_into(case, link_worker):
    task = ask(link_worker, case=case, question="A piano club?", worker_id=link_worker.user_id)
    with pytest.raises(Refused, match="look into"):
        close(link_worker, case)
    record_finding(link_worker, task=task, expected_version=None, found="Nobody followed this up", source="")
    assert close(link_worker, case)


def test_a_closed_case_cannot_be_closed_again(case, link_worker):
    close(link_worker, case)
    with pytest.raises(Refused, match="closed"):
        prepare(link_worker, case)


def test_appointments_to_come_are_cancelled_and_open_tasks_dropped(case, link_worker):
    appointment = AppointmentFactory(case=case, worker_id=link_worker.user_id)
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    done = TaskFactory(case=case, worker_id=link_worker.user_id, done_at=clock.now())
    close(link_worker, case)
    appointment.refresh_from_db()
    task.refresh_from_db()
    done.refresh_from_db()
    assert appointment.status == AppointmentStatus.CANCELLED
    assert (bool(task.done_at), task.was_dropped, done.was_dropped) == (True, True, False)


def test_a_check_in_becomes_a_task_of_the_worker(case, link_worker, second_worker):
    later = clock.today() + timedelta(days=60)
    close(second_worker, case, check_in_on=later)
    task = Task.objects.get(done_at__isnull=True)
    assert (task.title, task.due_on, task.worker_id) == (CHECK_IN, later, link_worker.user_id)


def test_a_check_in_is_after_today(case, link_worker):
    with pytest.raises(Refused) as refusal:
        prepare(link_worker, case, check_in_on=clock.today())
    assert refusal.value.field == "check_in_on"


def test_why_the_last_measures_were_not_asked_is_kept_for_those_that_were_not(case, link_worker):
    MeasureResponseFactory(case=case, instrument="ons4", point=MeasurePoint.LAST)
    close(link_worker, case, measures_not_asked=NotAskedReason.NOT_REACHED)
    not_asked = MeasureResponse.objects.filter(not_asked=NotAskedReason.NOT_REACHED)
    assert sorted(not_asked.values_list("instrument", flat=True)) == ["loneliness", "what_matters"]


def test_measures_never_block_closing(case, link_worker):
    close(link_worker, case)
    assert not MeasureResponse.objects.exists()


def test_the_practice_hears_more_than_a_referrer_outside_health(case, link_worker):
    WhatMattersFactory(case=case, words="To see people again.")
    agree(case, ConsentKind.SHARE_PRACTICE)
    agree(case, ConsentKind.SHARE_REFERRER)
    practice, referrer = list_closing_messages(link_worker, case, prepare(link_worker, case))
    assert (practice.message.kind, practice.may_be_changed) == (MessageKind.SUMMARY, True)
    assert "To see people again." in practice.message.text
    assert (referrer.message.kind, referrer.may_be_changed) == (MessageKind.ENDED, False)
    assert "To see people again." not in referrer.message.text
    assert HowItWent.NEED_MET.label not in referrer.message.text


def test_nobody_is_told_without_the_persons_yes(case, link_worker):
    assert told_of(link_worker, case) == {Recipient.PRACTICE: False, Recipient.REFERRER: False}
    agree(case, ConsentKind.SHARE_PRACTICE)
    assert told_of(link_worker, case) == {Recipient.PRACTICE: True, Recipient.REFERRER: False}
    agree(case, ConsentKind.SHARE_PRACTICE, given=False)
    agree(case, ConsentKind.SHARE_REFERRER)
    assert told_of(link_worker, case) == {Recipient.PRACTICE: False, Recipient.REFERRER: True}


def test_a_practice_without_an_address_is_shown_and_not_written_to(case, link_worker):
    agree(case, ConsentKind.SHARE_PRACTICE)
    case.person.practice.change(email="")
    (practice, _) = list_closing_messages(link_worker, case, prepare(link_worker, case))
    assert (practice.name, practice.has_consent, practice.may_leave) == ("Deptford Surgery", True, False)


def test_the_practice_that_referred_is_told_once(case, link_worker):
    case.referral.change(source=ReferralSource.PRACTICE, referrer_email="reception@practice.example")
    agree(case, ConsentKind.SHARE_PRACTICE)
    assert told_of(link_worker, case) == {Recipient.PRACTICE: True}


def test_the_messages_leave_with_the_closing_in_the_words_that_were_looked_at(case, link_worker):
    consent = agree(case, ConsentKind.SHARE_PRACTICE)
    agree(case, ConsentKind.SHARE_REFERRER)
    texts = {Recipient.PRACTICE: "How it ended\nShe is well.", Recipient.REFERRER: "something of my own"}
    close(link_worker, case, texts)
    practice, referrer = MessageBack.objects.order_by("recipient")
    assert (practice.kind, practice.consent, practice.by_id) == (MessageKind.SUMMARY, consent, link_worker.user_id)
    assert practice.text.startswith("How it ended\nShe is well.")
    assert "something of my own" not in referrer.text
    sent = MessageContent.objects.get(message_id=practice.outbox_id)
    assert (sent.recipient, sent.attachment_name) == ("reception@practice.example", "social-prescribing-summary.pdf")
    assert bytes(sent.attachment).startswith(b"%PDF")
    for content in MessageContent.objects.all():
        assert "Marshall" not in content.subject + content.body + content.attachment_name
    assert MessageContent.objects.get(message_id=referrer.outbox_id).attachment is None


def test_a_consent_withdrawn_in_between_stops_the_closing(case, link_worker):
    consent = agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(link_worker, case)
    consent.change(withdrawn_at=clock.now())
    with pytest.raises(Conflict, match="Look at the messages again"):
        close_case(link_worker, case=case, texts={Recipient.PRACTICE: "She is well."})


def test_an_empty_summary_is_not_sent(case, link_worker):
    agree(case, ConsentKind.SHARE_PRACTICE)
    with pytest.raises(Refused) as refusal:
        close(link_worker, case, {Recipient.PRACTICE: " "})
    assert refusal.value.field == "practice_text"


@pytest.mark.django_db(transaction=True)
def test_a_closing_that_fails_at_its_last_step_leaves_nothing_half_made(team, link_worker, monkeypatch):
    def stop(*args, **kwargs):
        raise RuntimeError("the machine stopped here")

    def close_in_a_transaction():
        with acting(link_worker):
            close_case(link_worker, case=Case.objects.get(), texts={Recipient.PRACTICE: "She is well."})

    with acting(link_worker):
        case = made_case(team, link_worker)
        agree(case, ConsentKind.SHARE_PRACTICE)
        appointment = AppointmentFactory(case=case, worker_id=link_worker.user_id)
        prepare(link_worker, case, check_in_on=clock.today() + timedelta(days=60))
    monkeypatch.setattr("linkworks.domain.casework.announcements.announce", stop)
    with pytest.raises(RuntimeError):
        close_in_a_transaction()
    with acting(link_worker):
        assert Case.objects.get().status == CaseStatus.OPEN
        assert ClosingDraft.objects.exists()
        for model in (Closure, Task, OutboxMessage, MessageBack):
            assert not model.objects.exists()
        appointment.refresh_from_db()
        assert appointment.status == AppointmentStatus.BOOKED


@pytest.mark.django_db(transaction=True)
def test_listeners_hear_of_a_closing_once_it_is_committed(team, link_worker, monkeypatch):
    heard = []
    monkeypatch.setattr(announcements, "case_closed", [lambda actor, case_id: heard.append(case_id)])
    with acting(link_worker):
        case = CaseFactory(team=team)
        close(link_worker, case)
        assert heard == []
    assert heard == [case.pk]


def test_a_closed_case_is_taken_up_again_with_a_reason(case, link_worker):
    close(link_worker, case)
    case.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        reopen_case(link_worker, case=case, words=" ")
    assert refusal.value.field == "words"
    reopen_case(link_worker, case=case, words="She rang: the club has closed.")
    case.refresh_from_db()
    assert (case.status, case.closed_at) == (CaseStatus.OPEN, None)
    assert Closure.objects.filter(case=case).exists()
    with pytest.raises(Refused, match="open already"):
        reopen_case(link_worker, case=case, words="Again")


def test_a_case_whose_worker_has_left_is_free_to_be_given_to_somebody(team, link_worker, second_worker):
    case = ClosedCaseFactory(team=team, worker_id=second_worker.user_id)
    Membership.objects.filter(user_id=second_worker.user_id).update(ended_at=clock.now())
    reopen_case(link_worker, case=case, words="She rang.")
    assert not case.allocations.filter(ended_at__isnull=True).exists()


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner"])
def test_nobody_else_closes_or_reopens(case, who, request):
    actor = request.getfixturevalue(who)
    with acting(actor):
        for deed in (
            lambda: prepare(actor, case),
            lambda: close_case(actor, case=case, texts={}),
            lambda: reopen_case(actor, case=case, words="x"),
        ):
            with pytest.raises(NotAllowed):
                deed()
