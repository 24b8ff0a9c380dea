from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.plan import agree_plan
from linkworks.domain.casework.actions.research import ask
from linkworks.domain.casework.selectors.due_work import get_due_work
from linkworks.domain.casework.tests.factories import CaseFactory, CoverFactory
from linkworks.domain.people.tests.factories import AdjustmentFactory, AlertFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

TODAY = clock.today()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def fill(actor, case, day):
    """Research, plan, alert and need, each due on this day."""
    return (
        ask(actor, case=case, question="A choir?", worker_id=actor.user_id, due_on=day),
        agree_plan(actor, case=case, review_on=day),
        AlertFactory(person=case.person, review_on=day),
        AdjustmentFactory(person=case.person, review_on=day),
    )


def due(actor):
    work = get_due_work(actor)
    return (*work.research, *work.plans, *work.alerts, *work.adjustments)


def test_what_is_due_by_today_is_found_in_one_query(link_worker, case, django_assert_num_queries):
    wanted = fill(link_worker, case, TODAY)
    with django_assert_num_queries(1):
        found = due(link_worker)
    assert found == wanted
    assert {row.given_name for row in found} == {"Rosa"}
    assert {str(row.own_case_id) for row in found[2:]} == {str(case.pk)}


def test_what_is_due_tomorrow_waits(link_worker, case):
    fill(link_worker, case, TOMORROW)
    assert due(link_worker) == ()


def test_a_colleague_sees_it_only_while_they_cover(link_worker, second_worker, case):
    wanted = fill(link_worker, case, TODAY)
    assert due(second_worker) == ()
    CoverFactory(team=case.team, away_id=link_worker.user_id, covered_by_id=second_worker.user_id)
    assert due(second_worker) == wanted


def test_a_closed_case_asks_for_nothing(link_worker, case):
    fill(link_worker, case, TODAY)
    case.change(status="closed")
    assert due(link_worker) == ()


def test_nobody_is_asked_again_about_somebody_who_has_died(link_worker, case):
    research, *_ = fill(link_worker, case, TODAY)
    case.person.change(died_on=TODAY)
    assert due(link_worker) == (research,)


def test_a_death_is_told_to_the_worker_until_the_case_is_closed(link_worker, second_worker, case):
    case.person.change(died_on=TODAY)
    [told] = get_due_work(link_worker).died
    assert (told, told.died_on, told.given_name) == (case, TODAY, "Rosa")
    assert get_due_work(second_worker).died == []
    case.change(status="closed")
    assert get_due_work(link_worker).died == []
