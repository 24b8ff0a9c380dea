from uuid import UUID

from procrastinate.contrib.django import app

from linkworks.domain.outreach.actions.cohort.commit import COMMIT, commit_list
from linkworks.domain.outreach.actions.cohort.erase import erase_old_lists
from linkworks.domain.outreach.actions.cohort.match import MATCH, match_list
from linkworks.domain.outreach.actions.cohort.undo import UNDO, undo_list
from linkworks.domain.outreach.actions.ladder_clock import wake_steps
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor

ERASE = "outreach.erase_lists"
WAKE = "outreach.wake_steps"


@app.task(name=MATCH)
def match_large_list(batch_id: str, team_id: str) -> None:
    """Run again after that, it does nothing."""
    match_list(Actor.system(MATCH, UUID(team_id)), batch_id=UUID(batch_id))


@app.periodic(cron="*/5 * * * *")
@app.task(name=WAKE, queueing_lock=WAKE)
def wake_other_ways(timestamp: int) -> None:
    for_each_team(WAKE, wake_steps)


@app.task(name=COMMIT)
def commit_large_list(batch_id: str, team_id: str) -> None:
    """Run again after that, it does nothing."""
    commit_list(Actor.system(COMMIT, UUID(team_id)), batch_id=UUID(batch_id))


@app.task(name=UNDO)
def undo_large_list(batch_id: str, team_id: str) -> None:
    """Run again after that, it does nothing."""
    undo_list(Actor.system(UNDO, UUID(team_id)), batch_id=UUID(batch_id))


@app.periodic(cron="20 4 * * *")
@app.task(name=ERASE, queueing_lock=ERASE)
def erase_lists(timestamp: int) -> None:
    """Every night, for the lists whose last day was yesterday."""
    for_each_team(ERASE, erase_old_lists)
