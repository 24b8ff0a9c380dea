"""Looking a list through: row by row, or all of a kind at once."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from linkworks.domain.outreach.actions.cohort.decide import TOGETHER, decide_row, decide_section
from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.forms.cohort import DecisionForm
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.cohort_rows import RowPage, RowsPage, place_of
from linkworks.domain.outreach.selectors.cohort import candidates_of, get_import, get_row, list_rows
from linkworks.domain.outreach.selectors.cohort_counts import count_waiting
from linkworks.domain.outreach.selectors.cohort_review import list_alike, list_problems, next_undecided
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render
from linkworks.foundation.design.stretches import stretch_of

TO_CHECK = "Cells to check"
ALL_DECIDED = "Every row of this kind is decided."


@page("outreach.list_rows", states=("filled", "error"), title="Rows of a list")
class Rows(FormPage):
    """Rows of one kind; the form says the same of all of them."""

    template_name = "outreach/list_rows.jinja"
    batch: CohortImport
    section: Section

    def prepare(self) -> None:
        self.batch = get_import(self.actor, self.kwargs["import_id"])
        if self.kwargs["section"] not in Section.values:
            raise NotFound
        self.section = Section(self.kwargs["section"])

    def get_title(self) -> str:
        return str(self.section.label)

    def get_form(self, **bound: Any) -> DecisionForm:
        return DecisionForm(offered=TOGETHER[self.section], **bound)

    def get_page(self) -> RowsPage:
        rows = list_rows(self.actor, self.batch, section=self.section)
        some = stretch_of(self.request, rows, by="number")
        record_look(self.actor, "outreach.list_rows", _people(some.rows))
        waits = next_undecided(self.actor, self.batch, self.section)
        one_by_one = reverse("outreach:list_next", args=[self.batch.pk, self.section]) if waits else ""
        return RowsPage.of(
            self.actor,
            self.batch,
            self.get_title(),
            some,
            candidates_of(self.actor, some.rows),
            one_by_one=one_by_one,
            together=TOGETHER[self.section],
        )

    def save(self, form: DecisionForm) -> str:
        decision, _ = form.decided
        reason = form.cleaned_data["reason"]
        decided = decide_section(self.actor, batch=self.batch, section=self.section, decision=decision, reason=reason)
        messages.success(self.request, f"{words.count(decided, 'row')} decided.")
        return reverse("outreach:list", args=[self.batch.pk])


@page("outreach.list_problems", title=TO_CHECK)
def problems(request: HttpRequest, import_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    some = stretch_of(request, list_problems(actor, batch), by="number")
    record_look(actor, "outreach.list_problems", _people(some.rows))
    shown = RowsPage.of(actor, batch, TO_CHECK, some, candidates_of(actor, some.rows))
    return render(request, "outreach/list_rows.jinja", shown)


@no_page
def next_row(request: HttpRequest, import_id: UUID, section: str) -> HttpResponse:
    """To the first that waits."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    batch = get_import(actor, import_id)
    if section not in Section.values:
        raise NotFound
    waiting = next_undecided(actor, batch, Section(section))
    if waiting is None:
        return redirect("outreach:list_rows", batch.pk, section)
    return redirect("outreach:list_row", waiting.pk)


@page("outreach.list_row", states=("filled", "error"), title="A row of a list")
class OneRow(FormPage):
    """The row beside whoever it may be. What is decided leads on to the next that waits."""

    template_name = "outreach/list_row.jinja"
    row: CohortRow
    shown: RowPage

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)
        self.row = get_row(self.actor, self.kwargs["row_id"])
        alike = list_alike(self.actor, self.row)
        left = count_waiting(self.actor, self.row.batch, Section(self.row.section))
        self.shown = RowPage.of(self.actor, self.row, alike, left=left)
        people = [one.who.pk for one in alike if not isinstance(one.who, CohortRow)]
        record_look(self.actor, "outreach.list_row", [*people, *_people([self.row])])

    def get_title(self) -> str:
        return self.shown.title

    def get_version(self) -> int:
        return self.row.version

    def get_page(self) -> RowPage:
        return self.shown

    def get_form(self, **bound: Any) -> DecisionForm:
        return DecisionForm(offered=self.shown.offered, **bound)

    def save(self, form: DecisionForm) -> str:
        decision, candidate = form.decided
        decide_row(
            self.actor,
            row=self.row,
            decision=decision,
            candidate=candidate,
            reason=form.cleaned_data["reason"],
            expected_version=self.posted_version,
        )
        return self._onward(decision)

    def _onward(self, decision: RowDecision) -> str:
        section = Section(self.row.section)
        waiting = next_undecided(self.actor, self.row.batch, section, after=self.row.number)
        said = f"{place_of(self.row)}: {decision.label.lower()}."
        messages.success(self.request, said if waiting else f"{said} {ALL_DECIDED}")
        if waiting:
            return reverse("outreach:list_row", args=[waiting.pk])
        return reverse("outreach:list", args=[self.row.batch_id])


def _people(rows: Iterable[CohortRow]) -> list[UUID]:
    return [row.person_id for row in rows if row.person_id]
