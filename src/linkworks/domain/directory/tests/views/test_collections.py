import pytest
from django.urls import reverse

from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.tests.factories import (
    CheckedServiceFactory,
    ClosedServiceFactory,
    CollectionFactory,
    CollectionItemFactory,
    RefugeFactory,
)
from linkworks.foundation.messaging.models import MessageContent
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

LIST = "/directory/collections"


@pytest.fixture
def own(team, link_worker):
    made = CollectionFactory(team=team, owner_id=link_worker.user_id)
    for name in ("Cruse", "Lunch club"):
        CollectionItemFactory(collection=made, service__name=name)
    return made


def address(name, *about):
    return reverse(f"directory:{name}", args=[one.pk for one in about])


def text(response):
    return response.content.decode()


def test_the_list_says_what_each_is_for(signed_in, link_worker, own):
    html = text(signed_in(link_worker).get(LIST))
    assert "Who to ring first" in html
    assert "2 services · yours alone" in html


def test_it_is_begun_shown_and_filled_without_a_script(signed_in, link_worker):
    client, service = signed_in(link_worker), CheckedServiceFactory(name="Cruse")
    begun = client.post(address("collection_new"), {"title": "Grief", "purpose": "Early days", "kept_by": "team"})
    assert begun["Location"] == address("collection", Collection.objects.get())
    answer = {"collection": str(Collection.objects.get().pk), "words": "Ask for Joy"}
    added = client.post(f"{address('collect', service)}?back=/directory%3Fq=grief", answer)
    assert added["Location"] == "/directory?q=grief"
    html = text(client.get(begun["Location"]))
    assert "Ask for Joy" in html
    assert "the team’s, begun by you" in html


def test_a_new_one_is_begun_in_passing(signed_in, link_worker):
    service = CheckedServiceFactory()
    client = signed_in(link_worker)
    assert "A new one of my own" in text(client.get(address("collect", service)))
    answer = {"collection": "new", "title": "Grief", "purpose": "Early days", "words": ""}
    assert client.post(address("collect", service), answer)["Location"] == address("service", service)
    assert CollectionItem.objects.get().collection.owner_id == link_worker.user_id


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", ""])
def test_it_leads_nowhere_else(signed_in, link_worker, own, back):
    service = CheckedServiceFactory()
    added = signed_in(link_worker).post(f"{address('collect', service)}?back={back}", {"collection": str(own.pk)})
    assert added["Location"] == address("service", service)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({}, "Choose a collection"),
        ({"collection": "new", "purpose": "For"}, "Give it a name"),
        ({"collection": "00000000-0000-4000-8000-000000000000"}, "from the list"),
    ],
)
def test_an_answer_that_makes_no_sense_is_answered(signed_in, link_worker, own, answer, sentence):
    response = signed_in(link_worker).post(address("collect", CheckedServiceFactory()), answer)
    assert response.status_code == 422
    assert sentence in text(response)


def test_what_is_in_it_already_says_so(signed_in, link_worker, own):
    client, held = signed_in(link_worker), CollectionItem.objects.first().service
    assert "It is in this one already" in text(client.get(address("collect", held)))
    response = client.post(address("collect", held), {"collection": str(own.pk)})
    assert response.status_code == 422


def test_service_and_search_lead_there(signed_in, link_worker):
    service = CheckedServiceFactory(name="Cruse")
    client = signed_in(link_worker)
    assert address("collect", service) in text(client.get(address("service", service)))
    assert f"{address('collect', service)}?back=%2Fdirectory%3Fq%3Dcruse" in text(client.get("/directory?q=cruse"))


def test_who_keeps_none_is_shown_none(signed_in, commissioner):
    CheckedServiceFactory(name="Cruse")
    client = signed_in(commissioner)
    html = text(client.get("/directory?q=cruse"))
    assert "collection" not in html.lower()
    assert client.get(LIST).status_code == 403


