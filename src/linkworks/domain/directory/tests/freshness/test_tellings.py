import pytest

from linkworks.domain.directory.actions.tellings import decide_values, set_aside, settle_change, tell_change
from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.models import LocalEdit, Service, ToldChange
from linkworks.domain.directory.selectors.tellings import get_told_change, list_told_of, told_and_waiting
from linkworks.domain.directory.tests.factories import CheckFactory, ServiceFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return ServiceFactory(record={"fees": "£3", "description": "Soup"}, cost="£3", description="Soup")


def told_by_them(team, service, **proposed):
    actor = Actor.system("the organisation itself", team.pk)
    return tell_change(actor, service=service, told_by=ToldBy.ORGANIZATION, proposed=proposed)


def test_a_worker_takes_what_is_right_and_leaves_the_rest(team, link_worker, service):
    check = CheckFactory(team=team, worker_id=link_worker.user_id, service=service)
    told = told_by_them(team, service, cost="Free", description="Soup and prayer")
    decide_values(link_worker, told=told, accepted={"cost": True, "description": False})
    service.refresh_from_db()
    check.refresh_from_db()
    assert (service.cost, service.is_free, service.description) == ("Free", True, "Soup")
    assert (service.assured_on, service.assured_by) == (clock.today(), "the organisation itself")
    assert LocalEdit.objects.get(field="fees_description").by_name == "Amina Yusuf"
    assert check.ended_by == "checked"
    assert ChangeEntry.objects.get(event="change.settled").keys == {"how": "put_right", "accepted": 1, "declined": 1}
    assert [value.is_accepted for value in told.values.order_by("column")] == [True, False]


def test_until_then_nothing_that_decides_anything_has_changed(team, link_worker, service):
    told_by_them(team, service, cost="Free", eligibility="Women only")
    service.refresh_from_db()
    assert (service.cost, service.eligibility, service.assured_on) == ("£3", "", None)
    assert told_and_waiting(link_worker).count() == 1
    assert [told.service_id for told in list_told_of(link_worker, [service.pk])] == [service.pk]


def test_an_older_word_of_theirs_does_not_take_back_a_newer_check(team, link_worker, service):
    told = told_by_them(team, service, cost="Free")
    told.told_at = clock.now().replace(year=2020)
    service.change(assured_on=clock.today(), assured_by="Jo")
    decide_values(link_worker, told=told, accepted={"cost": True})
    assert Service.objects.get().assured_by == "Jo"


def test_who_told_is_forgotten_once_it_is_settled(team, link_worker, service):
    actor = Actor.system("public form", team.pk)
    told = tell_change(
        actor,
        service=service,
        told_by=ToldBy.PUBLIC,
        about=ToldAbout.CLOSED,
        words="It has closed",
        teller_name="Ivy Gray",
        teller_contact="020 7946 0111",
    )
    settle_change(link_worker, told=told)
    told.refresh_from_db()
    assert (told.teller_name, told.teller_contact, told.ended, told.settled_by) == ("", "", "put_right", "Amina Yusuf")
    events = ToldChange.pgh_event_model.objects.filter(pgh_obj_id=told.pk)
    assert events.exists()
    assert not any(hasattr(event, "teller_name") for event in events)


def test_setting_aside_needs_a_reason_and_settling_happens_once(team, link_worker, service):
    told = told_by_them(team, service)
    with pytest.raises(Refused):
        set_aside(link_worker, told=told, because=" ")
    set_aside(link_worker, told=told, because="I rang them")
    with pytest.raises(Conflict):
        settle_change(link_worker, told=told)
    assert told_and_waiting(link_worker).count() == 0
    with pytest.raises(NotFound):
        get_told_change(link_worker, told.pk)


def test_it_is_the_teams_own_and_workers_decide(team, commissioner, other_team_worker, service):
    told = tell_change(commissioner, service=service, told_by=ToldBy.STAFF, words="It has moved")
    with pytest.raises(NotAllowed):
        settle_change(commissioner, told=told)
    with acting(other_team_worker):
        assert told_and_waiting(other_team_worker).count() == 0
    with pytest.raises(NotAllowed):
        tell_change(Actor.nobody(), service=service, told_by=ToldBy.PUBLIC, words="x")
