from procrastinate.contrib.django import app

from linkworks.domain.casework.actions.safety import remind_of_path
from linkworks.domain.casework.selectors.safety import list_paths_to_remind_of
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor

REMIND = "casework.remind_of_safety_paths"


@app.periodic(cron="*/5 * * * *")
@app.task(name=REMIND, queueing_lock=REMIND)
def remind_of_safety_paths(timestamp: int) -> None:
    """Remind the owner of a path, and then others, until the practice or 999 was called."""
    for_each_team(REMIND, _remind)


def _remind(actor: Actor) -> None:
    for path_id in list(list_paths_to_remind_of(actor).values_list("pk", flat=True)):
        remind_of_path(actor, path_id=path_id)
