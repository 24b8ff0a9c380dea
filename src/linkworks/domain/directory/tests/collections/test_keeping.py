import pytest

from linkworks.domain.directory.actions.collection_items import MOST, add_to_collection, move_item, note_item, take_out
from linkworks.domain.directory.actions.collections import (
    begin_collection,
    bring_back_collection,
    copy_collection,
    edit_collection,
    retire_collection,
)
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.domain.directory.tests.factories import CollectionItemFactory, ServiceFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db


def names(actor, collection):
    return [item.service.name for item in list_items(actor, collection)]


def item_named(actor, collection, name):
    return next(item for item in list_items(actor, collection) if item.service.name == name)


def test_a_collection_is_begun_by_its_owner_for_themselves(link_worker):
    begun = begin_collection(link_worker, title="Money worries", purpose="Before the bailiffs come")
    assert (begun.owner_id, begun.is_shared) == (link_worker.user_id, False)
    assert ChangeEntry.objects.get(event="collection.begun").subject_id == begun.pk


@pytest.mark.parametrize("who", ["commissioner", "administrator"])
def test_who_does_not_work_with_people_begins_none(who, request):
    with pytest.raises(NotAllowed):
        begin_collection(request.getfixturevalue(who), title="Mine", purpose="Mine")


def test_what_is_added_stands_last_with_its_line(link_worker, own):
    add_to_collection(link_worker, collection=own, service=ServiceFactory(name="Registrar"), words="Ring before 10")
    assert names(link_worker, own) == ["Cruse", "Lunch club", "Registrar"]
    assert list_items(link_worker, own)[-1].words == "Ring before 10"


def test_a_service_stands_in_it_once(link_worker, own):
    held = list_items(link_worker, own)[0].service
    with pytest.raises(Refused, match="Cruse is in “First week after bereavement” already") as refusal:
        add_to_collection(link_worker, collection=own, service=held)
    assert refusal.value.field == "collection"


def test_it_stays_short(link_worker, own):
    CollectionItemFactory.create_batch(MOST - 2, collection=own)
    with pytest.raises(Refused, match="at most 30"):
        add_to_collection(link_worker, collection=own, service=ServiceFactory())


def test_the_order_is_the_workers(link_worker, own):
    add_to_collection(link_worker, collection=own, service=ServiceFactory(name="Registrar"))
    move_item(link_worker, item=item_named(link_worker, own, "Registrar"), by=-1)
    assert names(link_worker, own) == ["Cruse", "Registrar", "Lunch club"]
    move_item(link_worker, item=item_named(link_worker, own, "Cruse"), by=1)
    assert names(link_worker, own) == ["Registrar", "Cruse", "Lunch club"]


@pytest.mark.parametrize(("name", "by"), [("Cruse", -1), ("Lunch club", 1)])
def test_at_an_end_it_stays(link_worker, own, name, by):
    move_item(link_worker, item=item_named(link_worker, own, name), by=by)
    assert names(link_worker, own) == ["Cruse", "Lunch club"]


def test_what_is_taken_out_is_out_and_history_keeps_it(link_worker, own):
    item = item_named(link_worker, own, "Cruse")
    kept_as = item.pk
    take_out(link_worker, item=item)
    assert names(link_worker, own) == ["Lunch club"]
    assert item.pgh_event_model.objects.filter(pgh_obj_id=kept_as, pgh_label="delete").exists()


def test_two_tabs_are_told_of_each_other(link_worker, own):
    seen = own.version
    item = item_named(link_worker, own, "Cruse")
    move_item(link_worker, item=item, by=1, expected_version=seen)
    with pytest.raises(Conflict):
        move_item(link_worker, item=item, by=1, expected_version=seen)
    with pytest.raises(Conflict):
        edit_collection(link_worker, collection=own, title="A", purpose="B", is_shared=False, expected_version=seen)


def test_being_moved_overtakes_no_line_that_is_being_written(link_worker, own):
    item = item_named(link_worker, own, "Cruse")
    move_item(link_worker, item=item, by=1)
    note_item(link_worker, item=item, words="Ask for Joy on Mondays", expected_version=1)
    with pytest.raises(Conflict):
        note_item(link_worker, item=item, words="Ask for Sam", expected_version=1)


def test_a_copy_is_ones_own_with_the_same_in_it(link_worker, shared):
    CollectionItemFactory(collection=shared, service__name="Library", words="Free tea")
    copy = copy_collection(link_worker, collection=shared)
    assert (copy.title, copy.owner_id, copy.is_shared) == ("Copy of New to the area", link_worker.user_id, False)
    assert [(item.service.name, item.words) for item in list_items(link_worker, copy)] == [("Library", "Free tea")]


def test_a_retired_one_stays_as_it_was_until_it_is_brought_back(link_worker, own):
    retire_collection(link_worker, collection=own)
    with pytest.raises(Refused, match="retired"):
        add_to_collection(link_worker, collection=own, service=ServiceFactory())
    with pytest.raises(Refused, match="retired"):
        take_out(link_worker, item=list_items(link_worker, own)[0])
    bring_back_collection(link_worker, collection=own)
    assert names(link_worker, own) == ["Cruse", "Lunch club"]
    assert own.retired_at is None
