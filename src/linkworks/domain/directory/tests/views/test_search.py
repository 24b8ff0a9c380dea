import pytest
from django.test import Client

from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import ToldBy
from linkworks.domain.directory.models import Location, ServiceAtLocation, Whereabouts
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.core.actor import Actor
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

SEARCH = "/directory"


@pytest.fixture
def here():
    Whereabouts.objects.create(code="SE13 6AA", latitude=51.457, longitude=-0.013, councils=["Lewisham"])
    Whereabouts.objects.create(code="SE13", latitude=51.457, longitude=-0.013)
    service = ServiceFactory(name="Chess club")
    ServiceAtLocation.objects.create(
        service=service, location=Location.objects.create(name="Hall", latitude=51.457, longitude=-0.03)
    )
    return service


def text(response):
    return response.content.decode()


def test_a_whole_postcode_is_in_no_address(signed_in, link_worker, here):
    client = signed_in(link_worker)
    answer = client.post(SEARCH, {"q": "chess", "near": "se136aa", "miles": "5"})
    assert (answer.status_code, answer["Location"]) == (302, f"{SEARCH}?q=chess&near=kept&miles=5")
    html = text(client.get(answer["Location"]))
    assert "0.7 miles from SE13 6…" in html
    assert 'value="SE13 6AA"' in html


def test_a_whole_postcode_typed_into_the_address_goes_out_of_it(signed_in, link_worker, here):
    assert signed_in(link_worker).get(SEARCH, {"near": "SE13 6AA"})["Location"] == f"{SEARCH}?near=kept"


def test_half_a_postcode_may_be_shared_and_is_only_about_right(signed_in, link_worker, here):
    client = signed_in(link_worker)
    assert client.post(SEARCH, {"near": "se13"})["Location"] == f"{SEARCH}?near=SE13"
    assert "about 0.7 miles from SE13" in text(client.get(SEARCH, {"near": "SE13"}))


def test_a_shared_address_says_that_the_postcode_did_not_come_along(signed_in, link_worker, here):
    html = text(signed_in(link_worker).get(SEARCH, {"q": "chess", "near": "kept"}))
    assert "did not come with its address" in html
    assert "Chess club" in html


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"near": "SE13 6J!"}, "Error: "),
        ({"near": "ZZ99 3VZ"}, "names no place"),
        ({"age": "old"}, "Error: "),
        ({"miles": "900"}, "Choose how far away from the list"),
    ],
)
def test_bad_answers_are_told_and_kept(signed_in, link_worker, asked, sentence):
    answer = signed_in(link_worker).post(SEARCH, asked)
    assert answer.status_code == 422
    assert sentence in text(answer)


def test_a_postcode_that_we_do_not_know_is_said(signed_in, link_worker, here):
    assert "We do not know where M1 is" in text(signed_in(link_worker).get(SEARCH, {"near": "M1"}))


@pytest.mark.parametrize("typed", ["the of", "%", "“”", "🙂"])
def test_words_that_say_nothing_are_said_to(signed_in, link_worker, here, typed):
    html = text(signed_in(link_worker).get(SEARCH, {"q": typed}))
    assert f"“{typed}” says too little to look for" in html
    assert "Chess club" in html


@pytest.mark.parametrize("odd", [{"miles": "-3"}, {"age": "-1"}, {"q": "x" * 101}, {"day": "9"}, {"access": "%"}])
def test_what_cannot_be_asked_is_told(signed_in, link_worker, here, odd):
    assert signed_in(link_worker).get(SEARCH, odd).status_code == 422


def test_a_page_past_the_end_is_numbered_as_the_first(signed_in, link_worker, here):
    for number in range(30):
        ServiceFactory(name=f"Choir {number}")
    html = text(signed_in(link_worker).get(SEARCH, {"q": "choir", "page": "9"}))
    assert 'start="1"' in html


def test_the_map_says_what_it_shows_and_the_list_says_it_too(signed_in, link_worker, here):
    html = text(signed_in(link_worker).get(SEARCH, {"near": "SE13"}))
    assert "Map of what is within 3 miles of SE13" in html
    assert 'role="img"' in html


def test_only_those_who_settle_it_read_that_somebody_told_of_a_change(signed_in, team, link_worker, here):
    told = "Somebody told us this may have changed"
    actor = Actor.system("public form", team.pk)
    tell_change(actor, service=here, told_by=ToldBy.PUBLIC, words="It was shut.")
    ServiceFactory(name="Bridge club")
    assert text(signed_in(link_worker).get(SEARCH)).count(told) == 1
    assert told not in text(Client().get(f"/find-support/{team.slug}"))


def test_a_full_page_takes_few_queries(signed_in, link_worker, here):
    client = signed_in(link_worker)
    for _ in range(25):
        ServiceFactory(name="Chess", postcode_districts=["SE13"])
    client.get(SEARCH)
    with at_most(10):
        client.get(SEARCH, {"q": "chess", "near": "SE13", "day": "1", "free": ""})
