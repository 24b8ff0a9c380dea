from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.tasks import add_task, change_task, finish_task, reopen_task
from linkworks.domain.casework.forms import due
from linkworks.domain.casework.forms.tasks import AS_IT_IS, TaskChangeForm, TaskForm
from linkworks.domain.casework.models import Task
from linkworks.domain.casework.selectors.tasks import get_task
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.domain.casework.views.plan_form import FORM_STATES, RowForm
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import no_page, page


@page("casework.task_new", states=("empty", "error"), title="Add a task")
class AddTask(CaseForm):
    form_class = TaskForm
    title = "Add a task"
    button = "Save the task"

    def get_form(self, **bound: Any) -> TaskForm:
        colleagues = [(user.pk, user.name) for user in list_people_workers(self.actor)]
        return TaskForm(initial=self.get_initial(), colleagues=colleagues, **bound)

    def get_initial(self) -> dict[str, Any]:
        return {"by_when": due.TOMORROW, "worker_id": self.actor.user_id}

    def save(self, form: TaskForm) -> str:
        add_task(self.actor, case=self.case, **form.values())
        messages.success(self.request, "Task saved.")
        return self.case_url


@page("casework.task_change", states=FORM_STATES, title="Change a task")
class ChangeTask(RowForm[Task]):
    form_class = TaskChangeForm
    model = Task
    title = "Change the task"
    button = "Save the task"
    done = "Task changed."
    section = "next-step"

    def get_form(self, **bound: Any) -> TaskChangeForm:
        colleagues = [(user.pk, user.name) for user in list_people_workers(self.actor)]
        return TaskChangeForm(initial=self.get_initial(), colleagues=colleagues, due_on=self.row.due_on, **bound)

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.row.title, "by_when": AS_IT_IS, "worker_id": self.row.worker_id}

    def change(self, form: TaskChangeForm) -> None:
        change_task(self.actor, task=self.row, expected_version=self.posted_version, **form.values())


@no_page
@require_POST
def finish(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    task = get_task(actor, task_id)
    do(request, lambda: finish_task(actor, task=task), f"Done: {task.title}")
    return HttpResponseRedirect(_back(request, task))


@no_page
@require_POST
def reopen(request: HttpRequest, task_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    task = get_task(actor, task_id)
    do(request, lambda: reopen_task(actor, task=task), f"Opened again: {task.title}")
    return HttpResponseRedirect(_back(request, task))


def _back(request: HttpRequest, task: Task) -> str:
    return local_path(request.POST.get("next", ""), reverse("casework:case", args=[task.case_id]))
