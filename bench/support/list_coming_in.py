"""The steps by which a list comes in and is added, as the pages and the jobs take them."""

from datetime import timedelta
from pathlib import Path

from bench.data.team import make_worker
from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.actions.cohort.columns import confirm_columns
from linkworks.domain.outreach.actions.cohort.commit import COMMIT, ask_to_commit, commit_list
from linkworks.domain.outreach.actions.cohort.decide import decide_section
from linkworks.domain.outreach.actions.cohort.match import MATCH, match_list
from linkworks.domain.outreach.actions.cohort.read import Provenance, read_list
from linkworks.domain.outreach.choices import RowDecision
from linkworks.domain.outreach.models import CohortImport
from linkworks.domain.outreach.selectors.cohort import find_columns, list_rows
from linkworks.domain.outreach.selectors.cohort_counts import count_rows
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership, Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor, ActorKind


class ComingIn:
    def __init__(self, path: Path, kept: timedelta) -> None:
        self._path = path
        self._team = Team.objects.get()
        self._lead = Actor(ActorKind.STAFF, "Bench", self._team.pk, role=Role.TEAM_LEAD, sees_people=True)
        self._provenance = Provenance("The council", "A register", "Calls", "Regulation 3(4)", clock.today() + kept)
        self._batch = CohortImport()
        self._employ_somebody()
        with acting(self._lead):
            name = f"Spring {clock.now().isoformat()}"
            self._campaign = create_campaign(self._lead, name=name, purpose="Calls", telephone="+442079460150")

    def _employ_somebody(self) -> None:
        """Whoever looks for the numbers of those who came without one; there since the last list, or new."""
        if not Membership.objects.filter(team=self._team).exists():
            worker = make_worker(1)
            worker.save(force_insert=True)
            Membership.objects.create(user=worker, team=self._team, role=Role.COORDINATOR)

    def read(self) -> None:
        about = {"file_name": self._path.name, "provenance": self._provenance}
        with acting(self._lead), self._path.open("rb") as file:
            self._batch = read_list(self._lead, campaign=self._campaign, file=file, **about)

    def confirm(self) -> None:
        with acting(self._lead):
            columns = [guess.column for guess in find_columns(self._lead, self._batch)]
            confirm_columns(self._lead, batch=self._batch, columns=columns)

    def match(self) -> None:
        """As the job does; a short list is matched by now."""
        match_list(Actor.system(MATCH, self._team.pk), batch_id=self._batch.pk)
        with acting(self._lead):
            self._batch.refresh_from_db()

    def look(self, rows: int) -> dict[str, int]:
        with acting(self._lead):
            list(list_rows(self._lead, self._batch)[:rows])
            sections = count_rows(self._lead, self._batch).sections
        return {section.value: number for section, (number, _) in sections.items()}

    def decide(self) -> None:
        """Whoever somebody would have to look at is left out: nobody is here to look."""
        with acting(self._lead):
            for section, (_, waiting) in count_rows(self._lead, self._batch).sections.items():
                if waiting:
                    about = {"section": section, "decision": RowDecision.LEAVE_OUT, "reason": "Nobody has looked."}
                    decide_section(self._lead, batch=self._batch, **about)

    def add(self) -> None:
        """As the job does; a short list is added by now."""
        with acting(self._lead):
            ask_to_commit(self._lead, batch=self._batch)
        commit_list(Actor.system(COMMIT, self._team.pk), batch_id=self._batch.pk)
