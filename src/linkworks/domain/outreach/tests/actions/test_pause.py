import pytest

from conftest import member
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.shifts import carry_on, pause
from linkworks.domain.outreach.models import CallerShift
from linkworks.domain.outreach.selectors.callers import is_paused
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory
from linkworks.foundation.accounts.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def speaker(team, campaign):
    """Another caller, who speaks what the first one does not."""
    speaker = member(team, Role.CALLER, "Nadia Karim")
    CallerShiftFactory(campaign=campaign, user_id=speaker.user_id, languages=["English", "Bengali"])
    return speaker


def test_a_language_is_kept_for_whoever_speaks_it_only_while_they_ring(campaign, caller, speaker):
    CampaignContactFactory(campaign=campaign, language="Bengali")
    assert take_next_call(caller, campaign_id=campaign.pk) is None
    pause(speaker)
    assert take_next_call(caller, campaign_id=campaign.pk) is not None


def test_a_promise_goes_to_another_while_whoever_made_it_is_paused(campaign, caller, speaker):
    CampaignContactFactory(campaign=campaign, promised_to_id=speaker.user_id, is_promised=True)
    assert take_next_call(caller, campaign_id=campaign.pk) is None
    pause(speaker)
    assert take_next_call(caller, campaign_id=campaign.pk) is not None


def test_carrying_on_ends_the_pause_and_so_does_the_next_call(campaign, caller):
    CampaignContactFactory(campaign=campaign)
    pause(caller)
    assert is_paused(caller)
    carry_on(caller)
    assert not is_paused(caller)
    pause(caller)
    take_next_call(caller, campaign_id=campaign.pk)
    assert not is_paused(caller)


def test_whoever_is_on_the_line_stays_with_them(campaign, caller):
    CampaignContactFactory(campaign=campaign)
    held = take_next_call(caller, campaign_id=campaign.pk)
    pause(caller)
    assert take_next_call(caller, campaign_id=campaign.pk).token == held.token
    assert CallerShift.objects.get(user_id=caller.user_id).paused_at
