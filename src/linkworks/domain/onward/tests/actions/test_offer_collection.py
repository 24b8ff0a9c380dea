import pytest

from linkworks.domain.casework.tests.factories import ClosedCaseFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.actions.offer_collection import offer_collection
from linkworks.domain.onward.models import Option
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


def test_what_is_chosen_is_put_to_the_person_and_the_collection_was_of_use(link_worker, case, collection, put_in):
    lunch, _ = put_in("Lunch"), put_in("Walks")
    options = offer_collection(link_worker, case=case, collection=collection, services=[lunch.service_id])
    assert [option.service.name for option in options] == ["Lunch"]
    collection.refresh_from_db()
    assert collection.times_used == 1
    assert ChangeEntry.objects.get(event="option.offered").person_id == case.person_id


def test_one_that_is_not_for_them_stops_all_of_it(link_worker, case, collection, put_in):
    lunch, full = put_in("Lunch"), put_in("Full House", live_state=LiveState.FULL)
    services = [lunch.service_id, full.service_id]
    with pytest.raises(Refused, match="Full House is not for Rosa: it is full") as refusal:
        offer_collection(link_worker, case=case, collection=collection, services=services)
    assert refusal.value.field == "services"
    assert not Option.objects.exists()


def test_nothing_chosen_is_refused(link_worker, case, collection, put_in):
    put_in("Lunch")
    with pytest.raises(Refused, match="Choose at least one"):
        offer_collection(link_worker, case=case, collection=collection, services=[])


def test_a_closed_case_is_over(link_worker, team, collection, put_in):
    over = ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    with pytest.raises(Refused):
        offer_collection(link_worker, case=over, collection=collection, services=[put_in("Lunch").service_id])


def test_who_does_not_work_with_people_puts_nothing(commissioner, case, collection, put_in):
    with pytest.raises(NotAllowed):
        offer_collection(commissioner, case=case, collection=collection, services=[put_in("Lunch").service_id])
