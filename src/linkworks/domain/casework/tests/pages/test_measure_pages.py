import pytest

from linkworks.domain.casework.actions.goals import agree_goal
from linkworks.domain.casework.actions.measures import choose_measures
from linkworks.domain.casework.models import GoalScore, MeasureResponse, SafetyPath
from linkworks.domain.casework.tests.factories import CaseFactory, MeasureResponseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def amina(signed_in, link_worker):
    return signed_in(link_worker)


def text(response):
    return response.content.decode()


def post(client, case, page, **data):
    return client.post(f"/cases/{case.pk}/measures/{page}", data)


def test_the_default_measures_stand_there_and_can_be_asked(case, amina):
    html = text(amina.get(f"/cases/{case.pk}/measures"))
    for words in ("Personal well-being (ONS4)", "Loneliness (asked directly)", "What matters to me", "Not asked yet."):
        assert words in html
    assert "PHQ-9" not in html


def test_answers_lead_to_a_page_that_says_them_in_words(case, amina):
    response = post(amina, case, "ons4", point="first", satisfied="3", anxious="8")
    assert MeasureResponse.objects.get().answers == {"satisfied": 3, "worthwhile": None, "happy": None, "anxious": 8}
    html = text(amina.get(response["Location"]))
    assert "Low" in html
    assert "High" in html
    assert "2 questions not answered." in html


def test_nothing_answered_says_what_to_do(case, amina):
    response = post(amina, case, "ons4", point="first")
    assert response.status_code == 422
    assert "Choose an answer to at least one question, or say why you did not ask." in text(response)


def test_a_number_off_the_scale_is_refused_and_the_others_stay(case, amina):
    response = post(amina, case, "ons4", point="first", satisfied="11", happy="7")
    assert response.status_code == 422
    assert 'value="7" checked' in text(response)
    assert not MeasureResponse.objects.exists()


def test_somebody_who_did_not_answer_is_kept_apart_from_no(case, amina, team_lead):
    choose_measures(team_lead, instruments=["ucla3"])
    post(amina, case, "ucla3", point="first", companionship="3", left_out="none")
    assert MeasureResponse.objects.get().answers == {"companionship": 3, "left_out": None, "isolated": None}


def test_an_answer_about_self_harm_leads_at_once_to_what_to_do(case, amina, team_lead):
    choose_measures(team_lead, instruments=["phq9"])
    response = amina.post(f"/cases/{case.pk}/measures/phq9", {"point": "first", "self_harm": "1"}, follow=True)
    assert "Answers saved. One of them opened a safety path" in text(response)
    html = text(response)
    assert SafetyPath.objects.get().response == MeasureResponse.objects.get()
    assert "Call 999" in html
    assert "Are they in danger now?" in html


def test_a_measure_that_the_team_does_not_use_is_not_there(case, amina):
    assert amina.get(f"/cases/{case.pk}/measures/phq9").status_code == 404


def test_not_asked_because_is_always_an_answer(case, amina):
    response = post(amina, case, "ons4/not-asked", point="review", reason="distressed")
    assert response["Location"] == f"/cases/{case.pk}/measures"
    assert "Not asked: The person was distressed." in text(amina.get(response["Location"]))


def test_another_reason_needs_words(case, amina):
    response = post(amina, case, "ons4/not-asked", point="review", reason="other")
    assert response.status_code == 422
    assert "Enter" in text(response) or "Say what" in text(response)


def test_change_stands_with_the_number_missing_beside_it_and_a_chart(case, amina):
    MeasureResponseFactory(case=case, answers={"satisfied": 3, "worthwhile": 4, "happy": None, "anxious": 8})
    MeasureResponseFactory(case=case, answers={"satisfied": 6, "worthwhile": 4, "happy": 7, "anxious": 4})
    html = text(amina.get(f"/cases/{case.pk}/measures"))
    assert "1 question not answered both times, so not compared." in html
    assert html.count('<svg class="app-line-chart__drawing"') == 4
    assert "Better" in html


def test_the_second_time_is_a_review(case, amina):
    assert 'value="first" checked' in text(amina.get(f"/cases/{case.pk}/measures/ons4"))
    MeasureResponseFactory(case=case)
    assert 'value="review" checked' in text(amina.get(f"/cases/{case.pk}/measures/ons4"))
    assert 'value="last" checked' in text(amina.get(f"/cases/{case.pk}/measures/ons4?point=last"))


def test_what_matters_is_asked_for_each_goal_in_the_persons_words(case, amina, link_worker):
    assert "no goal is agreed yet" in text(amina.get(f"/cases/{case.pk}/measures/what_matters"))
    goal = agree_goal(link_worker, case=case, words="Go to the lunch club")
    assert "Go to the lunch club" in text(amina.get(f"/cases/{case.pk}/measures/what_matters"))
    post(amina, case, "what_matters", **{str(goal.pk): "4"})
    assert GoalScore.objects.get().score == 4
    assert "1 of 1 goal scored." in text(amina.get(f"/cases/{case.pk}/measures"))


def test_the_lead_chooses_the_measures_of_the_team(signed_in, team_lead):
    client = signed_in(team_lead)
    client.post("/team/measures", {"instruments": ["ucla3"]})
    html = text(client.get("/team/settings"))
    assert "Loneliness (UCLA, three items)" in html


def test_measures_stand_on_the_timeline(case, amina):
    reading = MeasureResponseFactory(case=case)
    html = text(amina.get(f"/cases/{case.pk}?kind=measures"))
    assert f"/cases/{case.pk}/readings/{reading.pk}" in html


def test_the_case_page_says_what_changed(case, amina):
    assert 'id="measures"' not in text(amina.get(f"/cases/{case.pk}"))
    MeasureResponseFactory(case=case)
    assert "Satisfied with life: low" in text(amina.get(f"/cases/{case.pk}"))
    MeasureResponseFactory(case=case, answers={"satisfied": 6, "anxious": 4})
    html = text(amina.get(f"/cases/{case.pk}"))
    assert "Satisfied with life: from 3 to 6" in html
    assert "2 questions not answered both times." in html
