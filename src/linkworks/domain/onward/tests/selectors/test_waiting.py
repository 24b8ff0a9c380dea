from datetime import timedelta

import pytest

from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.domain.onward.choices import Choice, OnwardStatus
from linkworks.domain.onward.selectors.waiting import list_silent, list_to_follow
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardReferralFactory,
    OptionFactory,
    SignpostingFactory,
)
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def refer(case, days=0, **values):
    return OnwardReferralFactory(
        case=case, option=ChosenOptionFactory(case=case), at=clock.now() - timedelta(days=days), **values
    )


def test_the_longest_silent_comes_first_and_who_has_answered_is_not_silent(case, link_worker):
    refer(case, status=OnwardStatus.STARTED)
    recent, oldest = refer(case, days=2, status=OnwardStatus.WAITING_LIST), refer(case, days=20)
    assert list(list_silent(link_worker)) == [oldest, recent]


def test_only_open_cases_of_ones_own_are_waited_for(case, team, link_worker, second_worker, other_team_worker):
    refer(case)
    refer(CaseFactory(team=team, worker_id=second_worker.user_id))
    refer(ClosedCaseFactory(team=team, worker_id=link_worker.user_id))
    assert [referral.case_id for referral in list_silent(link_worker)] == [case.pk]
    with acting(other_team_worker):
        assert not list_silent(other_team_worker)
        assert not list_to_follow(other_team_worker)


def test_tell_me_more_and_a_yes_without_a_way_on_are_to_follow(case, link_worker):
    yes = ChosenOptionFactory(case=case)
    more = ChosenOptionFactory(case=case, choice=Choice.TELL_ME_MORE)
    ChosenOptionFactory(case=case, choice=Choice.NO)
    OptionFactory(case=case)
    told = ChosenOptionFactory(case=case)
    SignpostingFactory(case=case, option=told)
    refer(case)
    assert list(list_to_follow(link_worker)) == [yes, more]


def test_one_query_however_long_the_list(case, link_worker, django_assert_num_queries):
    for _ in range(5):
        refer(case)
        ChosenOptionFactory(case=case)
    with django_assert_num_queries(1):
        assert [r.given_name for r in list_silent(link_worker) if r.service_name]
    with django_assert_num_queries(1):
        assert [o.given_name for o in list_to_follow(link_worker) if o.service_name]
