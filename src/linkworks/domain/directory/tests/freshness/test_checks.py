from datetime import timedelta

import pytest
import time_machine

from linkworks.domain.directory import demand
from linkworks.domain.directory.actions.check import check_service, confirm_service
from linkworks.domain.directory.actions.checks import (
    hand_back,
    pass_on,
    pause_check,
    settle_freshness,
    share_out_checks,
)
from linkworks.domain.directory.choices import CheckEnd, CheckPause, LiveState
from linkworks.domain.directory.jobs import share_out_entries
from linkworks.domain.directory.models import EntryCheck, Service, Whereabouts
from linkworks.domain.directory.selectors.checks import (
    get_open_check,
    list_neediest,
    list_own_checks,
    own_checks_now,
)
from linkworks.domain.directory.tests.factories import CheckFactory, PausedCheckFactory, ServiceFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def rota(team):
    return Actor.system("rota", team.pk)


def stale(**values):
    return ServiceFactory(assured_on=clock.today() - timedelta(days=values.pop("days", 200)), **values)


def have(actor):
    return EntryCheck.objects.filter(worker_id=actor.user_id, ended_on=None).count()


def test_everybody_who_works_with_the_directory_gets_a_fair_share(rota, link_worker, second_worker, coordinator):
    for _ in range(7):
        stale()
    share_out_checks(rota)
    assert sorted(map(have, (link_worker, second_worker, coordinator))) == [2, 2, 3]
    assert ChangeEntry.objects.filter(event="check.given").count() == 7


def test_nobody_ever_has_more_than_the_share_however_often_it_runs(rota, link_worker):
    for _ in range(9):
        stale()
    for _ in range(3):
        share_out_checks(rota)
    assert have(link_worker) == 5
    for check in EntryCheck.objects.all():
        confirm_service(link_worker, service=check.service, told_by="Amina Yusuf")
    share_out_checks(rota)
    assert have(link_worker) == 0, "they had their share of this week"
    with time_machine.travel(clock.now() + timedelta(days=7)):
        share_out_checks(rota)
        assert have(link_worker) == 4
        share_out_checks(rota)
        assert have(link_worker) == 4


def test_what_is_fresh_gone_or_ended_is_left_alone(rota, link_worker):
    ServiceFactory(assured_on=clock.today() - timedelta(days=100))
    stale(gone_at=clock.now())
    stale(status="defunct")
    share_out_checks(rota)
    assert have(link_worker) == 0


def test_offered_and_near_entries_come_before_older_ones(rota, team, monkeypatch):
    team.area = "Lewisham"
    team.save()
    Whereabouts.objects.create(code="SE13", latitude=51.4, longitude=0.0, councils=["Lewisham"])
    old = stale(days=300)
    near, by_district = stale(days=220, areas=["Lewisham"]), stale(days=210, postcode_districts=["SE13"])
    offered = stale(days=200)
    monkeypatch.setattr(demand, "_counts", [lambda actor: {offered.pk: 40}])
    ServiceFactory(assured_on=None, gone_at=clock.now())
    assert list_neediest(rota, 10) == [offered.pk, near.pk, by_district.pk, old.pk]
    assert list_neediest(rota, 2) == [offered.pk, near.pk]


def test_an_entry_stays_with_whoever_has_it_into_the_next_week(rota, link_worker, second_worker):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    with time_machine.travel(clock.now() + timedelta(days=21)):
        share_out_checks(rota)
        assert [one.pk for one in list_own_checks(link_worker)] == [check.pk]
        assert have(second_worker) == 0


def test_a_leavers_entries_go_to_others(rota, link_worker, second_worker):
    CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    Membership.objects.filter(user_id=link_worker.user_id).update(ended_at=clock.now())
    share_out_checks(rota)
    assert EntryCheck.objects.get(worker_id=link_worker.user_id).ended_by == CheckEnd.LEFT
    assert have(second_worker) == 1


