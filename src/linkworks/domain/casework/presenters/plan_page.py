from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.models import Case, SupportPlan
from linkworks.domain.casework.presenters.plan import PlanView
from linkworks.domain.casework.selectors.plan import PlanStory
from linkworks.foundation.accounts.selectors import team_of
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class PlanPage:
    """The plan to carry home: first name only, and whom to ring."""

    title: str
    back: str
    says: str
    view: PlanView
    team: str
    telephone: str

    @classmethod
    def of(cls, actor: Actor, case: Case, story: PlanStory) -> "PlanPage":
        team = team_of(actor)
        return cls(
            title=f"A plan for {case.person.known_as}",
            back=reverse("casework:case", args=[case.pk]),
            says=_says(story.plan),
            view=PlanView.of(case, story),
            team=team.name,
            telephone=team.telephone,
        )


def _says(plan: SupportPlan | None) -> str:
    """In dates that stay true on paper."""
    if plan is None:
        return ""
    agreed = f"We agreed this on {words.full_date(plan.agreed_at)}."
    return f"{agreed} We look at it together again by {words.full_date(plan.review_on)}." if plan.review_on else agreed
