"""A campaign that rings, and somebody who has begun to ring for it."""

import pytest

from linkworks.domain.outreach.tests.factories import CallerShiftFactory, CampaignFactory


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


@pytest.fixture
def caller(campaign, link_worker):
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    return link_worker
