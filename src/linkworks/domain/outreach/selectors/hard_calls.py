"""After which calls a caller may want to talk to somebody."""

from linkworks.domain.outreach.choices import Ending
from linkworks.domain.outreach.models import CallOutcome, Campaign
from linkworks.domain.outreach.scripts.walk import Given, concerns_raised, needs_raised


def is_hard_call(outcome: CallOutcome, campaign: Campaign, given: Given) -> bool:
    if outcome.tells_lead or outcome.ending == Ending.DIED:
        return True
    if not given or campaign.script is None:
        return False
    script = campaign.script.read()
    needs = needs_raised(script, given)
    return bool(concerns_raised(script, given)) or any(need.urgency == "immediate" for need in needs)
