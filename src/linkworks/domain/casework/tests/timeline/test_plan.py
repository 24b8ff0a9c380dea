from datetime import date

import pytest

from linkworks.domain.casework import timeline
from linkworks.domain.casework.actions.advocacy import begin_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.goals import agree_goal, move_goal
from linkworks.domain.casework.actions.needs import add_needs, move_need
from linkworks.domain.casework.actions.plan import review_plan
from linkworks.domain.casework.actions.plan_steps import add_step, finish_step
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.actions.what_matters import record_what_matters
from linkworks.domain.casework.choices import AdvocacyResult, GoalStatus, NeedCategory, NeedStatus, TimelineKind
from linkworks.domain.casework.tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team):
    return CaseFactory(team=team)


def told(case, kind):
    return {(entry.title, entry.words, entry.lines, entry.by_name) for entry in timeline.read(case, kind=kind).entries}


def test_the_plan_is_told_by_its_moves(link_worker, second_worker, case):
    record_what_matters(link_worker, case=case, words="To sleep")
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.COMPANY], words="Since the move")
    move_need(second_worker, need=need, expected_version=1, status=NeedStatus.MET)
    goal = agree_goal(link_worker, case=case, words="See people", need=need, score=3)
    step = add_step(link_worker, goal=goal, what="Ring the lunch club", who="Rosa", by_when=date(2026, 12, 1))
    finish_step(link_worker, step=step)
    review_plan(link_worker, plan=goal.plan, expected_version=1, words="Better", review_on=None, person_has_copy=False)
    move_goal(second_worker, goal=goal, expected_version=1, status=GoalStatus.REACHED, words="Every Tuesday now")
    amina, ben = link_worker.name, second_worker.name
    assert told(case, TimelineKind.PLAN) == {
        ("What matters, in the person’s own words", "To sleep", (), amina),
        ("Need: Company and loneliness", "", ("Since the move", "Being worked on"), amina),
        ("Need: Company and loneliness", "", ("Since the move", "Met"), ben),
        ("Plan agreed", "", (), amina),
        ("Goal: See people", "", (), amina),
        ("Scored 3 out of 10: See people", "", (), amina),
        ("Step done: Ring the lunch club", "", ("Rosa, by 1 December 2026",), amina),
        ("Plan looked at again", "Better", (), amina),
        ("Goal reached: See people", "Every Tuesday now", (), ben),
    }


def test_research_and_speaking_up_are_told(link_worker, second_worker, case):
    ask(link_worker, case=case, question="A piano club?", worker_id=second_worker.user_id)
    answered = ask(link_worker, case=case, question="A cat sitter?", worker_id=link_worker.user_id)
    record_finding(link_worker, task=answered, expected_version=1, found="Mrs Bell", source="A neighbour")
    matter = begin_advocacy(
        link_worker, case=case, about="Grab rail", with_whom="The council", authority="Rosa asked", position="Soon"
    )
    record_advocacy_step(second_worker, advocacy=matter, words="It is fitted", result=AdvocacyResult.WON)
    amina, ben = link_worker.name, second_worker.name
    assert told(case, TimelineKind.ADVOCACY) == {
        ("To look into: A piano club?", "", (), ben),
        ("Looked into: A cat sitter?", "Mrs Bell", ("Source: A neighbour",), amina),
        ("Speaking up: Grab rail", "Soon", ("With The council",), amina),
        ("Speaking up: Grab rail", "It is fitted", ("Result: Agreed in full",), ben),
    }
