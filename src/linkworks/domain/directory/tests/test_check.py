import pytest

from linkworks.domain.directory.actions.check import check_service
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db


def check(actor, service, **values):
    check_service(actor, service=service, **{"live_state": LiveState.FULL, "told_by": "Jo", **values})


def test_whoever_asked_says_so_for_everybody(link_worker):
    service = ServiceFactory()
    check(link_worker, service, live_state=LiveState.WAITING_LIST, waiting_weeks=6)
    service.refresh_from_db()
    assert (service.assured_on, service.assured_by, service.waiting_weeks) == (clock.today(), "Jo", 6)
    assert ChangeEntry.objects.get(event="service.checked").keys == {"live_state": "waiting_list", "former": "open"}


def test_a_wait_without_a_waiting_list_is_refused(link_worker):
    with pytest.raises(Refused) as refused:
        check(link_worker, ServiceFactory(), waiting_weeks=3)
    assert refused.value.field == "waiting_weeks"


def test_two_people_checking_at_once_conflict(link_worker):
    service = ServiceFactory()
    check(link_worker, service, expected_version=1)
    with pytest.raises(Conflict):
        check(link_worker, service, expected_version=1)


@pytest.mark.parametrize("who", ["commissioner", "administrator"])
def test_who_does_not_work_with_people_keeps_no_services(who, request):
    with pytest.raises(NotAllowed):
        check(request.getfixturevalue(who), ServiceFactory())
