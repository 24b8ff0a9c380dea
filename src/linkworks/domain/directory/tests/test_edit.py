import pytest

from linkworks.domain.directory.actions.edit import edit_entry, follow_source, keep_edit
from linkworks.domain.directory.models import LocalEdit
from linkworks.domain.directory.overlay import laid_over, value_at
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed

pytestmark = pytest.mark.django_db

TOLD = {"name": "Lunch club", "fees": "£3", "schedules": [{"byday": "MO"}], "linkworks": {"gender": "women"}}


@pytest.fixture
def service():
    return ServiceFactory(name="Lunch club", record=TOLD, cost="£3", gender="women")


def test_what_we_say_lies_over_the_record_and_the_columns_follow(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"fees": "Free", "linkworks.first_reply": "in 6 weeks"})
    service.refresh_from_db()
    assert (service.cost, service.is_free, service.first_reply, service.gender) == ("Free", True, "in 6 weeks", "women")
    assert service.record == TOLD
    edit = LocalEdit.objects.get(field="fees")
    assert (edit.value, edit.replaced, edit.by_name) == ("Free", "£3", "Amina Yusuf")


def test_saying_what_the_source_says_is_no_edit(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"fees": "Free"})
    follow_source(link_worker, entry=service, field="fees")
    service.refresh_from_db()
    assert service.cost == "£3"
    assert not LocalEdit.objects.exists()


def test_a_field_can_be_taken_out(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"linkworks.gender": None})
    service.refresh_from_db()
    assert service.gender == "any"


def test_days_follow(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"schedules": [{"byday": "TU,FR"}]})
    assert list(service.opening_times.values_list("weekday", flat=True)) == [1, 4]


def test_a_clash_can_be_settled_for_ours(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"fees": "Free"})
    edit = LocalEdit.objects.get()
    edit.change(clashes_with="£4", clashed_at=clock.now())
    keep_edit(link_worker, edit=edit)
    edit.refresh_from_db()
    assert (edit.value, edit.replaced, edit.clashed_at) == ("Free", "£4", None)


def test_two_people_editing_at_once_conflict(link_worker, service):
    edit_entry(link_worker, entry=service, changes={"fees": "Free"}, expected_version=1)
    with pytest.raises(Conflict):
        edit_entry(link_worker, entry=service, changes={"fees": "£9"}, expected_version=1)


def test_a_commissioner_edits_nothing(commissioner, service):
    with pytest.raises(NotAllowed):
        edit_entry(commissioner, entry=service, changes={"fees": "Free"})


def test_an_overlay_leaves_the_record_as_it_was():
    assert laid_over(TOLD, {"linkworks.gender": None, "name": "X"}) == {
        "name": "X", "fees": "£3", "schedules": [{"byday": "MO"}]
    }  # fmt: skip
    assert value_at(TOLD, "linkworks.gender") == "women"
    assert value_at({"linkworks": "nonsense"}, "linkworks.gender") is None
