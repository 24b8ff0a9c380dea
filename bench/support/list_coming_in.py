"""The steps by which a list comes in, as the pages and the job take them."""

from datetime import timedelta
from pathlib import Path

from linkworks.domain.outreach.actions.campaigns import create_campaign
from linkworks.domain.outreach.actions.cohort.columns import confirm_columns
from linkworks.domain.outreach.actions.cohort.match import MATCH, match_list
from linkworks.domain.outreach.actions.cohort.read import Provenance, read_list
from linkworks.domain.outreach.models import CohortImport
from linkworks.domain.outreach.selectors.cohort import count_sections, find_columns, list_rows
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor, ActorKind


class ComingIn:
    def __init__(self, path: Path, kept: timedelta) -> None:
        self._path = path
        self._team = Team.objects.get()
        self._lead = Actor(ActorKind.STAFF, "Bench", self._team.pk, role=Role.TEAM_LEAD, sees_people=True)
        self._provenance = Provenance("The council", "A register", "Calls", "Regulation 3(4)", clock.today() + kept)
        self._batch = CohortImport()
        with acting(self._lead):
            name = f"Spring {clock.now().isoformat()}"
            self._campaign = create_campaign(self._lead, name=name, purpose="Calls", telephone="+442079460150")

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

    def look(self, rows: int) -> dict[str, int]:
        with acting(self._lead):
            list(list_rows(self._lead, self._batch)[:rows])
            return {section.value: number for section, (number, _) in count_sections(self._lead, self._batch).items()}
