from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.advocacy import begin_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.choices import AdvocacyResult, CaseStatus
from linkworks.domain.casework.models import CodedEntry, Task
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory, ContactFactory, TaskFactory
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory
from linkworks.domain.referrals.choices import ReferralSource
from linkworks.domain.referrals.models import MessageBack
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.core import clock, words
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db

CLOSING = {"reason": "goals_reached", "how_it_went": "need_met", "words": "She sings again.", "checks_in": "no"}


@pytest.fixture
def case(team, link_worker):
    practice = PracticeFactory(team=team, name="Deptford Surgery", email="reception@practice.example")
    person = PersonFactory(team=team, given_name="Rosa", family_name="Marshall", practice=practice)
    referral = ReferralFactory(
        team=team, person=person, source=ReferralSource.HOUSING, referrer_email="sam@homes.example"
    )
    return CaseFactory(team=team, referral=referral, worker_id=link_worker.user_id)


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


def agree(case, *kinds):
    for kind in kinds:
        Consent.objects.create(
            team_id=case.team_id,
            person_id=case.person_id,
            kind=kind,
            given=True,
            wording="May we tell them how it went?",
            given_how=GivenHow.SPOKEN,
            given_at=clock.now(),
        )


def text(response):
    return response.content.decode()


def prepare(client, case, **changes):
    return client.post(f"/cases/{case.pk}/close", CLOSING | changes)


def test_the_first_page_closes_nothing_and_keeps_what_was_said(case, amina):
    response = prepare(amina, case)
    assert response["Location"] == f"/cases/{case.pk}/close/check"
    case.refresh_from_db()
    assert case.status == CaseStatus.OPEN
    assert "She sings again." in text(amina.get(f"/cases/{case.pk}/close"))


def test_without_the_first_page_there_is_no_second(case, amina):
    assert amina.get(f"/cases/{case.pk}/close/check")["Location"] == f"/cases/{case.pk}/close"


def test_the_second_page_shows_each_text_and_whether_the_person_agreed(case, amina):
    agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(amina, case)
    html = text(amina.get(f"/cases/{case.pk}/close/check"))
    assert "Deptford Surgery" in html
    assert "May we tell them how it went?" in html
    assert "She sings again." in html
    assert "Nothing is sent: the person has not agreed." in html
    assert "referrer_send" not in html


def test_closing_sends_what_was_looked_at(case, amina):
    agree(case, ConsentKind.SHARE_PRACTICE, ConsentKind.SHARE_REFERRER)
    prepare(amina, case)
    posted = {"practice_send": "on", "practice_text": "How it ended\nShe is well.", "referrer_send": "on"}
    html = text(amina.post(f"/cases/{case.pk}/close/check", posted, follow=True))
    assert "Closed. 2 messages will be sent." in html
    assert {m.recipient: m.kind for m in MessageBack.objects.all()} == {"practice": "summary", "referrer": "ended"}
    case.refresh_from_db()
    assert case.status == CaseStatus.CLOSED


def test_nobody_is_told_who_was_left_out(case, amina):
    agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(amina, case)
    html = text(amina.post(f"/cases/{case.pk}/close/check", {"practice_text": "x"}, follow=True))
    assert "Closed. Nobody was told." in html
    assert not MessageContent.objects.exists()


def test_a_doubled_submit_closes_and_sends_once(case, amina):
    agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(amina, case)
    token = "4b0f2f4c-7d3e-4a51-9f5c-2f6b0f8f6a01"
    posted = {"_submission": token, "practice_send": "on", "practice_text": "She is well."}
    for _ in range(2):
        assert amina.post(f"/cases/{case.pk}/close/check", posted)["Location"] == f"/cases/{case.pk}"
    assert MessageBack.objects.count() == 1


def test_a_consent_withdrawn_meanwhile_shows_the_page_again(case, amina):
    agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(amina, case)
    Consent.objects.update(withdrawn_at=clock.now())
    posted = {"practice_send": "on", "practice_text": "She is well."}
    amina.post(f"/cases/{case.pk}/close/check", posted)
    assert not MessageContent.objects.exists()


def test_what_ends_with_the_case_is_said_before(case, amina, link_worker):
    AppointmentFactory(case=case, worker_id=link_worker.user_id)
    TaskFactory(case=case, worker_id=link_worker.user_id, title="Ring the housing officer")
    prepare(amina, case)
    html = text(amina.get(f"/cases/{case.pk}/close/check"))
    assert "is cancelled. Tell Rosa." in html
    assert "The task “Ring the housing officer” is dropped." in html


def test_what_is_open_on_their_behalf_is_shown_with_its_day_and_ended_first(case, amina, link_worker):
    day = clock.today() + timedelta(days=30)
    matter = begin_advocacy(
        link_worker,
        case=case,
        about="The grab rail",
        with_whom="The council",
        authority="Rosa asked me to",
        position="Before winter",
        deadline=day,
    )
    question = ask(link_worker, case=case, question="A piano club?", worker_id=link_worker.user_id, due_on=day)
    html = text(amina.get(f"/cases/{case.pk}/close"))
    for shown in ("The grab rail", f"/advocacy/{matter.pk}", "A piano club?", f"/research/{question.pk}"):
        assert shown in html
    assert html.count(words.due(day)) == 2
    assert "Why does support end?" not in html
    record_advocacy_step(link_worker, advocacy=matter, words="She has moved away", result=AdvocacyResult.STOPPED)
    record_finding(link_worker, task=question, expected_version=None, found="Nobody followed this up", source="")
    html = text(amina.get(f"/cases/{case.pk}/close"))
    assert "The grab rail" not in html
    assert "Why does support end?" in html


