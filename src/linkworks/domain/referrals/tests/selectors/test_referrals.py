import pytest

from linkworks.domain.referrals.selectors.referrals import get_referral, list_steps, open_referral
from linkworks.domain.referrals.tests.factories import AcceptedReferralFactory, ReferralFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, NotFound, ReasonNeeded


def test_staff_get_their_teams_referral_and_its_steps(team, link_worker):
    referral = ReferralFactory(team=team)
    assert get_referral(link_worker, referral.pk) == referral
    assert [step.status for step in list_steps(link_worker, referral)] == ["received"]


def test_another_team_and_a_commissioner_find_nothing(team, other_team_worker, commissioner):
    referral = ReferralFactory(team=team)
    for stranger in (other_team_worker, commissioner):
        with pytest.raises(NotFound):
            get_referral(stranger, referral.pk)
        with acting(stranger), pytest.raises(NotFound):
            get_referral(stranger, referral.pk)


def test_an_accepted_referral_opens_with_a_reason_as_its_case_does(team, link_worker):
    referral = AcceptedReferralFactory(team=team)
    with pytest.raises(ReasonNeeded):
        open_referral(link_worker, referral.pk)
    RecordOpening.objects.create(
        team=team,
        person_id=referral.person_id,
        user_id=link_worker.user_id,
        on_day=clock.today(),
        reason=RecordOpening.Reason.ON_DUTY,
    )
    assert open_referral(link_worker, referral.pk) == (referral, RecordOpening.Reason.ON_DUTY)


def test_what_is_not_accepted_opens_for_those_who_triage(team, link_worker, coordinator):
    referral = ReferralFactory(team=team)
    assert open_referral(coordinator, referral.pk) == (referral, "")
    with pytest.raises(NotAllowed):
        open_referral(link_worker, referral.pk)
