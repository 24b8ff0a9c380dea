import pytest

from linkworks.domain.people.actions.death import record_death
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.choices import ReferralStatus, WithdrawReason
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralStep
from linkworks.domain.referrals.tests.factories import (
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
)
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(team):
    return PersonFactory(team=team)


def die(actor, person):
    record_death(actor, person=person, expected_version=None, died_on=clock.today())


@pytest.mark.parametrize("factory", [ReferralFactory, ReturnedReferralFactory])
def test_a_death_withdraws_what_waits_whoever_records_it(team, rosa, link_worker, factory):
    factory(team=team, person=rosa)
    die(link_worker, rosa)
    referral = Referral.objects.get()
    assert (referral.status, referral.withdraw_reason) == (ReferralStatus.WITHDRAWN, WithdrawReason.DIED)
    assert ReferralStep.objects.filter(status=ReferralStatus.WITHDRAWN, by_id=link_worker.user_id).exists()
    assert ChangeEntry.objects.filter(event="referral.withdrawn", person_id=rosa.pk).exists()


def test_nobody_is_written_to_by_itself(team, rosa, link_worker):
    ReferralFactory(team=team, person=rosa, referrer_email="daughter@example.org", may_tell_referrer=True)
    die(link_worker, rosa)
    assert not MessageBack.objects.exists()


def test_what_is_a_case_or_has_ended_stays_as_it_is_and_so_do_others(team, rosa, link_worker):
    kept = [
        AcceptedReferralFactory(team=team, person=rosa),
        DeclinedReferralFactory(team=team, person=rosa),
        ReferralFactory(team=team),
    ]
    die(link_worker, rosa)
    assert [Referral.objects.get(pk=one.pk).status for one in kept] == [one.status for one in kept]
