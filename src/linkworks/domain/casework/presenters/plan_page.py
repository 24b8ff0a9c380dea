from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.plan import PlanView
from linkworks.domain.casework.selectors.plan import PlanStory
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class PlanPage:
    """The plan to carry home: first name only, and whom to ring."""

    title: str
    back: str
    view: PlanView
    team: str
    telephone: str

    @classmethod
    def of(cls, actor: Actor, case: Case, story: PlanStory) -> "PlanPage":
        team = team_of(actor)
        return cls(
            title=f"A plan for {case.person.known_as}",
            back=reverse("casework:case", args=[case.pk]),
            view=PlanView.of(case, story),
            team=team.name,
            telephone=team.telephone,
        )
