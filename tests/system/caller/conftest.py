import pytest

from conftest import member
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignContactFactory, CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

SCRIPT = read_script(welfare_call())


@pytest.fixture
def caller(team, coordinator) -> Actor:
    """Somebody with a person on the line."""
    caller = member(team, Role.CALLER, "Joan Abbott")
    with acting(Actor.system("test", team.pk)):
        draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
        publish_script(coordinator, draft=draft, need_types=needs_of(SCRIPT))
        campaign = CampaignFactory(team=team, script=draft)
        CampaignContactFactory(campaign=campaign)
        CallerShiftFactory(campaign=campaign, user_id=caller.user_id)
    with acting(caller):
        take_next_call(caller, campaign_id=campaign.pk)
    return caller
