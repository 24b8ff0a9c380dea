"""Looking into what came up, and speaking up."""

from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.casework.actions.advocacy import begin_advocacy
from linkworks.domain.casework.actions.plan import agree_plan
from linkworks.domain.casework.actions.research import ask
from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.models import Advocacy, ResearchTask
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

MATTER = {
    "about": "The grab rail",
    "with_whom": "The council",
    "authority": "Rosa asked me to",
    "position": "Before winter",
}


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def matter(link_worker, case):
    return begin_advocacy(link_worker, case=case, **MATTER)


@pytest.fixture
def task(link_worker, case):
    return ask(link_worker, case=case, question="A piano club?", worker_id=link_worker.user_id, due_on=clock.today())


@pytest.fixture
def browser(signed_in, link_worker):
    return signed_in(link_worker)


def post(client, page, row, **answers):
    return client.post(reverse(f"casework:{page}", args=[row.pk]), answers)


def today(name):
    day = clock.today()
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("research_new", "case"),
        ("research", "task"),
        ("advocacy_new", "case"),
        ("advocacy", "matter"),
        ("advocacy_change", "matter"),
        ("advocacy_step", "matter"),
    ],
)
def test_each_page_opens_for_the_worker_asks_a_colleague_why_and_is_not_there_for_others(
    request, signed_in, link_worker, second_worker, other_team_worker, commissioner, case, page, about
):
    path = reverse(f"casework:{page}", args=[request.getfixturevalue(about).pk])
    assert signed_in(link_worker).get(path).status_code == 200
    assert ViewEntry.objects.get(refused=False).person_ids == [case.person_id]
    response = signed_in(second_worker).get(path)
    assert response["Location"].startswith(reverse("casework:open_record", args=[case.person_id]))
    for stranger in (other_team_worker, commissioner):
        assert signed_in(stranger).get(path).status_code == 404


def test_a_question_stands_on_the_case_until_it_is_answered(browser, link_worker, case):
    post(browser, "research_new", case, question="A piano club?", worker_id=str(link_worker.user_id), by_when="week")
    task = ResearchTask.objects.get()
    assert task.due_on == clock.today() + timedelta(weeks=1)
    page = reverse("casework:case", args=[case.pk])
    link = reverse("casework:research", args=[task.pk])
    assert link in browser.get(page).content.decode()
    post(browser, "research", task, found="Mondays at the library", source="The library", _version="1")
    assert link not in browser.get(page).content.decode()


def test_nothing_written_is_no_finding(browser, task):
    response = post(browser, "research", task, _version="1")
    assert response.status_code == 422
    assert "Write what you found" in response.content.decode()


def test_what_is_due_stands_on_my_day(browser, link_worker, case, task):
    plan = agree_plan(link_worker, case=case, review_on=clock.today())
    alert = AlertFactory(person=case.person, review_on=clock.today())
    html = browser.get(reverse("casework:my_day")).content.decode()
    assert "A piano club?" in html
    assert reverse("casework:research", args=[task.pk]) in html
    assert reverse("casework:plan_review", args=[plan.pk]) in html
    assert reverse("people:alert", args=[case.person_id, alert.pk]) in html


def test_speaking_up_is_begun_changed_and_ends_with_its_result(browser, case):
    post(browser, "advocacy_new", case, **MATTER)
    matter = Advocacy.objects.get()
    post(browser, "advocacy_change", matter, **(MATTER | {"position": "By Christmas"}), _version="1")
    post(browser, "advocacy_step", matter, words="Rang them", result="still_going", **today("on"))
    post(browser, "advocacy_step", matter, words="It is fitted", result=AdvocacyResult.WON, **today("on"))
    html = browser.get(reverse("casework:advocacy", args=[matter.pk])).content.decode()
    assert "By Christmas" in html
    assert html.index("It is fitted") < html.index("Rang them")
    assert "Agreed in full" in html
    assert reverse("casework:advocacy_step", args=[matter.pk]) not in html


@pytest.mark.parametrize("missing", list(MATTER))
def test_speaking_up_needs_all_of_it(browser, case, missing):
    response = post(browser, "advocacy_new", case, **(MATTER | {missing: ""}))
    assert response.status_code == 422
    assert not Advocacy.objects.exists()
