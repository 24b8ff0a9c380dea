import pytest
from django.urls import reverse

from linkworks.domain.casework.models import Goal, SupportPlan
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import ClientChoice, Option
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def offer(client, case, service, **answers):
    return client.post(reverse("onward:offer", args=[case.pk, service.pk]), {"choice": "not_asked", **answers})


def goal_of(case):
    plan = SupportPlan.objects.create(team=case.team, person=case.person, case=case, agreed_at=clock.now())
    return Goal.objects.create(team=case.team, person=case.person, case=case, plan=plan, words="To sing again")


def test_a_service_is_put_to_the_person_with_their_answer_in_one_save(case, service, signed_in, link_worker):
    goal = goal_of(case)
    answers = {"why": "Singing", "goal_id": str(goal.pk), "choice": "yes", "words": "I miss it"}
    response = offer(signed_in(link_worker), case, service, **answers)
    assert response["Location"] == reverse("onward:options", args=[case.pk])
    option = Option.objects.get()
    assert (option.why, option.goal, option.choice) == ("Singing", goal, Choice.YES)
    assert ClientChoice.objects.get().words == "I miss it"


def test_it_may_be_offered_before_they_were_asked(case, service, signed_in, link_worker):
    offer(signed_in(link_worker), case, service)
    assert not Option.objects.get().choice
    assert not ClientChoice.objects.exists()


def test_a_doubled_submit_offers_once(case, service, signed_in, link_worker):
    client, token = signed_in(link_worker), "7d3a7b52-93c3-4c4b-9e65-1b1f6c0a2f10"
    first, second = (offer(client, case, service, _submission=token) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Option.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"choice": ""}, "Choose an answer to"),
        ({"choice": "perhaps"}, "from the list"),
        ({"why": "x" * 301}, "can hold 300 characters"),
        ({"choice": "yes", "words": "x" * 1_000_000}, "can hold 2,000 characters"),
    ],
)
def test_answers_that_make_no_sense_are_answered(case, service, signed_in, link_worker, answers, sentence):
    response = offer(signed_in(link_worker), case, service, **answers)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Option.objects.exists()


def test_another_cases_goal_is_not_taken(case, service, signed_in, link_worker):
    goal_of(case)
    response = offer(signed_in(link_worker), case, service, goal_id="7d3a7b52-93c3-4c4b-9e65-1b1f6c0a2f10")
    assert response.status_code == 422


def test_the_rules_sentence_is_shown(case, service, signed_in, link_worker):
    service.change(live_state=LiveState.CLOSED_FOR_NOW)
    response = offer(signed_in(link_worker), case, service)
    assert response.status_code == 422
    assert "is closed for now. Look for something else" in response.content.decode()


def test_a_full_service_may_be_offered_with_a_reason(case, service, signed_in, link_worker):
    service.change(live_state=LiveState.FULL)
    client = signed_in(link_worker)
    html = client.get(reverse("onward:offer", args=[case.pk, service.pk])).content.decode()
    assert "It is full at the moment. Your reason is kept with the option." in html

    response = offer(client, case, service, why="Lunch", overridden_because=" ")
    assert response.status_code == 422
    assert "Say why you put it to them all the same" in response.content.decode()
    assert 'value="Lunch"' in response.content.decode()
    assert not Option.objects.exists()

    offer(client, case, service, overridden_because="They keep a place for Rosa.")
    option = Option.objects.get()
    assert (option.overridden, option.overridden_because) == (["full"], "They keep a place for Rosa.")
    assert ChangeEntry.objects.get(event="option.rules_overridden").keys["rules"] == "full"
    html = client.get(reverse("onward:option", args=[case.pk, option.pk])).content.decode()
    assert "Put to them although it was full: They keep a place for Rosa." in html


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ({"minimum_age": 60}, "it is for people aged 60 and over and the client is"),
        ({"gender": "men"}, "it is for men"),
    ],
)
def test_no_reason_puts_age_or_gender_aside(case, service, signed_in, link_worker, rule, sentence):
    case.person.change(date_of_birth="1990-01-01", gender="woman")
    service.change(**rule)
    response = offer(signed_in(link_worker), case, service, overridden_because="She would like it.")
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Option.objects.exists()


def test_a_service_for_a_child_is_not_judged_by_the_persons_age(case, service, signed_in, link_worker):
    case.person.change(date_of_birth="1990-01-01")
    service.change(maximum_age=11, age_of="client_or_child")
    offer(signed_in(link_worker), case, service)
    assert Option.objects.exists()


def test_another_area_may_be_put_aside_with_a_reason(case, service, signed_in, link_worker):
    type(case.team).objects.filter(pk=case.team_id).update(area="Lewisham")
    service.change(areas=["Bexley"])
    offer(signed_in(link_worker), case, service, overridden_because="She moves there on Monday.")
    assert Option.objects.get().overridden == ["area"]


def test_a_choice_is_recorded_on_the_page_of_the_option(case, option, signed_in, link_worker):
    client = signed_in(link_worker)
    address = reverse("onward:choice", args=[case.pk, option.pk])
    assert f'action="{address}"' in client.get(reverse("onward:option", args=[case.pk, option.pk])).content.decode()
    html = client.post(address, {"choice": "no", "words": "Too far"}, follow=True).content.decode()
    assert "“Not for me”" in html
    assert "Too far" in html


def test_a_choice_that_somebody_overtook_is_shown(case, option, signed_in, link_worker):
    option.change(choice=Choice.YES)
    response = signed_in(link_worker).post(
        reverse("onward:choice", args=[case.pk, option.pk]), {"choice": "no", "_version": "1"}
    )
    assert response.status_code == 409
    assert "It now says “Yes please”." in response.content.decode()


def test_an_option_of_another_case_is_not_found_here(case, team, signed_in, link_worker):
    other = OptionFactory(case=type(case)._base_manager.get(pk=case.pk))
    assert signed_in(link_worker).get(reverse("onward:option", args=[case.pk, other.pk])).status_code == 200
    assert signed_in(link_worker).get(reverse("onward:option", args=[case.pk, case.pk])).status_code == 404