def test_what_is_handed_back_goes_to_somebody_else(rota, link_worker, second_worker):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    hand_back(link_worker, check=check)
    share_out_checks(rota)
    assert (have(link_worker), have(second_worker)) == (0, 1)


def test_it_is_passed_on_to_a_colleague_who_has_room(team_lead, link_worker, second_worker, commissioner):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    pass_on(link_worker, check=check, to=User.objects.get(pk=second_worker.user_id))
    assert (have(link_worker), have(second_worker)) == (0, 1)
    settle_freshness(team_lead, entries_a_week=1, asks_organizations=False)
    another = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    with pytest.raises(Refused, match="already has 1 entry"):
        pass_on(link_worker, check=another, to=User.objects.get(pk=second_worker.user_id))
    with pytest.raises(NotFound):
        pass_on(link_worker, check=another, to=User.objects.get(pk=commissioner.user_id))


def test_a_check_by_anybody_ends_it(link_worker, second_worker):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    check_service(second_worker, service=check.service, live_state=LiveState.FULL, told_by="Jo")
    check.refresh_from_db()
    assert (check.ended_on, check.ended_by) == (clock.today(), CheckEnd.CHECKED)


def test_what_another_team_assured_needs_nobody_here(rota, link_worker, other_team_worker):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    with acting(other_team_worker):
        confirm_service(other_team_worker, service=check.service, told_by="Stranger")
        assert not EntryCheck.objects.exists()
    assert list_own_checks(link_worker) == []
    share_out_checks(rota)
    check.refresh_from_db()
    assert check.ended_by == CheckEnd.CHECKED


def test_still_right_assures_and_changes_nothing_else(link_worker):
    service = stale(live_state=LiveState.FULL, record={"linkworks": {"live_state": "full"}})
    confirm_service(link_worker, service=service, told_by="Amina Yusuf")
    service = Service.objects.get()
    assert (service.live_state, service.assured_on, service.assured_by) == ("full", clock.today(), "Amina Yusuf")
    assert ChangeEntry.objects.filter(event="service.confirmed").exists()


def test_what_could_not_be_checked_waits_and_comes_back(rota, link_worker, second_worker):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id, service=stale())
    pause_check(link_worker, check=check, because=CheckPause.NO_ANSWER, until=clock.today() + timedelta(days=7))
    share_out_checks(rota)
    assert (own_checks_now(link_worker).count(), have(link_worker), have(second_worker)) == (0, 1, 0)
    with time_machine.travel(clock.now() + timedelta(days=7)):
        assert own_checks_now(link_worker).count() == 1


@pytest.mark.parametrize("days", [0, -1, 43])
def test_it_waits_neither_for_ever_nor_for_nothing(link_worker, days):
    check = CheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id)
    with pytest.raises(Refused):
        pause_check(link_worker, check=check, because=CheckPause.NO_ANSWER, until=clock.today() + timedelta(days=days))


def test_a_team_that_wants_no_rota_has_none(rota, team_lead, link_worker):
    settle_freshness(team_lead, entries_a_week=0, asks_organizations=False)
    stale()
    share_out_checks(rota)
    assert have(link_worker) == 0


def test_the_job_serves_each_team_and_may_run_twice(link_worker, other_team_worker):
    stale()
    share_out_entries(0)
    share_out_entries(0)
    assert have(link_worker) == 1
    with acting(other_team_worker):
        assert EntryCheck.objects.count() == 1


def test_who_may_do_what(link_worker, commissioner, other_team_worker, team_lead):
    check = PausedCheckFactory(team_id=link_worker.team_id, worker_id=link_worker.user_id)
    for deed in (lambda: hand_back(commissioner, check=check), lambda: share_out_checks(team_lead)):
        with pytest.raises(NotAllowed):
            deed()
    with pytest.raises(NotAllowed):
        settle_freshness(link_worker, entries_a_week=3, asks_organizations=False)
    with pytest.raises(NotFound), acting(other_team_worker):
        get_open_check(other_team_worker, check.pk)
