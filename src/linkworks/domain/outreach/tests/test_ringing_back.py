from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.actions.codes import codes_in, free_code
from linkworks.domain.outreach.actions.hand_out import give_back, take_next_call
from linkworks.domain.outreach.models import HandOut
from linkworks.domain.outreach.selectors.ringing_back import find_who_rang_back, when_we_rang
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team, link_worker):
    campaign = CampaignFactory(team=team)
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    return campaign


@pytest.fixture
def rosa(team, campaign):
    person = PersonFactory(team=team, given_name="Rosa", preferred_name="Rosie", family_name="O'Brien Marsh")
    return CampaignContactFactory(campaign=campaign, person=person)


@pytest.fixture
def call(link_worker, campaign, rosa):
    held = take_next_call(link_worker, campaign_id=campaign.pk)
    return HandOut.objects.get(token=held.token)


@pytest.mark.parametrize("who", ["Rosa", "rosie marsh", "O'Brien", "ROSA O'BRIEN MARSH"])
def test_a_code_and_a_name_tell_that_we_rang(coordinator, campaign, call, who):
    assert when_we_rang(coordinator, campaign, code=call.code, who=who) == call.at


def test_so_do_a_code_and_the_number_that_was_rung(coordinator, campaign, call, rosa):
    as_people_write_it = rosa.phone_key.replace("+44", "0")
    assert when_we_rang(coordinator, campaign, code=call.code, who=as_people_write_it) == call.at


@pytest.mark.parametrize("who", ["Harold", "020 7946 0999", "", "%", ".*"])
def test_the_code_alone_is_not_enough(coordinator, campaign, call, who):
    assert when_we_rang(coordinator, campaign, code=call.code, who=who) is None


def test_neither_is_the_name_alone(coordinator, campaign, call):
    wrong = f"{(int(call.code) + 1) % 10_000:04d}"
    assert when_we_rang(coordinator, campaign, code=wrong, who="Rosa") is None


def test_a_code_is_good_for_a_day(coordinator, campaign, rosa, team):
    was = clock.now() - timedelta(hours=25)
    old = HandOut(team=team, person=rosa.person, contact=rosa, token=uuid4(), code="0042", at=was)
    old.by_id = coordinator.user_id
    old.save()
    assert when_we_rang(coordinator, campaign, code="0042", who="Rosa") is None


def test_a_code_that_is_in_use_is_not_given_again(team, rosa, coordinator):
    token = uuid4()
    for _ in range(3):
        given_before = HandOut(team=team, person=rosa.person, contact=rosa, token=uuid4(), at=clock.now())
        given_before.code, given_before.by_id = free_code(team.pk, token), coordinator.user_id
        given_before.save()
    assert HandOut.objects.values("code").distinct().count() == 3


@given(st.uuids(version=4))
def test_every_code_is_four_digits(token: UUID):
    assert all(len(code) == 4 and code.isdecimal() for code in codes_in(token))
    assert len(list(codes_in(token))) >= 8


def test_somebody_is_found_by_any_of_their_numbers(coordinator, campaign, rosa):
    mobile = ContactDetailFactory(person=rosa.person)
    assert find_who_rang_back(coordinator, campaign, mobile.value) == [rosa]
    assert find_who_rang_back(coordinator, campaign, "rosa") == [rosa]
    assert find_who_rang_back(coordinator, campaign, "nobody of this name") == []


def test_each_hand_out_has_a_code_of_its_own(link_worker, campaign, call):
    give_back(link_worker, token=call.token)
    again = HandOut.objects.get(token=take_next_call(link_worker, campaign_id=campaign.pk).token)
    assert again.code != call.code


def test_callers_look_nobody_up(link_worker, campaign):
    with pytest.raises(NotAllowed):
        when_we_rang(link_worker, campaign, code="1234", who="Rosa")
    with pytest.raises(NotAllowed):
        find_who_rang_back(link_worker, campaign, "Rosa")
