"""What matters, the plan and needs: on the case page, on their forms, and on paper."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.casework.actions.goals import agree_goal, move_goal, score_goal
from linkworks.domain.casework.actions.needs import add_needs
from linkworks.domain.casework.actions.plan import agree_plan
from linkworks.domain.casework.actions.plan_steps import add_step
from linkworks.domain.casework.actions.what_matters import record_what_matters
from linkworks.domain.casework.choices import CaseStatus, GoalStatus, NeedCategory, NeedStatus
from linkworks.domain.casework.models import Goal, GoalScore, Need, PlanReview, PlanStep, SupportPlan, WhatMatters
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def goal(link_worker, case):
    return agree_goal(link_worker, case=case, words="See people again")


@pytest.fixture
def browser(signed_in, link_worker):
    return signed_in(link_worker)


def read(client, case):
    return client.get(reverse("casework:case", args=[case.pk])).content.decode()


def post(client, page, row, **answers):
    return client.post(reverse(f"casework:{page}", args=[row.pk]), answers)


def day(name, text):
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), text.split(), strict=True))


TODAY = ["what_matters", "needs", "plan", "plan_agree", "goal_new"]
OF_A_GOAL = ["goal", "goal_move", "goal_score", "plan_step_new"]


@pytest.mark.parametrize("page", TODAY + OF_A_GOAL)
def test_each_page_opens_for_the_worker_asks_a_colleague_why_and_is_not_there_for_others(
    client, signed_in, link_worker, second_worker, other_team_worker, commissioner, case, goal, page
):
    path = reverse(f"casework:{page}", args=[(goal if page in OF_A_GOAL else case).pk])
    assert signed_in(link_worker).get(path).status_code == 200
    assert ViewEntry.objects.get(refused=False).person_ids == [case.person_id]
    response = signed_in(second_worker).get(path)
    assert response["Location"].startswith(reverse("casework:open_record", args=[case.person_id]))
    for stranger in (other_team_worker, commissioner):
        assert signed_in(stranger).get(path).status_code == 404


def test_an_empty_case_says_what_comes_first(browser, case):
    html = read(browser, case)
    assert "We have not heard yet what matters to Rosa." in html
    assert "No goal is agreed yet." in html
    assert "No needs are written down yet." in html


def test_the_newest_of_what_matters_is_shown_and_the_older_are_kept(browser, link_worker, case):
    for days, words in ((9, "To sleep"), (2, "To see people")):
        record_what_matters(link_worker, case=case, words=words, said_at=clock.now() - timedelta(days=days))
    html = read(browser, case)
    assert html.index("To see people") < html.index("What mattered before") < html.index("To sleep")
    assert "2 days ago" in html


def test_what_matters_is_written_down_as_it_was_said(browser, case):
    response = post(browser, "what_matters", case, words="To sing again", **day("said_on", "1 3 2026"))
    assert response["Location"].endswith("#what-matters")
    said = WhatMatters.objects.get()
    assert (said.words, str(said.said_at.date())) == ("To sing again", "2026-03-01")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"words": " "}, "Write what matters, in the person’s own words"),
        ({"words": "x" * 4001}, "can hold 4,000 characters; this has 4,001"),
        (day("said_on", "31 4 2026"), "April has only 30 days"),
        (day("said_on", "1 1 2199"), "must be today or in the past"),
    ],
)
def test_what_cannot_be_saved_says_how_to_mend_it(browser, case, answers, sentence):
    given = {"words": "To sing again", **day("said_on", "1 3 2026")}
    response = post(browser, "what_matters", case, **(given | answers))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not WhatMatters.objects.exists()


def test_needs_are_ticked_and_those_being_worked_on_are_not_offered_again(browser, case):
    post(browser, "needs", case, categories=["food", "other"])
    assert Need.objects.count() == 2
    html = browser.get(reverse("casework:needs", args=[case.pk])).content.decode()
    assert 'value="food"' not in html
    assert 'value="other"' in html


def test_no_need_ticked_says_so(browser, case):
    assert "Choose at least one need" in post(browser, "needs", case).content.decode()


def test_a_need_that_a_colleague_added_meanwhile_is_not_told_twice(browser, second_worker, case):
    add_needs(second_worker, case=case, categories=[NeedCategory.FOOD])
    response = post(browser, "needs", case, categories=["food", "debt"])
    assert response.status_code == 422
    assert Need.objects.count() == 1


def test_a_need_is_settled_and_its_tag_says_so(browser, link_worker, case):
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.FOOD])
    post(browser, "need", need, status=NeedStatus.PARTLY, _version="1")
    assert "Partly met" in read(browser, case)
    html = browser.get(reverse("casework:need", args=[need.pk])).content.decode()
    assert 'value="open"' in html
    assert 'value="met"' not in html


def test_somebody_quicker_is_named(browser, second_worker, link_worker, case):
    import pghistory

    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.FOOD])
    with pghistory.context(actor="Ben Okafor"):
        need.change(words="A parcel a week")
    response = post(browser, "need", need, status=NeedStatus.MET, _version="1")
    assert response.status_code == 409
    assert "Ben Okafor changed the words to “A parcel a week”" in response.content.decode()


def test_the_first_goal_begins_the_plan_with_its_score(browser, link_worker, case):
    (need,) = add_needs(link_worker, case=case, categories=[NeedCategory.COMPANY])
    post(browser, "goal_new", case, words="See people again", need=str(need.pk), score="2")
    goal = Goal.objects.get()
    assert (goal.need, goal.scores.get().score) == (need, 2)
    assert SupportPlan.objects.count() == 1
    html = read(browser, case)
    assert "“See people again”" in html
    assert "Scored 2 out of 10 on" in html


def test_a_goal_cannot_serve_a_need_of_another_case(browser, link_worker, team, case):
    (need,) = add_needs(link_worker, case=CaseFactory(team=team), categories=[NeedCategory.COMPANY])
    assert post(browser, "goal_new", case, words="See people again", need=str(need.pk)).status_code == 422


def test_one_press_on_a_number_is_todays_score(browser, case, goal):
    html = read(browser, case)
    assert html.count('name="score"') == 11
    response = post(browser, "goal_score", goal, score="7")
    assert response["Location"] == f"{reverse('casework:case', args=[case.pk])}#plan"
    score = GoalScore.objects.get()
    assert (score.score, score.at.astimezone(clock.LONDON).date()) == (7, clock.today())


def test_a_press_that_arrives_twice_is_one_score(browser, goal):
    for _ in range(2):
        post(browser, "goal_score", goal, score="7", _submission="5f0a2f7c-6a0c-4c9a-9c2e-0d6a3f1b2c3d")
    assert GoalScore.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Choose a number from 0 to 10"),
        ({"score": "11"}, "from the list"),
        ({"score": "5", **day("on", "1 1 2199")}, "must be today or in the past"),
    ],
)
def test_a_score_that_cannot_be_says_how_to_mend_it(browser, goal, answers, sentence):
    response = post(browser, "goal_score", goal, **answers)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_the_line_says_in_words_how_it_went(browser, link_worker, case, goal):
    for days, score in ((30, 2), (0, 6)):
        score_goal(link_worker, goal=goal, score=score, at=clock.now() - timedelta(days=days))
    html = read(browser, case)
    assert "up to 6 on" in html
    assert html.count("app-line-chart__point") == 2


def test_a_goal_is_reworded_and_ends(browser, case, goal):
    post(browser, "goal", goal, words="See my sister", _version="1")
    post(browser, "goal_move", goal, status=GoalStatus.REACHED, words="Every Tuesday now", _version="2")
    html = read(browser, case)
    assert "Goals that have ended" in html
    assert "“See my sister”" in html
    assert 'name="score"' not in html


def test_a_goal_that_has_ended_is_taken_up_again_and_nothing_else(browser, link_worker, goal):
    move_goal(link_worker, goal=goal, expected_version=1, status=GoalStatus.CHANGED)
    response = post(browser, "goal_move", goal, status=GoalStatus.REACHED, _version="2")
    assert response.status_code == 422
    post(browser, "goal_move", goal, status=GoalStatus.ACTIVE, _version="2")
    goal.refresh_from_db()
    assert goal.status == GoalStatus.ACTIVE


@pytest.mark.parametrize(
    ("who", "named"), [({"who": "Rosa"}, "Rosa"), ({"who": "else", "who_else": "Her son"}, "Her son")]
)
def test_a_step_says_who_does_it(browser, goal, who, named):
    post(browser, "plan_step_new", goal, what="Ring the lunch club", **who)
    assert PlanStep.objects.get().who == named


def test_a_step_is_done_and_opened_again_from_the_page(browser, link_worker, case, goal):
    step = add_step(link_worker, goal=goal, what="Ring the lunch club", who="Rosa")
    assert post(browser, "plan_step_done", step).status_code == 302
    assert "Not done" in read(browser, case)
    post(browser, "plan_step_reopen", step)
    step.refresh_from_db()
    assert step.done_at is None
    assert browser.get(reverse("casework:plan_step_done", args=[step.pk])).status_code == 405


def test_a_plan_is_agreed_and_looked_at_again(browser, case):
    post(browser, "plan_agree", case, **day("agreed_on", "1 3 2026"), person_has_copy="on")
    plan = SupportPlan.objects.get()
    assert "Agreed on 1 March 2026. Rosa has a copy." in read(browser, case)
    post(browser, "plan_review", plan, **day("review_on", "1 3 2190"), _version="1")
    assert not PlanReview.objects.exists()
    post(browser, "plan_review", plan, words="Better", **day("review_on", "1 4 2190"), _version="2")
    assert PlanReview.objects.get().words == "Better"
    plan.refresh_from_db()
    assert str(plan.review_on) == "2190-04-01"


def test_the_plan_to_carry_home_tells_a_stranger_little(browser, link_worker, case, goal):
    case.person.change(nhs_number="9990000018")
    record_what_matters(link_worker, case=case, words="To sing again")
    html = browser.get(reverse("casework:plan", args=[case.pk])).content.decode()
    assert "A plan for Rosa" in html
    assert "To sing again" in html
    assert "“See people again”" in html
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    assert case.person.family_name not in main
    assert "999 000 0018" not in html
    assert "<form" not in main


def test_a_closed_case_is_read_and_takes_nothing_more(browser, link_worker, case, goal):
    agree_plan(link_worker, case=case)
    case.change(status=CaseStatus.CLOSED)
    html = read(browser, case)
    assert 'name="score"' not in html
    assert reverse("casework:goal_new", args=[case.pk]) not in html
    response = post(browser, "goal_score", goal, score="5")
    assert response.status_code == 422
    assert "This case is closed." in response.content.decode()