def test_buttons_move_and_take_out(signed_in, link_worker, own):
    client = signed_in(link_worker)
    first, second = CollectionItem.objects.order_by("number")
    html = text(client.post(address("item_up", own, second), {"_version": "1"}, follow=True))
    assert "Lunch club is one place further up." in html
    html = text(client.post(address("item_out", own, first), {"_version": "1"}, follow=True))
    assert "Somebody else" in html
    html = text(client.post(address("item_out", own, first), {"_version": "2"}, follow=True))
    assert "Cruse is out of this collection" in html


def test_a_shut_service_says_that_it_is_left_out(signed_in, link_worker, own):
    CollectionItemFactory(collection=own, service=ClosedServiceFactory(name="Old Hall"))
    html = text(signed_in(link_worker).get(address("collection", own)))
    assert "It is left out when this collection is printed or sent." in html
    assert "Old Hall: It is closed for now." in html


def test_print_answers_with_a_document_whose_name_tells_nothing(signed_in, link_worker, own):
    response = signed_in(link_worker).get(address("collection_print", own), {"size": "large"})
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="list.pdf"' in response["Content-Disposition"]


def test_print_of_nothing_comes_back_and_says_why(signed_in, link_worker, team):
    bare = CollectionFactory(team=team, owner_id=link_worker.user_id)
    html = text(signed_in(link_worker).get(address("collection_print", bare), follow=True))
    assert "There is nothing on it that can be handed out" in html


def test_sending_names_what_leaves_and_asks_about_the_delicate(signed_in, link_worker, own):
    CollectionItemFactory(collection=own, service=RefugeFactory())
    client, where = signed_in(link_worker), address("collection_send", own)
    html = text(client.get(where))
    assert "Cruse and Lunch club" in html
    assert "Juniper House: Its address is private." in html
    client.post(where, {"address": "jo@example.org"})
    assert "Juniper" not in MessageContent.objects.get().body
    client.post(where, {"address": "sam@example.org", "with_delicate": "on"})
    assert "Juniper" in MessageContent.objects.get(recipient="sam@example.org").body


def test_an_address_that_is_none_is_answered(signed_in, link_worker, own):
    response = signed_in(link_worker).post(address("collection_send", own), {"address": "jo"})
    assert response.status_code == 422
    assert not MessageContent.objects.exists()


def test_a_copy_is_named_next(signed_in, link_worker, own):
    response = signed_in(link_worker).post(address("collection_copy", own))
    copy = Collection.objects.exclude(pk=own.pk).get()
    assert response["Location"] == address("collection_edit", copy)


def test_retired_and_brought_back(signed_in, link_worker, own):
    client = signed_in(link_worker)
    html = text(client.post(address("collection_retire", own), {"_version": "1"}, follow=True))
    assert "This collection is retired" in html
    assert "Take out" not in html
    assert "Retired collections (1)" in text(client.get(LIST))
    html = text(client.post(address("collection_bring_back", own), {"_version": "2"}, follow=True))
    assert "The collection is back." in html


def test_an_edit_that_somebody_overtook_says_what_changed(signed_in, link_worker, own):
    own.change(title="Early grief")
    answer = {"title": "A", "purpose": "B", "kept_by": "mine", "_version": "1"}
    response = signed_in(link_worker).post(address("collection_edit", own), answer)
    assert response.status_code == 409
    assert "changed the title to “Early grief”" in text(response)


def test_the_line_is_changed(signed_in, link_worker, own):
    item = CollectionItem.objects.order_by("number")[0]
    client = signed_in(link_worker)
    client.post(address("item_words", own, item), {"words": "Ring before 10", "_version": "1"})
    assert "Ring before 10" in text(client.get(address("collection", own)))


def test_another_teams_is_not_there(signed_in, other_team_worker, own):
    client = signed_in(other_team_worker)
    for name in ("collection", "collection_edit", "collection_print", "collection_send"):
        assert client.get(address(name, own)).status_code == 404
    for name in ("collection_copy", "collection_retire"):
        assert client.post(address(name, own)).status_code == 404


def test_a_full_page_takes_few_queries(signed_in, link_worker, own):
    client = signed_in(link_worker)
    CollectionItemFactory.create_batch(10, collection=own)
    client.get(address("collection", own))
    with at_most(8):
        client.get(address("collection", own))
