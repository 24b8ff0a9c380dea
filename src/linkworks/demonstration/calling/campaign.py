"""One campaign written down, up to a moment: who was rung, what came of it, what help came, who is still to ring."""

from datetime import timedelta
from uuid import UUID

from linkworks.demonstration.calling.pouring import Pourer
from linkworks.demonstration.calling.residents import List, invent_residents
from linkworks.demonstration.calling.teller import Plan, Room, Teller
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Crew
from linkworks.demonstration.stories import read
from linkworks.domain.outreach.actions.defaults import write_defaults
from linkworks.domain.outreach.choices import CampaignState, CohortState
from linkworks.domain.outreach.models import Campaign, CampaignContact, CohortImport, LadderStep
from linkworks.domain.people.models import Alert, ContactDetail, Person

# Whatever points at a row comes after it; a step stands before whoever it is for may stand waiting for it.
IN_ORDER = (Person, Alert, ContactDetail, LadderStep, CampaignContact)


def tell_campaign(plan: Plan, room: Room, chance: Chance) -> int:
    """Says how many rows it wrote."""
    crew = room.crew
    pour = Pourer(IN_ORDER)
    campaign = _campaign(plan, room)
    sent = List(crew.team.pk, plan.people, plan.began - timedelta(days=3), plan.first_serial)
    residents = invent_residents(pour, chance.of("residents"), crew.places, sent)
    teller = Teller(plan, campaign, room, chance, pour)
    for number, (resident, first) in enumerate(zip(residents, plan.first, strict=True)):
        teller.tell(resident, first, chance.of("course", number))
    _list_that_came(plan, campaign, crew, pour)
    written = pour.write()
    if plan.closed:
        campaign.change(state=CampaignState.CLOSED, closed_at=plan.closed)
    return written


def _campaign(plan: Plan, room: Room) -> Campaign:
    told = read("calling.toml")[plan.told]
    campaign = Campaign(
        team=room.crew.team,
        **told,
        script=room.script,
        state=CampaignState.OPEN,
        opened_at=plan.began,
        created_at=plan.began - timedelta(days=5),
    )
    campaign.save()
    write_defaults(campaign)
    return campaign


def _list_that_came(plan: Plan, campaign: Campaign, crew: Crew, pour: Pourer) -> None:
    """Its rows have been deleted, as was promised to whoever sent it."""
    came = plan.began - timedelta(days=3)
    pour.add(
        CohortImport,
        id=UUID(int=campaign.pk.int ^ 1),
        created_at=came,
        updated_at=came,
        team_id=crew.team.pk,
        campaign_id=campaign.pk,
        sender="Lewisham public health",
        file_name=f"{plan.told}.xlsx",
        file_hash=f"{campaign.pk.int:064x}"[-64:],
        source="The list of people who shield, with those whom the practices added",
        purpose="Welfare calls, and help that follows from them",
        legal_basis="Public task: UK GDPR article 6(1)(e) and 9(2)(h)",
        delete_by=(came + timedelta(days=30)).date(),
        state=CohortState.COMMITTED,
        headings=[],
        columns=[],
        counts={},
        size=plan.people,
        sent_in_by_id=crew.coordinator.pk,
        matched_at=came,
        committed_at=came,
        erased_at=came + timedelta(days=30),
    )