def test_a_check_in_has_a_day_to_come(case, amina):
    assert prepare(amina, case, checks_in="yes").status_code == 422
    day = clock.today() + timedelta(days=60)
    boxes = {"check_in_on_day": day.day, "check_in_on_month": day.month, "check_in_on_year": day.year}
    prepare(amina, case, checks_in="yes", **boxes)
    amina.post(f"/cases/{case.pk}/close/check", {})
    assert Task.objects.get().due_on == day


def test_somebody_who_said_no_leads_to_the_declined_code(case, amina):
    prepare(amina, case, reason="declined", how_it_went="not_known")
    html = text(amina.post(f"/cases/{case.pk}/close/check", {}, follow=True))
    assert "871711000000103" in html
    assert "The declined code is due: the client said no to social prescribing." in html
    amina.post(f"/cases/{case.pk}/gp-copy")
    assert CodedEntry.objects.get().meaning == "declined"


def test_a_closed_case_begins_again_with_a_reason(case, amina):
    prepare(amina, case)
    amina.post(f"/cases/{case.pk}/close/check", {})
    assert amina.post(f"/cases/{case.pk}/reopen", {"words": ""}).status_code == 422
    html = text(amina.post(f"/cases/{case.pk}/reopen", {"words": "The club has closed."}, follow=True))
    assert "Open again." in html
    assert "The club has closed." in html


def test_closing_twice_says_that_it_is_closed(case, amina):
    prepare(amina, case)
    amina.post(f"/cases/{case.pk}/close/check", {})
    response = prepare(amina, case)
    assert response.status_code == 422
    assert "This case is closed." in text(response)


def test_the_text_for_the_gp_names_nobody_and_explains_the_code(case, amina):
    ContactFactory(case=case, next_step="Ring the choir")
    html = text(amina.get(f"/cases/{case.pk}/gp-copy"))
    assert "871731000000106" in html
    assert "this is the first time in this case" in html
    copied = html.split("<textarea")[1].split("</textarea>")[0]
    assert "Ring the choir" in copied
    assert "Marshall" not in copied


def test_once_pasted_the_code_is_not_offered_again(case, amina, link_worker):
    contact = ContactFactory(case=case)
    page = f"/cases/{case.pk}/contacts/{contact.pk}/gp-copy"
    html = text(amina.post(page, follow=True))
    assert CodedEntry.objects.get().contact == contact
    assert "goes in once" in html
    assert "I have pasted it" not in html
    assert amina.post(page).status_code == 422


def test_later_contacts_carry_no_code_and_say_why(case, amina):
    ContactFactory(case=case, at=clock.now() - timedelta(days=3))
    later = ContactFactory(case=case)
    html = text(amina.get(f"/cases/{case.pk}/contacts/{later.pk}/gp-copy"))
    assert "goes in once per case" in html
    assert "I have pasted it" not in html


def test_before_anybody_has_spoken_there_is_nothing_to_copy(case, amina):
    assert "nobody has spoken with them" in text(amina.get(f"/cases/{case.pk}/gp-copy"))


def test_a_code_that_nobody_recorded_is_not_forgotten(case, amina):
    first = ContactFactory(case=case, at=clock.now() - timedelta(days=3))
    ContactFactory(case=case)
    page = f"/cases/{case.pk}/contacts/{first.pk}/gp-copy"
    assert page in text(amina.get(f"/cases/{case.pk}/gp-copy"))
    amina.post(page)
    assert page not in text(amina.get(f"/cases/{case.pk}/gp-copy"))


def test_what_was_told_stands_on_the_timeline_with_its_document(case, amina, signed_in, other_team_worker):
    agree(case, ConsentKind.SHARE_PRACTICE)
    prepare(amina, case)
    amina.post(f"/cases/{case.pk}/close/check", {"practice_send": "on", "practice_text": "She is well."})
    document = f"/cases/{case.pk}/messages/{MessageBack.objects.get().pk}"
    html = text(amina.get(f"/cases/{case.pk}"))
    assert document in html
    assert "the GP practice was told: summary for the practice" in html
    response = amina.get(document)
    assert (response["Content-Type"], response.content[:4]) == ("application/pdf", b"%PDF")
    assert "Marshall" not in response["Content-Disposition"]
    assert signed_in(other_team_worker).get(document).status_code == 404


def test_a_message_without_a_document_has_none(case, amina):
    agree(case, ConsentKind.SHARE_REFERRER)
    prepare(amina, case)
    amina.post(f"/cases/{case.pk}/close/check", {"referrer_send": "on"})
    assert amina.get(f"/cases/{case.pk}/messages/{MessageBack.objects.get().pk}").status_code == 404
