from datetime import date, timedelta

import pytest

from linkworks.domain.casework.actions.goals import agree_goal, move_goal, reword_goal, score_goal
from linkworks.domain.casework.actions.needs import add_needs, move_need
from linkworks.domain.casework.actions.plan import agree_plan, review_plan
from linkworks.domain.casework.actions.plan_steps import add_step, finish_step, reopen_step
from linkworks.domain.casework.actions.what_matters import record_what_matters
from linkworks.domain.casework.choices import GoalStatus, NeedCategory, NeedStatus
from linkworks.domain.casework.models import GoalMove, GoalScore, Need, NeedMove, PlanStep, SupportPlan, WhatMatters
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db

DEEDS = [
    lambda actor, case: record_what_matters(actor, case=case, words="Sleep"),
    lambda actor, case: add_needs(actor, case=case, categories=[NeedCategory.FOOD]),
    lambda actor, case: agree_plan(actor, case=case),
    lambda actor, case: agree_goal(actor, case=case, words="Sleep"),
]


@pytest.fixture
def case(team):
    return CaseFactory(team=team)


@pytest.fixture
def goal(link_worker, case):
    return agree_goal(link_worker, case=case, words="See people again")


def test_what_matters_is_kept_as_said_and_added_to(link_worker, case):
    for words in ("I want to sleep.", "I want to see people."):
        said = record_what_matters(link_worker, case=case, words=words)
    assert (said.words, said.by_id, said.person_id) == ("I want to see people.", link_worker.user_id, case.person_id)
    assert WhatMatters.objects.count() == 2


def test_several_needs_are_added_at_once_with_the_move_that_began_them(link_worker, case):
    add_needs(link_worker, case=case, categories=[NeedCategory.FOOD, NeedCategory.DEBT])
    assert set(Need.objects.values_list("category", flat=True)) == {"food", "debt"}
    assert list(NeedMove.objects.values_list("status", flat=True)) == ["open", "open"]
    assert ChangeEntry.objects.get().keys == {"categories": "food,debt"}


def test_an_open_need_is_not_told_twice_and_nothing_is_half_added(link_worker, case):
    add_needs(link_worker, case=case, categories=[NeedCategory.FOOD])
    with pytest.raises(Refused) as refusal:
        add_needs(link_worker, case=case, categories=[NeedCategory.DEBT, NeedCategory.FOOD])
    assert "Food" in refusal.value.message
    assert Need.objects.count() == 1


def test_something_else_may_be_several_things(link_worker, case):
    for words in ("A cat flap", "A piano tuner"):
        add_needs(link_worker, case=case, categories=[NeedCategory.OTHER], words=words)
    assert Need.objects.count() == 2


def test_no_need_chosen_is_refused(link_worker, case):
    with pytest.raises(Refused):
        add_needs(link_worker, case=case, categories=[])


def test_a_need_is_settled_and_taken_up_again(link_worker, case):
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.FOOD])
    move_need(link_worker, need=need, expected_version=1, status=NeedStatus.MET)
    with pytest.raises(Refused):
        move_need(link_worker, need=need, expected_version=2, status=NeedStatus.PARTLY)
    move_need(link_worker, need=need, expected_version=2, status=NeedStatus.OPEN)
    assert list(need.moves.order_by("created_at").values_list("status", flat=True)) == ["open", "met", "open"]


def test_two_people_moving_one_need_conflict(link_worker, second_worker, case):
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.FOOD])
    theirs = Need.objects.get()
    move_need(link_worker, need=need, expected_version=1, status=NeedStatus.MET)
    with pytest.raises(Conflict):
        move_need(second_worker, need=theirs, expected_version=1, status=NeedStatus.NOT_MET)


def test_a_case_has_one_plan(link_worker, case):
    plan = agree_plan(link_worker, case=case, review_on=date(2027, 3, 1))
    assert agree_plan(link_worker, case=case) == plan
    assert SupportPlan.objects.count() == 1


def test_a_plan_is_looked_at_again(link_worker, case):
    plan = agree_plan(link_worker, case=case)
    review = review_plan(
        link_worker,
        plan=plan,
        expected_version=1,
        words="Going well",
        review_on=date(2027, 3, 1),
        person_has_copy=True,
    )
    plan.refresh_from_db()
    assert (plan.review_on, plan.person_has_copy, review.words) == (date(2027, 3, 1), True, "Going well")


def test_the_first_goal_begins_the_plan(link_worker, case):
    goal = agree_goal(link_worker, case=case, words="See people again", score=2)
    assert goal.plan == SupportPlan.objects.get()
    assert GoalScore.objects.get().score == 2
    assert GoalMove.objects.get().status == GoalStatus.ACTIVE


def test_a_goal_is_reached_and_taken_up_again(link_worker, goal):
    move_goal(link_worker, goal=goal, expected_version=1, status=GoalStatus.REACHED)
    with pytest.raises(Refused):
        move_goal(link_worker, goal=goal, expected_version=2, status=GoalStatus.CHANGED)
    move_goal(link_worker, goal=goal, expected_version=2, status=GoalStatus.ACTIVE)


def test_a_goal_is_put_in_other_words(link_worker, goal):
    reword_goal(link_worker, goal=goal, expected_version=1, words="See my sister", need=None)
    goal.refresh_from_db()
    assert goal.words == "See my sister"


def test_scores_are_added_to_and_never_changed(link_worker, goal):
    for score in (0, 10):
        score_goal(link_worker, goal=goal, score=score)
    assert list(goal.scores.order_by("created_at").values_list("score", flat=True)) == [0, 10]


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_from_0_to_10(link_worker, goal, score):
    with pytest.raises(Refused):
        score_goal(link_worker, goal=goal, score=score)


def test_nobody_scores_tomorrow(link_worker, goal):
    with pytest.raises(Refused):
        score_goal(link_worker, goal=goal, score=5, at=clock.now() + timedelta(days=1))


def test_a_step_is_done_and_was_not_after_all(link_worker, goal):
    step = add_step(link_worker, goal=goal, what="Ring the lunch club", who="Rosa")
    finish_step(link_worker, step=step)
    finish_step(link_worker, step=PlanStep.objects.get())
    reopen_step(link_worker, step=step)
    events = ChangeEntry.objects.filter(event__startswith="plan_step").order_by("at").values_list("event", flat=True)
    assert list(events) == ["plan_step.added", "plan_step.done", "plan_step.not_done"]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_closed_case_stays_as_it_is(link_worker, team, deed):
    with pytest.raises(Refused):
        deed(link_worker, ClosedCaseFactory(team=team))


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["other_team_worker", "commissioner", "administrator"])
def test_nobody_else_may(request, case, deed, who):
    with pytest.raises(NotAllowed):
        deed(request.getfixturevalue(who), case)


def test_nobody_else_may_change_a_goal_either(other_team_worker, goal):
    for deed in (
        lambda: score_goal(other_team_worker, goal=goal, score=5),
        lambda: move_goal(other_team_worker, goal=goal, expected_version=1, status=GoalStatus.REACHED),
        lambda: add_step(other_team_worker, goal=goal, what="Ring", who="Rosa"),
    ):
        with pytest.raises(NotAllowed):
            deed()
