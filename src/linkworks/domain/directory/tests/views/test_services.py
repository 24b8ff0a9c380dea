import pytest
from django.urls import reverse

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.tests.factories import ServiceFactory
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

SEARCH = "/directory"


def text(response):
    return response.content.decode()


def test_words_find_services_with_what_one_needs_to_know(signed_in, link_worker):
    ServiceFactory(name="Deptford lunch club", times="Tue 12:00", cost="£3")
    ServiceFactory(name="Chess", description="Chess on Mondays")
    html = text(signed_in(link_worker).get(SEARCH, {"q": "lunch clubb"}))
    assert "Services for “lunch clubb”" in html
    assert "Deptford lunch club" in html
    assert "£3" in html
    assert "Never assured" in html
    assert "Chess" not in html


def test_nothing_found_says_what_one_can_do(signed_in, link_worker):
    assert "Nothing in the directory matches" in text(signed_in(link_worker).get(SEARCH, {"q": "zzzz"}))


@pytest.mark.parametrize("asked", ["\x00", "'; --", "the", "a & | ! (", "x" * 5000, "%%%"])
def test_odd_words_are_answered(signed_in, link_worker, asked):
    assert signed_in(link_worker).get(SEARCH, {"q": asked}).status_code in {200, 422}


def test_a_long_list_is_read_in_pages_with_few_queries(signed_in, link_worker):
    for _ in range(30):
        service = ServiceFactory()
        ServiceAtLocation.objects.create(service=service, location=Location.objects.create(district="SE8"))
    client = signed_in(link_worker)
    client.get(SEARCH)
    with at_most(10):
        html = text(client.get(SEARCH, {"page": "2"}))
    assert "Showing 26 to 30 of 30 services" in html


def test_the_service_page_says_how_to_reach_them(signed_in, link_worker):
    service = ServiceFactory(telephone="020 7946 0188", website="https://albany.example", email="jo@albany.example")
    html = text(signed_in(link_worker).get(reverse("directory:service", args=[service.pk])))
    for part in (
        'href="tel:02079460188"',
        'href="https://albany.example"',
        "mailto:jo@albany.example",
        "I have checked",
    ):
        assert part in html


def test_a_commissioner_reads_and_does_not_keep_the_directory(signed_in, commissioner):
    client, service = signed_in(commissioner), ServiceFactory()
    assert "I have checked" not in text(client.get(reverse("directory:service", args=[service.pk])))
    assert client.get(reverse("directory:check", args=[service.pk])).status_code == 403


def test_strangers_are_asked_to_sign_in(client):
    assert client.get(SEARCH).status_code == 302


def test_a_check_is_saved_and_seen(signed_in, link_worker):
    service = ServiceFactory()
    client, address = signed_in(link_worker), reverse("directory:check", args=[service.pk])
    answer = {"live_state": "waiting_list", "waiting_weeks": "6", "told_by": "Jo"}
    html = text(client.post(address, answer, follow=True))
    assert "Waiting list, about 6 weeks" in html
    assert "Last assured today by Jo" in html


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"told_by": "Jo"}, "Choose how it is"),
        ({"live_state": "full"}, "Say who told you"),
        ({"live_state": "waiting_list", "waiting_weeks": "many", "told_by": "Jo"}, "as a whole number"),
        ({"live_state": "waiting_list", "waiting_weeks": "900", "told_by": "Jo"}, "from 1 to 104"),
    ],
)
def test_a_check_that_makes_no_sense_is_answered(signed_in, link_worker, answer, sentence):
    response = signed_in(link_worker).post(reverse("directory:check", args=[ServiceFactory().pk]), answer)
    assert response.status_code == 422
    assert sentence in text(response)


def test_a_check_that_somebody_overtook_says_what_it_is_now(signed_in, link_worker):
    service = ServiceFactory()
    service.change(live_state=LiveState.FULL, assured_by="Dev Patel")
    answer = {"live_state": "open", "told_by": "Jo", "_version": "1"}
    response = signed_in(link_worker).post(reverse("directory:check", args=[service.pk]), answer)
    assert response.status_code == 409
    assert "It is now “Full”, told by Dev Patel." in text(response)
