"""A need that is referred on to a service, and what becomes of it there."""

from uuid import uuid4

import pytest

from linkworks.domain.casework.models import CodedEntry
from linkworks.domain.casework.tests.factories import AllocationFactory, CaseFactory, ClosedCaseFactory
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.actions.move import move_onward
from linkworks.domain.onward.actions.outcome import HowItWent, record_outcome
from linkworks.domain.onward.choices import Choice, NeedMet, OnwardStatus, Rung
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.models import OnwardReferral, Option
from linkworks.domain.onward.tests.factories import OnwardReferralFactory, OptionFactory
from linkworks.domain.outreach.actions.need_moves import ask_provider, take_step
from linkworks.domain.outreach.actions.need_onward import choose_service
from linkworks.domain.outreach.actions.needs import raise_needs
from linkworks.domain.outreach.choices import HeardFrom, NeedState
from linkworks.domain.outreach.models import Need, NeedStep
from linkworks.domain.outreach.selectors.call_needs import NeedSaid
from linkworks.domain.outreach.tests.factories import (
    CampaignContactFactory,
    CampaignFactory,
    NeedTypeFactory,
    ProviderFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_meaning(monkeypatch):
    monkeypatch.setattr(model, "encoder", lambda: None)


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.fixture
def need(campaign, coordinator):
    NeedTypeFactory(campaign=campaign, code="hot-meal", label="Hot meal")
    contact = CampaignContactFactory(campaign=campaign, person__given_name="Rosa")
    said = NeedSaid("hot-meal", "routine", "Somewhere to eat lunch.", may_share=True)
    return raise_needs(coordinator, contact, uuid4(), [said])[0]


@pytest.fixture
def case(need, coordinator):
    case = CaseFactory(team=need.team, referral__person=need.person)
    AllocationFactory(case=case, worker_id=coordinator.user_id)
    return case


@pytest.fixture
def lunch(db):
    return ServiceFactory(name="Deptford lunch club", categories=["lunch_club"], description="Hot lunches.", email="")


def at(need, part=""):
    return f"/campaigns/{need.campaign_id}/needs/{need.pk}{part}"


@pytest.fixture
def desk(signed_in, coordinator):
    return signed_in(coordinator)


def refer(desk, need, service):
    """Through the pages: their yes, what leaves, the last look."""
    address = desk.post(at(need, f"/services/{service.pk}"), {"agreed": "on"})["Location"]
    answers = {"to_whom": "Albany Kitchen", "sent_how": "by_hand", "message": "A place at lunch", "shared": ["name"]}
    answers["agreed"] = "spoken"
    seen = desk.post(address, answers)
    answers["previewed"] = seen.content.decode().split('name="previewed" value="')[1].split('"')[0]
    return desk.post(address, answers)


def test_what_fits_the_need_is_offered_and_what_was_put_to_them(desk, need, case, lunch):
    walks = OptionFactory(case=case, service__name="Strollers")
    OptionFactory(case=case, service__name="Chess", choice=Choice.NO)
    page = desk.get(at(need, "/services")).content.decode()
    assert at(need, f"/services/{lunch.pk}") in page
    assert at(need, f"/services/{walks.service_id}") in page
    assert "Chess" not in page


def test_it_is_referred_on_and_shows_how_far_that_is(desk, need, case, lunch, coordinator):
    answer = refer(desk, need, lunch)
    need.refresh_from_db()
    option = Option.objects.get()
    assert at(need) in desk.get(answer["Location"]).content.decode()
    assert (need.state, need.option, need.due_at) == (NeedState.HANDED_ON, option, None)
    assert (option.choice, option.why) == (Choice.YES, "Said in a call: Somewhere to eat lunch.")
    assert NeedStep.objects.get(need=need, state=NeedState.HANDED_ON).words == "Referred on to Albany Kitchen."
    page = desk.get(at(need)).content.decode()
    assert "Deptford lunch club" in page
    assert "Sent, today" in page
    went = HowItWent(on=clock.today(), rung=Rung.RECEIVED, need_met=NeedMet.YES)
    record_outcome(coordinator, option=option, went=went)
    assert "Received help, need met" in desk.get(at(need)).content.decode()


def test_no_code_comes_of_it(desk, need, case, lunch):
    refer(desk, need, lunch)
    assert OnwardReferral.objects.count() == 1
    assert not CodedEntry.objects.exists()


def test_nothing_is_chosen_without_their_yes(desk, need, case, lunch):
    answer = desk.post(at(need, f"/services/{lunch.pk}"), {})
    assert answer.status_code == 422
    assert "Ask Rosa first" in answer.content.decode()
    assert not Option.objects.exists()


def test_without_a_case_what_is_needed_first_is_said_and_offered(desk, need, lunch):
    ClosedCaseFactory(team=need.team, referral__person=need.person)
    page = desk.get(at(need, "/services")).content.decode()
    assert "Rosa has no case with us" in page
    assert at(need, "/refer") in page
    assert lunch.name not in page
    assert desk.get(at(need, f"/services/{lunch.pk}")).status_code == 404


def test_outside_the_caseload_a_reason_is_asked_for_first(signed_in, need, case, team_lead):
    answer = signed_in(team_lead).get(at(need, "/services"))
    assert (answer.status_code, f"/people/{need.person_id}/open" in answer["Location"]) == (302, True)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (OnwardStatus.COULD_NOT_HELP, "Albany Kitchen could not help."),
        (OnwardStatus.CANCELLED, "The referral to Albany Kitchen was taken back."),
    ],
)
def test_it_comes_back_to_its_owner_where_that_came_to_nothing(desk, need, case, lunch, coordinator, status, words):
    refer(desk, need, lunch)
    move_onward(coordinator, referral=OnwardReferral.objects.get(), status=status, on=clock.today())
    need.refresh_from_db()
    assert need.state == NeedState.RAISED
    assert need.due_at is not None
    assert NeedStep.objects.filter(need=need).latest("at").words == words
    told = MessageContent.objects.latest("message__created_at").body
    assert "referred on" in told
    assert "Rosa" not in told


