"""Timed jobs serve every team, one after another, and see one at a time."""

from collections.abc import Callable

from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor


def for_each_team(job: str, deed: Callable[[Actor], None]) -> None:
    """Do the deed as this job for each team, in a transaction of its own. A team that fails keeps no other waiting."""
    failures = []
    for team_id in Team.objects.order_by("created_at").values_list("pk", flat=True):
        actor = Actor.system(job, team_id)
        try:
            with acting(actor):
                deed(actor)
        except Exception as failure:
            failures.append(failure)
    if failures:
        raise ExceptionGroup(f"{job} failed for {len(failures)} of the teams", failures)
