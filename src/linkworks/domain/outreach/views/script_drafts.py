"""A draft is edited: its parts, their steps, the answers, and when a step is said."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.scripts import change_draft, throw_away_draft
from linkworks.domain.outreach.forms.scripts import (
    AnswerForm,
    NewStepForm,
    PartForm,
    StepForm,
    WhenForm,
    initial_of,
)
from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.presenters.script_edits import EditPage, ThrowAwayPage
from linkworks.domain.outreach.presenters.script_versions import version_url
from linkworks.domain.outreach.scripts import editing
from linkworks.domain.outreach.scripts.content import Answer, Module, Script, Step, StepKind
from linkworks.domain.outreach.selectors.scripts import get_script_version, need_types
from linkworks.foundation.core.errors import Conflict, NotFound
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, read_version

FORM_STATES = ("filled", "error")
OVERTAKEN = "Somebody else changed this script while you were working on it."


class DraftForm(FormPage):
    """One thing of a draft. Give `change`, which makes a new script of the one that stands."""

    template_name = "outreach/script_edit.jinja"
    draft: ScriptVersion
    script: Script

    def prepare(self) -> None:
        self.draft = get_script_version(self.actor, self.kwargs["version_id"])
        if self.draft.published_at:
            raise NotFound
        self.script = self.draft.read()
        self.find()

    def find(self) -> None:
        """What of the script the address names."""

    def get_version(self) -> int:
        return self.draft.version

    def get_page(self) -> Any:
        return EditPage.of(self.draft, self.get_title(), self.script, **self.about())

    def about(self) -> dict[str, Any]:
        """The module and the step that the page is about."""
        return {}

    def change(self, form: Any) -> Script:
        raise NotImplementedError

    def get_anchor(self) -> str:
        return ""

    def save(self, form: Any) -> str:
        changed = self.change(form)
        try:
            change_draft(self.actor, draft=self.draft, script=changed, expected_version=self.posted_version)
        except Conflict:
            raise Conflict(OVERTAKEN) from None
        messages.success(self.request, "Saved.")
        return f"{version_url(self.draft)}{self.get_anchor()}"


@page("outreach.script_part_new", states=("empty", "error"), title="Add a part to a script")
class NewPart(DraftForm):
    form_class = PartForm
    title = "Add a part"

    def change(self, form: PartForm) -> Script:
        return editing.add_module(self.script, **form.cleaned_data)


@page("outreach.script_throw_away", states=("filled", "error"), title="Throw a draft away")
class ThrowAway(FormPage):
    """Asks once."""

    title = "Throw this draft away?"
    button = "Throw it away"
    template_name = "outreach/script_throw_away.jinja"
    draft: ScriptVersion

    def prepare(self) -> None:
        self.draft = get_script_version(self.actor, self.kwargs["version_id"])

    def get_version(self) -> int:
        return self.draft.version

    def get_page(self) -> ThrowAwayPage:
        return ThrowAwayPage.of(self.draft)

    def save(self, form: Any) -> str:
        throw_away_draft(self.actor, draft=self.draft, expected_version=self.posted_version)
        messages.success(self.request, f"{self.draft} is thrown away.")
        return reverse("outreach:scripts")


class PartPage(DraftForm):
    module: Module

    def find(self) -> None:
        module = self.script.module(self.kwargs["module"])
        if module is None:
            raise NotFound
        self.module = module

    def about(self) -> dict[str, Any]:
        return {"module": self.module}

    def get_anchor(self) -> str:
        return f"#part-{self.module.key}"


@page("outreach.script_part", states=FORM_STATES, title="A part of a script")
class EditPart(PartPage):
    form_class = PartForm
    title = "Change this part"
    template_name = "outreach/script_part.jinja"

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.module.title, "opens": self.module.opens}

    def change(self, form: PartForm) -> Script:
        return editing.change_module(self.script, self.module.key, **form.cleaned_data)


@page("outreach.script_step_new", states=("empty", "error"), title="Add a step to a script")
class NewStep(PartPage):
    form_class = NewStepForm
    title = "Add a step"

    def change(self, form: NewStepForm) -> Script:
        given = form.cleaned_data
        kind = StepKind(given["kind"])
        changed, self.made = editing.add_step(
            self.script,
            self.module.key,
            kind=kind,
            say=given["say"],
            guidance=given["guidance"],
            labels=given["labels"],
        )
        return changed

    def get_anchor(self) -> str:
        return f"#step-{self.made}"


class StepPage(DraftForm):
    module: Module
    step: Step

    def find(self) -> None:
        self.module = editing.module_of(self.script, self.kwargs["step"])
        self.step = self.script.steps[self.kwargs["step"]]

    def about(self) -> dict[str, Any]:
        return {"module": self.module, "step": self.step}

    def get_anchor(self) -> str:
        return f"#step-{self.step.key}"


@page("outreach.script_step", states=FORM_STATES, title="A step of a script")
class EditStep(StepPage):
    form_class = StepForm
    title = "Change this step"
    template_name = "outreach/script_step.jinja"

    def get_initial(self) -> dict[str, Any]:
        return {"say": self.step.say, "guidance": self.step.guidance, "kind": self.step.kind.value}

    def change(self, form: StepForm) -> Script:
        return editing.change_step(self.script, form.step(self.step))


@page("outreach.script_when", title="When a step is said")
class EditWhen(StepPage):
    title = "When it is said"
    template_name = "outreach/script_when.jinja"

    def get_form(self, **bound: Any) -> WhenForm:
        return WhenForm(script=self.script, module=self.module, step=self.step, **bound)

    def change(self, form: WhenForm) -> Script:
        return editing.change_step(self.script, form.step(self.step))


class AnswerPage(StepPage):
    """`answer` has no key yet where it is a new one."""

    answer = Answer("", "")

    def get_form(self, **bound: Any) -> AnswerForm:
        known = need_types(self.actor)
        return AnswerForm(
            module=self.module, step=self.step, need_types=known, initial=initial_of(self.answer), **bound
        )

    def change(self, form: AnswerForm) -> Script:
        return editing.put_answer(self.script, self.step.key, form.answer(self.answer.key))


@page("outreach.script_answer_new", states=("empty", "error"), title="Add an answer to a script")
class NewAnswer(AnswerPage):
    title = "Add an answer"


@page("outreach.script_answer", states=FORM_STATES, title="An answer of a script")
class EditAnswer(AnswerPage):
    title = "Change this answer"

    def find(self) -> None:
        super().find()
        answer = self.step.answer(self.kwargs["answer"])
        if answer is None:
            raise NotFound
        self.answer = answer


MOVES: dict[str, Callable[..., Script]] = {
    "part": editing.move_module,
    "step": editing.move_step,
    "answer": editing.move_answer,
}
REMOVALS: dict[str, Callable[..., Script]] = {
    "part": editing.remove_module,
    "step": editing.remove_step,
    "answer": editing.remove_answer,
}
WAYS = {"up": -1, "down": 1}


@no_page
@require_POST
def rearrange(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """`deed` is what, how, and the keys of it: “step.up.food-enough”, “answer.out.food-enough.yes”."""
    actor = request.actor  # type: ignore[attr-defined]
    draft = get_script_version(actor, version_id)
    what, how, *keys = (*request.POST.get("deed", "").split("."), "", "")
    keys = [key for key in keys if key]
    if what not in MOVES or how not in (*WAYS, "out") or len(keys) != (2 if what == "answer" else 1):
        raise NotFound
    change, more = (REMOVALS[what], ()) if how == "out" else (MOVES[what], (WAYS[how],))
    changed = change(draft.read(), *keys, *more)
    said = "Removed." if how == "out" else "Moved."
    expected = read_version(request.POST)
    do(request, lambda: change_draft(actor, draft=draft, script=changed, expected_version=expected), said)
    kept = what if what != "answer" else "step"
    return redirect(version_url(draft) + ("" if how == "out" and what != "answer" else f"#{kept}-{keys[0]}"))