def test_it_stays_handed_on_while_another_referral_for_it_is_under_way(desk, need, case, lunch, coordinator):
    refer(desk, need, lunch)
    first = OnwardReferral.objects.get()
    OnwardReferralFactory(case=case, option=first.option)
    move_onward(coordinator, referral=first, status=OnwardStatus.COULD_NOT_HELP, on=clock.today())
    need.refresh_from_db()
    assert need.state == NeedState.HANDED_ON


def test_it_does_not_come_back_for_somebody_who_has_died(desk, need, case, lunch, coordinator):
    refer(desk, need, lunch)
    need.person.change(died_on=clock.today())
    move_onward(coordinator, referral=OnwardReferral.objects.get(), status=OnwardStatus.CANCELLED, on=clock.today())
    need.refresh_from_db()
    assert need.state == NeedState.HANDED_ON


def test_whoever_was_asked_before_is_told_to_stop(desk, need, case, lunch, coordinator):
    ask_provider(coordinator, need=need, provider=ProviderFactory(team=need.team))
    refer(desk, need, lunch)
    need.refresh_from_db()
    assert need.state == NeedState.HANDED_ON
    assert "no longer" in MessageContent.objects.latest("message__created_at").body


def test_what_was_brought_is_not_referred_on(need, case, lunch, coordinator):
    take_step(coordinator, need=need, state=NeedState.DELIVERED, heard_from=HeardFrom.PROVIDER)
    with pytest.raises(Refused, match="moved on"):
        choose_service(coordinator, need=need, case=case, service=lunch)


def test_nobody_elses_case_is_taken(need, lunch, coordinator):
    with pytest.raises(Refused):
        choose_service(coordinator, need=need, case=CaseFactory(team=need.team), service=lunch)
    assert Need.objects.get().option is None
