from procrastinate.contrib.django import app

from linkworks.domain.outreach.actions.concerns import remind_of_call_concern
from linkworks.domain.outreach.actions.need_clock import see_to_need
from linkworks.domain.outreach.selectors.concerns import list_call_concerns_to_remind_of
from linkworks.domain.outreach.selectors.needs import list_needs_that_want_something
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor

SEE_TO_NEEDS = "outreach.see_to_needs"


@app.periodic(cron="* * * * *")
@app.task(name=SEE_TO_NEEDS, queueing_lock=SEE_TO_NEEDS)
def see_to_needs(timestamp: int) -> None:
    """Ask the next where nobody answered, and tell owners and leads of what waits for them."""
    for_each_team(SEE_TO_NEEDS, see_to_all)


def see_to_all(actor: Actor) -> None:
    for need_id in list_needs_that_want_something(actor):
        see_to_need(actor, need_id=need_id)
    for concern_id in list_call_concerns_to_remind_of(actor):
        remind_of_call_concern(actor, concern_id=concern_id)
