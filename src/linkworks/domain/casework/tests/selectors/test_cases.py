from datetime import timedelta

import pytest

from linkworks.domain.casework.selectors.cases import (
    get_case,
    holds_case_of,
    is_in_caseload,
    list_open_cases,
    list_own_cases,
)
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory, CoverFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, ReasonNeeded

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def open_record(team, actor, case, on_day=None):
    RecordOpening.objects.create(
        team=team,
        person_id=case.person_id,
        user_id=actor.user_id,
        on_day=on_day or clock.today(),
        reason=RecordOpening.Reason.ON_DUTY,
    )


def cover(team, away, covered_by, **values):
    CoverFactory(team=team, away_id=away.user_id, covered_by_id=covered_by.user_id, **values)


def test_the_allocated_worker_opens_the_case_in_one_query(case, link_worker, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = get_case(link_worker, case.pk)
        assert (found.person.full_name, found.referral_id) == (case.person.full_name, case.referral_id)
    assert found.is_in_caseload


@pytest.mark.parametrize("who", ["second_worker", "team_lead", "coordinator"])
def test_everybody_else_of_the_team_is_asked_for_a_reason(case, who, request):
    actor = request.getfixturevalue(who)
    with pytest.raises(ReasonNeeded) as asked:
        get_case(actor, case.pk)
    assert asked.value.person_id == case.person_id


def test_a_reason_lasts_the_day(case, team, second_worker):
    open_record(team, second_worker, case, on_day=clock.today() - timedelta(days=1))
    with pytest.raises(ReasonNeeded):
        get_case(second_worker, case.pk)
    open_record(team, second_worker, case)
    assert get_case(second_worker, case.pk).opening_reason == RecordOpening.Reason.ON_DUTY


def test_a_colleagues_reason_opens_nothing(case, team, second_worker, team_lead):
    open_record(team, team_lead, case)
    with pytest.raises(ReasonNeeded):
        get_case(second_worker, case.pk)


def test_cover_asks_for_no_reason(case, team, link_worker, second_worker):
    cover(team, link_worker, second_worker)
    assert get_case(second_worker, case.pk).is_in_caseload
    assert is_in_caseload(second_worker, case)
    assert list(list_own_cases(second_worker)) == [case]


@pytest.mark.parametrize("values", [{"days": 1}, {"days": -1}, {"ended": True}])
def test_cover_counts_only_while_it_lasts(case, team, link_worker, second_worker, values):
    day = clock.today() + timedelta(days=values.get("days", 0))
    ended_at = clock.now() if values.get("ended") else None
    cover(team, link_worker, second_worker, starts_on=day, ends_on=day, ended_at=ended_at)
    assert not is_in_caseload(second_worker, case)


def test_a_former_worker_no_longer_holds_the_case(case, link_worker):
    case.allocations.get().change(ended_at=clock.now())
    assert not is_in_caseload(link_worker, case)
    assert not holds_case_of(link_worker, case.person_id)


def test_the_worker_holds_the_person_too(case, link_worker, second_worker):
    assert holds_case_of(link_worker, case.person_id)
    assert not holds_case_of(second_worker, case.person_id)


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_nobody_else_finds_it(case, who, request):
    actor = request.getfixturevalue(who)
    with acting(actor), pytest.raises(NotFound):
        get_case(actor, case.pk)


def test_a_job_of_the_team_needs_no_reason(case, team):
    assert get_case(Actor.system("reminders", team.pk), case.pk) == case


def test_closed_cases_are_not_listed(case, team, link_worker, second_worker):
    ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    others = CaseFactory(team=team, worker_id=second_worker.user_id)
    assert list(list_open_cases(link_worker)) == [case, others]
    assert list(list_open_cases(link_worker, worker_id=link_worker.user_id)) == [case]
