import pytest
from django.urls import reverse

from linkworks.domain.casework.tests.factories import ClosedCaseFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.models import Option
from linkworks.foundation.audit.models import ViewEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(case, collection):
    return reverse("onward:offer_collection", args=[case.pk, collection.pk])


@pytest.fixture
def worker(signed_in, link_worker):
    return signed_in(link_worker)


def text(response):
    return response.content.decode()


def test_the_options_page_leads_to_the_collections_and_each_to_its_services(worker, case, collection, address):
    collections = reverse("onward:collections", args=[case.pk])
    assert collections in text(worker.get(reverse("onward:options", args=[case.pk])))
    html = text(worker.get(collections))
    assert address in html
    assert "First week after bereavement" in html
    assert ViewEntry.objects.filter(page="onward.collections", person_ids=[case.person_id]).exists()


def test_each_is_shown_with_what_to_check_and_what_is_not_for_them_with_why(worker, put_in, address):
    put_in("Lunch", words="Ask for Joy", languages=["Somali"])
    put_in("Full House", live_state=LiveState.FULL)
    put_in("Old Hall", live_state=LiveState.CLOSED_FOR_NOW)
    html = text(worker.get(address))
    assert "They speak Somali. Rosa prefers English." in html
    assert "“Ask for Joy”" in html
    assert "<strong>Full House</strong>: it is full at the moment." in html
    assert html.count("Put it to them all the same") == 1


def test_what_is_ticked_is_put_to_them(worker, case, put_in, address):
    lunch, _ = put_in("Lunch"), put_in("Walks")
    answer = worker.post(address, {"services": [str(lunch.service_id)]}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("onward:options", args=[case.pk])
    assert "1 service is among the options for Rosa." in text(answer)
    assert Option.objects.get().service_id == lunch.service_id
    assert "Among the options already" in text(worker.get(address))


def test_the_other_button_goes_on_to_a_sheet(worker, case, put_in, address):
    answer = worker.post(address, {"services": [str(put_in("Lunch").service_id)], "sheet": "1"})
    assert answer["Location"] == reverse("onward:sheet_new", args=[case.pk])


def test_nothing_ticked_or_what_is_not_for_them_is_answered(worker, put_in, address):
    put_in("Lunch")
    full = put_in("Full House", live_state=LiveState.FULL)
    assert "Choose at least one service" in text(worker.post(address, {}))
    answer = worker.post(address, {"services": [str(full.service_id)]})
    assert answer.status_code == 422
    assert not Option.objects.exists()


def test_of_a_closed_case_nothing_is_asked(worker, link_worker, team, collection, put_in):
    put_in("Lunch")
    over = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    html = text(worker.get(reverse("onward:offer_collection", args=[over.pk, collection.pk])))
    assert "This case is closed" in html
    assert "Put them among the options" not in html


def test_another_workers_own_collection_is_not_there(signed_in, second_worker, case, collection):
    collection.change(is_shared=False)
    client = signed_in(second_worker)
    client.post(reverse("casework:open_record", args=[case.person_id]), {"reason": "on_duty"})
    assert client.get(reverse("onward:offer_collection", args=[case.pk, collection.pk])).status_code == 404


def test_another_teams_case_is_not_there(signed_in, other_team_worker, address):
    assert signed_in(other_team_worker).get(address).status_code == 404
