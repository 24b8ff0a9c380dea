import re
from datetime import timedelta

import pytest
import time_machine

from linkworks.domain.directory.actions.asking import (
    PURPOSE,
    ask_organization,
    ask_those_due,
    confirm_entry,
    correct_entry,
    withdraw_ask,
)
from linkworks.domain.directory.actions.checks import settle_freshness, share_out_checks
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import EntryAsk, EntryCheck, LocalEdit, Service, ToldChange
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.foundation.access.links import open_link
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def them(team):
    return Actor.system("the organisation itself", team.pk)


@pytest.fixture
def ask(link_worker):
    service = ServiceFactory(name="Lunch club", cost="£3", record={"fees": "£3"}, email="club@example.org")
    return ask_organization(link_worker, service=service, email="club@example.org")


def token_in(message):
    return re.search(r"/entry/(\S+)", message.body)[1]


def stale(**values):
    return ServiceFactory(assured_on=clock.today() - timedelta(days=200), **values)


def test_the_email_says_who_asks_what_for_and_until_when(ask, team):
    message = MessageContent.objects.get()
    assert (message.recipient, message.subject) == (
        "club@example.org",
        "Is what we say about Lunch club still right?",
    )
    for said in ("Lunch club", team.name, "You need no account", "answers once, until"):
        assert said in message.body
    assert open_link(token_in(message), PURPOSE).object_id == ask.pk


def test_one_link_at_a_time_and_it_can_be_withdrawn(ask, link_worker):
    first = token_in(MessageContent.objects.get())
    again = ask_organization(link_worker, service=ask.service, email="club@example.org")
    with pytest.raises(NotFound):
        open_link(first, PURPOSE)
    withdraw_ask(link_worker, ask=again)
    for message in MessageContent.objects.all():
        with pytest.raises(NotFound):
            open_link(token_in(message), PURPOSE)


def test_a_confirmation_assures_the_entry_and_counts_once(ask, them):
    confirm_entry(them, ask=ask)
    service = Service.objects.get()
    assert (service.assured_on, service.assured_by) == (clock.today(), "the organisation itself")
    with pytest.raises(Refused):
        confirm_entry(them, ask=ask)


def test_corrections_wait_and_whether_there_is_room_counts_at_once(ask, them):
    given = {"live_state": "waiting_list", "waiting_weeks": 6, "cost": "Free", "telephone": "020 7946 0188"}
    correct_entry(them, ask=ask, given=given, words="We move in May")
    service = Service.objects.get()
    assert (service.live_state, service.waiting_weeks, service.cost) == (LiveState.WAITING_LIST, 6, "£3")
    assert LocalEdit.objects.get(field="linkworks.live_state").by_name == "the organisation itself"
    told = ToldChange.objects.get()
    assert told.words == "We move in May"
    assert dict(told.values.values_list("column", "value")) == {"cost": "Free", "telephone": "020 7946 0188"}


def test_room_alone_is_an_assurance_of_the_rest(ask, them):
    correct_entry(them, ask=ask, given={"live_state": "full", "waiting_weeks": None, "cost": "£3"}, words="")
    service = Service.objects.get()
    assert (service.live_state, service.assured_on) == ("full", clock.today())
    assert not ToldChange.objects.exists()


def test_a_correction_that_corrects_nothing_is_none(ask, them):
    with pytest.raises(Refused, match="changed nothing"):
        correct_entry(them, ask=ask, given={"live_state": "open", "waiting_weeks": None, "cost": "£3"}, words="")
    assert EntryAsk.objects.get().answered_at is None


def test_those_due_are_asked_only_where_the_team_wants_it(team, team_lead):
    rota = Actor.system("rota", team.pk)
    stale(email="due@example.org")
    ask_those_due(rota)
    assert not EntryAsk.objects.exists()
    settle_freshness(team_lead, entries_a_week=5, asks_organizations=True)
    for email in ("", "no address", "DUE@example.org"):
        stale(email=email)
    ServiceFactory(assured_on=clock.today(), email="fresh@example.org")
    for _ in range(2):
        ask_those_due(rota)
    assert [ask.email.lower() for ask in EntryAsk.objects.all()] == ["due@example.org"]


def test_no_more_than_a_handful_a_day(team, team_lead):
    settle_freshness(team_lead, entries_a_week=5, asks_organizations=True)
    for number in range(13):
        stale(email=f"{number}@example.org")
    rota = Actor.system("rota", team.pk)
    ask_those_due(rota)
    ask_those_due(rota)
    assert EntryAsk.objects.count() == 10
    with time_machine.travel(clock.now() + timedelta(days=1)):
        ask_those_due(rota)
        assert EntryAsk.objects.count() == 13


def test_whom_we_asked_is_not_rung_for_two_weeks(team, link_worker):
    service = stale(email="a@example.org")
    rota = Actor.system("rota", team.pk)
    ask_organization(link_worker, service=service, email=service.email)
    share_out_checks(rota)
    assert not EntryCheck.objects.exists()
    with time_machine.travel(clock.now() + timedelta(days=15)):
        share_out_checks(rota)
        assert EntryCheck.objects.count() == 1


def test_who_may_ask(commissioner, link_worker):
    with pytest.raises(NotAllowed):
        ask_organization(commissioner, service=ServiceFactory(), email="a@example.org")
    with pytest.raises(NotAllowed):
        ask_those_due(link_worker)
