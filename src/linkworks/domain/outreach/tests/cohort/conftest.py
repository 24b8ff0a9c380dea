import pytest

from linkworks.domain.outreach.tests.factories import CampaignFactory


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)
