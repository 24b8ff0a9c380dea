from datetime import timedelta

import pytest

from conftest import member
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact
from linkworks.domain.outreach.tests.call_room import Room, take_with_care, take_without_care
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

CALLERS, PEOPLE = 6, 60

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def everything(team):
    return Actor.system("test", team.pk)


@pytest.fixture
def campaign(team, everything):
    """People in households of two, held for a moment, so that callers who stall lose them."""
    with acting(everything):
        campaign = CampaignFactory(team=team, hold=timedelta(seconds=0.7))
        contacts = CampaignContactFactory.create_batch(PEOPLE, campaign=campaign)
        for first, second in zip(contacts[::2], contacts[1::2], strict=True):
            second.change(phone_key=first.phone_key)
    return campaign


@pytest.fixture
def callers(team, campaign, everything):
    actors = [member(team, Role.CALLER, f"Caller {number}") for number in range(CALLERS)]
    with acting(everything):
        for actor in actors:
            CallerShiftFactory(campaign=campaign, user_id=actor.user_id)
    return actors


def test_nobody_is_rung_twice_and_nobody_is_forgotten(campaign, callers, everything):
    two_tabs = callers[0]
    book = Room(campaign, take_with_care, careless=0.1).ring([*callers, two_tabs])
    with acting(everything):
        ended = CampaignContact.objects.filter(campaign=campaign, state=QueueState.ENDED).count()
        attempts = CallAttempt.objects.count()
    assert book.doubles == 0
    assert (ended, attempts, len(book.saved)) == (PEOPLE, PEOPLE, PEOPLE)
    assert book.hand_outs == len(book.saved) + len(book.late)
    assert book.late


def test_the_book_of_the_room_would_show_a_double_call(campaign, callers, everything):
    with acting(everything):  # the index that keeps two calls from one number would save even the careless
        for contact in CampaignContact.objects.filter(campaign=campaign).select_related("number"):
            contact.change(phone_key=contact.number.value)
    assert Room(campaign, take_without_care, careless=0).ring(callers).doubles > 0
