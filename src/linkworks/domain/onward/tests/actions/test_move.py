from datetime import timedelta

import pytest

from linkworks.domain.onward.actions.move import move_onward
from linkworks.domain.onward.choices import ALLOWED_MOVES, OnwardStatus, SentHow
from linkworks.domain.onward.tests.factories import OnwardReferralFactory
from linkworks.domain.people.actions.death import record_death
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral(case, wanted):
    return OnwardReferralFactory(case=case, option=wanted, at=clock.now() - timedelta(days=3))


def move(actor, referral, status, **values):
    return move_onward(actor, referral=referral, status=status, **{"on": clock.today(), **values})


def test_the_partners_answer_is_a_step_and_the_newest_stands(referral, link_worker):
    move(link_worker, referral, OnwardStatus.WAITING_LIST, words="About six weeks")
    move(link_worker, referral, OnwardStatus.STARTED)
    assert list(referral.steps.order_by("created_at").values_list("status", flat=True)) == ["waiting_list", "started"]
    referral.refresh_from_db()
    assert referral.status == OnwardStatus.STARTED
    assert ChangeEntry.objects.filter(event="onward_referral.moved").latest("at").keys == {
        "status": "started",
        "former": "waiting_list",
    }


def test_every_status_has_its_row_in_the_table_of_moves():
    assert set(ALLOWED_MOVES) == set(OnwardStatus)


@pytest.mark.parametrize(
    ("stands", "wanted_status"),
    [(s, to) for s in OnwardStatus for to in OnwardStatus if to not in ALLOWED_MOVES[s]],
)
def test_a_move_that_is_not_allowed_is_refused(referral, link_worker, stands, wanted_status):
    referral.status = stands
    with pytest.raises(Refused, match="cannot become"):
        move(link_worker, referral, wanted_status)


@pytest.mark.parametrize("days", [-4, 1])
def test_an_answer_comes_after_the_last_one_and_not_tomorrow(referral, link_worker, days):
    with pytest.raises(Refused) as refused:
        move(link_worker, referral, OnwardStatus.ACCEPTED, on=clock.today() + timedelta(days=days))
    assert refused.value.field == "on"


def test_two_people_moving_one_referral_conflict(referral, link_worker):
    seen = referral.version
    move(link_worker, referral, OnwardStatus.ACCEPTED, expected_version=seen)
    with pytest.raises(Conflict):
        move(link_worker, referral, OnwardStatus.STARTED, expected_version=seen)


@pytest.fixture
def unsent(case, wanted, link_worker):
    """A referral whose e-mail still waits in the outbox."""
    to = {"recipient": "a@b.example", "subject": "s", "body": "b"}
    message = outbox.put(link_worker, team_id=case.team_id, channel=Channel.EMAIL, **to)
    return OnwardReferralFactory(
        case=case, option=wanted, sent_how=SentHow.EMAIL, address="a@b.example", outbox_id=message.pk
    )


def test_taking_it_back_stops_the_email_that_has_not_left(unsent, link_worker):
    move(link_worker, unsent, OnwardStatus.CANCELLED)
    assert OutboxMessage.objects.get(pk=unsent.outbox_id).status == MessageStatus.CANCELLED


def test_a_death_holds_back_what_has_not_left_and_leaves_the_rest_to_staff(unsent, referral, case, link_worker):
    record_death(link_worker, person=case.person, expected_version=None, died_on=clock.today())
    for told in (unsent, referral):
        told.refresh_from_db()
    assert (unsent.status, referral.status) == (OnwardStatus.CANCELLED, OnwardStatus.SENT)
    assert OutboxMessage.objects.get(pk=unsent.outbox_id).status == MessageStatus.CANCELLED


def test_who_may_not_work_with_people_moves_nothing(referral, commissioner):
    with pytest.raises(NotAllowed):
        move(commissioner, referral, OnwardStatus.ACCEPTED)
