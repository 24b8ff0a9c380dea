from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkworks.domain.casework.actions.gp_record import record_code
from linkworks.domain.casework.choices import ClosureReason
from linkworks.domain.casework.codes import DECLINED, REFERRAL, codes
from linkworks.domain.casework.models import CodedEntry
from linkworks.domain.casework.selectors.gp_record import code_for_contact, get_contact, get_newest_contact
from linkworks.domain.casework.tests.factories import (
    CaseFactory,
    ClosedCaseFactory,
    ClosureFactory,
    ContactAttemptFactory,
    ContactFactory,
)
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def contacts(case):
    return [ContactFactory(case=case, at=clock.now() - timedelta(days=days)) for days in (9, 5, 1)]


def test_the_referral_code_is_due_at_the_first_conversation_and_goes_in_once(case, contacts, link_worker):
    entry = record_code(link_worker, case=case, contact=contacts[0])
    assert (entry.meaning, entry.code) == (REFERRAL, codes()[REFERRAL].code)
    with pytest.raises(Refused, match="recorded for this case before"):
        record_code(link_worker, case=case, contact=contacts[0])


def test_ongoing_work_is_never_coded_even_when_the_first_was_not(case, contacts, link_worker):
    for later in contacts[1:]:
        with pytest.raises(Refused, match="once per case"):
            record_code(link_worker, case=case, contact=later)
    assert not CodedEntry.objects.exists()


def test_a_try_without_an_answer_makes_no_code_due(case, link_worker):
    ContactAttemptFactory(case=case, at=clock.now() - timedelta(days=2))
    contact = ContactFactory(case=case)
    assert get_newest_contact(link_worker, case) == contact
    assert code_for_contact(link_worker, case, contact).code.meaning == REFERRAL


def test_the_declined_code_is_for_a_person_who_says_no(team, link_worker):
    case = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    contact = ContactFactory(case=case)
    ClosureFactory(case=case, reason=ClosureReason.DECLINED)
    assert code_for_contact(link_worker, case, contact).code is None
    assert record_code(link_worker, case=case, contact=None).meaning == DECLINED


@pytest.mark.parametrize("reason", [reason for reason in ClosureReason if reason != ClosureReason.DECLINED])
def test_no_other_ending_is_coded_as_declined(team, link_worker, reason):
    case = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    ClosureFactory(case=case, reason=reason)
    with pytest.raises(Refused, match="has not said no"):
        record_code(link_worker, case=case, contact=None)


def test_somebody_who_accepted_first_and_then_said_no_has_both(team, link_worker):
    case = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    contact = ContactFactory(case=case)
    record_code(link_worker, case=case, contact=contact)
    ClosureFactory(case=case, reason=ClosureReason.DECLINED)
    assert record_code(link_worker, case=case, contact=None).meaning == DECLINED
    assert code_for_contact(link_worker, case, contact).code.meaning == REFERRAL


def test_the_database_holds_each_code_once_even_when_the_guard_is_passed_by(case, contacts, link_worker):
    record_code(link_worker, case=case, contact=contacts[0])
    again = CodedEntry.on(case, link_worker, meaning=REFERRAL, code="1", contact=contacts[1], at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@given(tried=st.lists(st.integers(0, 4), max_size=8), hours=st.lists(st.integers(1, 500), min_size=5, max_size=5))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_pasted_in_whatever_order_one_referral_code_goes_in(team, link_worker, tried, hours):
    case = CaseFactory(team=team)
    contacts = [ContactFactory(case=case, at=clock.now() - timedelta(hours=ago)) for ago in hours]
    first = min(contacts, key=lambda contact: (contact.at, contact.created_at))
    for number in tried:
        with suppress(Refused):
            record_code(link_worker, case=case, contact=contacts[number])
    entries = list(CodedEntry.objects.filter(case=case))
    assert len(entries) <= 1
    assert all(entry.contact == first for entry in entries)


def test_another_team_finds_no_contact_and_records_nothing(case, contacts, other_team_worker):
    with acting(other_team_worker):
        with pytest.raises(NotFound):
            get_contact(other_team_worker, case, contacts[0].pk)
        with pytest.raises(NotAllowed):
            record_code(other_team_worker, case=case, contact=contacts[0])


def test_a_commissioner_records_nothing(case, contacts, commissioner):
    with pytest.raises(NotAllowed):
        record_code(commissioner, case=case, contact=contacts[0])
