from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.goals import agree_goal, score_goal
from linkworks.domain.casework.actions.needs import add_needs, move_need
from linkworks.domain.casework.actions.plan_steps import add_step
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.actions.what_matters import record_what_matters
from linkworks.domain.casework.choices import NeedCategory, NeedStatus
from linkworks.domain.casework.selectors.advocacy import get_open_work
from linkworks.domain.casework.selectors.plan import get_story, list_open_needs
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team):
    return CaseFactory(team=team)


def days_ago(days):
    return clock.now() - timedelta(days=days)


def test_the_story_is_one_query_however_long(link_worker, case, django_assert_num_queries):
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.COMPANY])
    for days, words in ((9, "Sleep"), (2, "People")):
        record_what_matters(link_worker, case=case, words=words, said_at=days_ago(days))
    goals = [agree_goal(link_worker, case=case, words=f"Goal {n}", need=need) for n in range(3)]
    for days, score in ((1, 5), (20, 2), (1, 6)):
        score_goal(link_worker, goal=goals[0], score=score, at=days_ago(days))
    step = add_step(link_worker, goal=goals[1], what="Ring", who="Rosa")
    with django_assert_num_queries(1):
        story = get_story(link_worker, case)
    assert [said.words for said in story.what_matters] == ["People", "Sleep"]
    assert story.what_matters[0].by_name == "Amina Yusuf"
    assert [told.goal for told in story.goals] == goals
    assert story.goals[0].need == need
    assert [said.score for said in story.goals[0].scores] == [2, 6]
    assert story.goals[1].steps == [step]
    assert story.plan == goals[0].plan


def test_an_empty_case_has_an_empty_story(link_worker, case):
    story = get_story(link_worker, case)
    assert (story.what_matters, story.needs, story.plan, story.goals) == ([], [], None, [])


def test_open_needs_are_listed_with_the_one_that_a_goal_already_has(link_worker, case):
    settled, standing = add_needs(link_worker, case=case, categories=[NeedCategory.FOOD, NeedCategory.DEBT])
    move_need(link_worker, need=settled, expected_version=1, status=NeedStatus.MET)
    assert list_open_needs(link_worker, case) == [standing]
    assert list_open_needs(link_worker, case, with_id=settled.pk) == [settled, standing]


def test_open_work_puts_what_is_due_first(link_worker, second_worker, case):
    due, later, answered, theirs = (
        ask(link_worker, case=case, question="?", worker_id=worker.user_id, due_on=clock.today() + timedelta(days=days))
        for worker, days in ((link_worker, 0), (link_worker, 1), (link_worker, -1), (second_worker, -3))
    )
    record_finding(link_worker, task=answered, expected_version=1, found="Nothing", source="")
    assert get_open_work(link_worker, case).research == [theirs, due, later]
