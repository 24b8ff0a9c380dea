"""People whom calls did not reach: one for each way of reaching them, by the state of the page."""

from datetime import timedelta

from linkworks.domain.outreach.actions.ladder_results import Found, record_result
from linkworks.domain.outreach.choices import OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CampaignContact, LadderStep
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.tests.factories import AlertFactory, PersonFactory, RelatedPersonFactory
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

STATES = {
    "message": OtherWay.MESSAGE,
    "find_number": OtherWay.OTHER_NUMBERS,
    "kin": OtherWay.NEXT_OF_KIN,
    "surgery": OtherWay.SURGERY,
    "doorstep": OtherWay.DOORSTEP,
    "police": OtherWay.POLICE,
    "shut": OtherWay.NEIGHBOUR,
    "done": OtherWay.RECORDS,
}


def build(team: Team, coordinator: Actor) -> dict[str, LadderStep]:
    campaign = CampaignFactory(team=team, name="Autumn calls")
    steps = {}
    for number, (state, kind) in enumerate(STATES.items()):
        person = PersonFactory(team=team, given_name="Femi", address_line_1="12 High Street", town="Deptford")
        contact = CampaignContactFactory(campaign=campaign, person=person)
        due = clock.now() + timedelta(hours=6 * (number - 2))
        steps[state] = step_on(contact, kind, coordinator, due)
    RelatedPersonFactory(person=steps["kin"].person, name="Marco Ade", telephone="+447700900456", may_talk_to=True)
    AlertFactory(person=steps["shut"].person, kind=AlertKind.SAFE_CONTACT, words="Only when her son is at work")
    record_result(coordinator, step=steps["done"], found=Found(StepResult.IN_CARE, "Broke her hip", service="Ward 4"))
    return steps


def step_on(contact: CampaignContact, kind: OtherWay, owner: Actor, due) -> LadderStep:
    step = LadderStep(
        team_id=contact.team_id,
        person_id=contact.person_id,
        contact=contact,
        rung=contact.campaign.rungs.get(kind=kind),
        kind=kind,
        owner_id=owner.user_id,
        due_at=due,
    )
    step.save()
    contact.change(state=QueueState.LADDER, wakes_at=due, step_id=step.pk)
    return step
