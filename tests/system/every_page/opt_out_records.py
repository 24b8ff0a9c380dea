"""Somebody who asked not to be rung in a campaign."""

from typing import Any

from linkworks.domain.outreach.actions.stopping import opt_out
from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.domain.people.models import Person
from linkworks.foundation.core.actor import Actor


def build(worker: Actor, person: Person) -> dict[str, Any]:
    campaign = CampaignFactory(team=person.team, name="Summer calls", state=CampaignState.DRAFT)
    CampaignContactFactory(campaign=campaign, person=person)
    return {"opt_out": opt_out(worker, person=person, campaign=campaign, words="Not this summer")}
