from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from conftest import member
from linkworks.domain.outreach.actions.hand_out import Held, take_next_call
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact, HandOut
from linkworks.domain.outreach.tests.call_room import ring_all
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock
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
    book = ring_all(campaign, callers, lambda actor, campaign: take_next_call(actor, campaign=campaign), careless=0.1)
    with acting(everything):
        ended = CampaignContact.objects.filter(campaign=campaign, state=QueueState.ENDED).count()
        attempts = CallAttempt.objects.count()
    assert book.doubles == 0
    assert (ended, attempts, book.saved) == (PEOPLE, PEOPLE, PEOPLE)
    assert book.hand_outs == book.saved + book.late
    assert book.late


def take_without_care(actor, campaign):
    """What a tool does that reads who is next and then writes that it is theirs."""
    with acting(Actor.system("careless", actor.team_id)), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM outreach_campaigncontact WHERE state = 'ready' ORDER BY rank_at LIMIT 1")
        if not (found := cursor.fetchone()):
            return None
        cursor.execute("SELECT pg_sleep(0.005)")
        cursor.execute(
            "UPDATE outreach_campaigncontact SET state = 'on_a_call', holder_id = %s, token = %s,"
            " wakes_at = statement_timestamp() + interval '10 minutes', hand_outs = hand_outs + 1"
            " WHERE id = %s AND state <> 'ended' RETURNING id, person_id, token, wakes_at, hand_outs",
            [actor.user_id, uuid4(), found[0]],
        )
        row = cursor.fetchone()
        if row is None:
            return None
        held = Held(*row)
        HandOut(
            team_id=actor.own_team,
            person_id=held.person_id,
            contact_id=held.contact_id,
            token=held.token,
            by_id=actor.own_id,
            at=clock.now(),
        ).save(force_insert=True)
    return held


def test_the_book_of_the_room_would_show_a_double_call(campaign, callers, everything):
    with acting(everything):  # the index that keeps two calls from one number would save even the careless
        for contact in CampaignContact.objects.filter(campaign=campaign).select_related("number"):
            contact.change(phone_key=contact.number.value)
    assert ring_all(campaign, callers, take_without_care, careless=0).doubles > 0
