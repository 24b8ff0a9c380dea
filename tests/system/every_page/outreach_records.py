"""A campaign that is ringing, with a caller who has somebody on the line, and one that is being prepared."""

from datetime import timedelta
from typing import Any

from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.outcomes import retire_outcome
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    CampaignFactory,
    LeadNoticeFactory,
)
from linkworks.domain.people.tests.factories import AlertFactory
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor
from tests.system.every_page import ladder_records, need_records, script_records


def build(team: Team, coordinator: Actor, caller: Actor, lead: Actor) -> dict[str, Any]:
    draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
    publish_script(coordinator, draft=draft, need_types=needs_of(read_script(welfare_call())))
    campaign = CampaignFactory(team=team, script=draft, hold=timedelta(days=1))
    contact = CampaignContactFactory(campaign=campaign)
    AlertFactory(person=contact.person, words="Ring twice, then wait")
    CallerShiftFactory(campaign=campaign, user_id=caller.user_id)
    LeadNoticeFactory(contact=contact, by_id=caller.user_id)
    take_next_call(caller, campaign_id=campaign.pk)
    prepared = create_campaign(
        coordinator, name="Winter calls", purpose="To hear who is cold.", telephone="020 7946 0150"
    )
    retired = prepared.outcomes.get(code="moved")
    retire_outcome(coordinator, outcome=retired)
    return {
        "campaign": campaign,
        "prepared": prepared,
        "band": prepared.bands.first(),
        "outcome": prepared.outcomes.get(code="no-answer"),
        "retired": retired,
        "scripts": script_records.build(coordinator, draft),
        "steps": ladder_records.build(team, coordinator),
        **need_records.build(campaign, coordinator, lead),
    }
