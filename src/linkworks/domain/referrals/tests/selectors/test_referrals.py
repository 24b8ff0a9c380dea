import pytest

from linkworks.domain.referrals.selectors.referrals import get_referral, list_steps
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.errors import NotFound


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
