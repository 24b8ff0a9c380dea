from procrastinate.contrib.django import app

from linkworks.domain.casework.actions.safeguarding import remind_of_concern
from linkworks.domain.casework.selectors.safeguarding import list_concerns_to_remind_of
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor

REMIND = "casework.remind_of_concerns"


@app.periodic(cron="*/5 * * * *")
@app.task(name=REMIND, queueing_lock=REMIND)
def remind_of_concerns(timestamp: int) -> None:
    """Remind whoever was told of a concern, and then others, until somebody acknowledges it."""
    for_each_team(REMIND, _remind)


def _remind(actor: Actor) -> None:
    for concern_id in list_concerns_to_remind_of(actor):
        remind_of_concern(actor, concern_id=concern_id)
