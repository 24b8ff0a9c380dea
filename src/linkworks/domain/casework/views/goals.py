"""Goals, the scores that the person gives, and steps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.goals import agree_goal, move_goal, reword_goal, score_goal
from linkworks.domain.casework.actions.plan_steps import add_step, finish_step, reopen_step
from linkworks.domain.casework.choices import GoalStatus
from linkworks.domain.casework.forms.plan import (
    ChangeGoalForm,
    GoalForm,
    GoalMoveForm,
    ScoreForm,
    StepForm,
    as_choice,
)
from linkworks.domain.casework.models import Goal, PlanStep
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.selectors.plan import list_open_needs
from linkworks.domain.casework.views.plan_form import FORM_STATES, PlanForm, RowForm
from linkworks.foundation.core import clock
from linkworks.foundation.design.page_registry import no_page, page


@page("casework.goal_new", states=FORM_STATES, title="Agree a goal")
class AgreeGoal(PlanForm):
    form_class = GoalForm
    title = "Agree a goal"
    done = "The goal is agreed."

    def get_form(self, **bound: Any) -> GoalForm:
        return GoalForm(needs=list_open_needs(self.actor, self.case), **bound)

    def change(self, form: GoalForm) -> None:
        given = form.cleaned_data
        agree_goal(self.actor, case=self.case, words=given["words"], need=form.chosen_need(), score=given["score"])


@page("casework.goal", states=FORM_STATES, title="Put the goal in other words")
class ChangeGoal(RowForm[Goal]):
    model = Goal
    form_class = ChangeGoalForm
    title = "Put the goal in other words"
    done = "The goal is saved."

    def get_form(self, **bound: Any) -> GoalForm:
        needs = list_open_needs(self.actor, self.case, with_id=self.row.need_id)
        initial = {"words": self.row.words, "need": as_choice(self.row.need_id)}
        return ChangeGoalForm(needs=needs, initial=initial, **bound)

    def change(self, form: ChangeGoalForm) -> None:
        reword_goal(
            self.actor,
            goal=self.row,
            expected_version=self.posted_version,
            words=form.cleaned_data["words"],
            need=form.chosen_need(),
        )


class GoalRowForm(RowForm[Goal]):
    model = Goal

    def get_title(self) -> str:
        return f"{self.title}: {self.row.words}"


@page("casework.goal_move", states=FORM_STATES, title="End a goal, or take it up again")
class MoveGoal(GoalRowForm):
    form_class = GoalMoveForm
    title = "Goal"
    done = "How the goal stands is saved."

    def get_form(self, **bound: Any) -> GoalMoveForm:
        return GoalMoveForm(now=GoalStatus(self.row.status), **bound)

    def change(self, form: GoalMoveForm) -> None:
        move_goal(
            self.actor,
            goal=self.row,
            expected_version=self.posted_version,
            status=GoalStatus(form.cleaned_data["status"]),
            words=form.cleaned_data["words"],
        )


@page("casework.goal_score", states=FORM_STATES, title="How close are you to this?")
class ScoreGoal(GoalRowForm):
    """Also what one press on a number on the case page posts to."""

    form_class = ScoreForm
    title = "How close"
    button = "Save the score"
    done = "The score is saved."

    def get_version(self) -> None:
        """Scores are added to: nobody overtakes anybody."""

    def get_initial(self) -> dict[str, Any]:
        return {}

    def change(self, form: ScoreForm) -> None:
        score, on = form.cleaned_data["score"], form.cleaned_data["on"]
        score_goal(self.actor, goal=self.row, score=score, at=clock.moment_on(on) if on else None)


@page("casework.plan_step_new", states=FORM_STATES, title="Add a step")
class AddStep(GoalRowForm):
    form_class = StepForm
    title = "Add a step"
    done = "The step is added."

    def get_version(self) -> None:
        """Steps are added to: nobody overtakes anybody."""

    def get_form(self, **bound: Any) -> StepForm:
        return StepForm(person=self.case.person.known_as, worker=self.actor.name, **bound)

    def change(self, form: StepForm) -> None:
        given = form.cleaned_data
        add_step(self.actor, goal=self.row, what=given["what"], who=form.named(), by_when=given["by_when"])


@no_page
@require_POST
def step_done(request: HttpRequest, row_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    step = get_case_row(actor, PlanStep, row_id)
    finish_step(actor, step=step)
    messages.success(request, f"Done: {step.what}")
    return _to_plan(step)


@no_page
@require_POST
def step_reopen(request: HttpRequest, row_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    step = get_case_row(actor, PlanStep, row_id)
    reopen_step(actor, step=step)
    messages.success(request, f"Opened again: {step.what}")
    return _to_plan(step)


def _to_plan(step: PlanStep) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('casework:case', args=[step.case_id])}#plan")
