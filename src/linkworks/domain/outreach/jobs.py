"""Queued work of the calls."""

from uuid import UUID

from procrastinate.contrib.django import app

from linkworks.domain.outreach.actions.cohort.match import MATCH, match_list
from linkworks.foundation.core.actor import Actor


@app.task(name=MATCH)
def match_large_list(batch_id: str, team_id: str) -> None:
    """Run again after that, it does nothing."""
    match_list(Actor.system(MATCH, UUID(team_id)), batch_id=UUID(batch_id))
