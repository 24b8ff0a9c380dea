from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.directory.models import EntryCheck
from linkworks.domain.directory.tests.factories import CheckFactory, PausedCheckFactory, ServiceFactory
from linkworks.foundation.core import clock
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

PAGE = "/directory/checks"


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def check(link_worker):
    service = ServiceFactory(name="Deptford lunch club", assured_on=clock.today() - timedelta(days=240))
    return CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=service)


@pytest.fixture
def desk(signed_in, link_worker):
    return signed_in(link_worker)


def address(name, check):
    return reverse(f"directory:{name}", args=[check.pk])


def test_my_day_says_so_and_one_press_is_enough(desk, check):
    assert "1 service in the directory waits for a check." in text(desk.get("/"))
    html = text(desk.get(PAGE))
    assert "Deptford lunch club" in html
    assert "app-service__fresh--stale" in html
    html = text(desk.post(address("check_right", check), {"_version": check.service.version}, follow=True))
    assert "Deptford lunch club is fresh for everybody now." in html
    assert "Nothing waits for you." in html
    assert "for a check" not in text(desk.get("/"))


def test_what_has_changed_since_it_was_shown_is_looked_at_again(desk, check):
    seen = check.service.version
    check.service.change(cost="£9")
    html = text(desk.post(address("check_right", check), {"_version": seen}, follow=True))
    assert "is fresh for everybody" not in html
    assert EntryCheck.objects.get().ended_on is None


def test_could_not_reach_them_comes_back_later_with_the_reason(desk, check):
    answer = {"because": "left_message", "days": "7"}
    html = text(desk.post(address("check_pause", check), answer, follow=True))
    assert "I left a message or sent an email. We ask you again" in html
    assert "tried 1 time" in html


def test_it_is_passed_on_or_handed_back(desk, check, second_worker):
    html = text(desk.get(address("check_pass_on", check)))
    assert "Ben Okafor" in html
    assert "Amina Yusuf</label>" not in html
    desk.post(address("check_pass_on", check), {"to": str(second_worker.user_id)})
    assert EntryCheck.objects.get().worker_id == second_worker.user_id
    assert "With colleagues: Ben Okafor 1." in text(desk.get(PAGE))
    desk.post(address("check_pass_on", check), {"to": "back"})
    assert EntryCheck.objects.get().ended_by == "handed_back"


@pytest.mark.parametrize("name", ["check_pause", "check_pass_on"])
def test_an_empty_answer_is_answered(desk, check, name):
    assert desk.post(address(name, check), {}).status_code == 422


def test_a_long_list_asks_few_questions(desk, link_worker):
    for _ in range(5):
        PausedCheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id)
    desk.get(PAGE)
    with at_most(12):
        desk.get(PAGE)


def test_the_lead_settles_how_many(signed_in, team_lead, check):
    client = signed_in(team_lead)
    assert "How the team keeps entries fresh" in text(client.get(PAGE))
    assert client.post("/directory/freshness", {"entries_a_week": "21"}).status_code == 422
    assert "Saved." in text(client.post("/directory/freshness", {"entries_a_week": "0"}, follow=True))
    assert "The rota is switched off" in text(client.get(PAGE))


def test_others_do_not(signed_in, link_worker, commissioner, check):
    assert signed_in(link_worker).get("/directory/freshness").status_code == 403
    assert signed_in(commissioner).get(PAGE).status_code == 403
