from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linkworks.domain.casework.actions.measures import record_measure, record_not_asked, record_what_matters
from linkworks.domain.casework.choices import GoalStatus, MeasurePoint, NotAskedReason
from linkworks.domain.casework.forms.measures import MeasureForm, NotAskedForm, WhatMattersForm
from linkworks.domain.casework.measures import WHAT_MATTERS, Instrument
from linkworks.domain.casework.presenters.measures import MeasureAskPage, MeasuresPage, ReadingPage
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.casework.selectors.measures import (
    get_instrument,
    get_reading,
    list_readings,
    read,
)
from linkworks.domain.casework.selectors.plan import get_story
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.fields import Form
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.parts import Link


@page("casework.measure", states=("empty", "filled"), title="Measures")
def measures_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    record_look(actor, "casework.measure", [case.person_id], reason=case.opening_reason or "")
    return render(request, "casework/measures.jinja", MeasuresPage.of(actor, case))


@page("casework.measure_reading", states=("answered", "not_asked", "in_error"), title="Answers to a measure")
def reading_page(request: HttpRequest, case_id: UUID, response_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    instrument, reading = get_reading(actor, case, response_id)
    record_look(actor, "casework.measure_reading", [case.person_id], reason=case.opening_reason or "")
    return render(request, "casework/reading.jinja", ReadingPage.of(actor, case, instrument, reading))


class AboutAMeasure(CaseForm):
    """A form about one measure that the team uses; the address names it."""

    instrument: Instrument

    def prepare(self) -> None:
        super().prepare()
        self.instrument = get_instrument(self.actor, self.kwargs["instrument"])

    def get_initial(self) -> dict[str, Any]:
        return {"point": self._likely_point()}

    def _likely_point(self) -> str:
        """What the address asks for; else the first time first, and then a review."""
        asked = self.request.GET.get("point", "")
        if asked in MeasurePoint.values:
            return asked
        readings = next(r for r in list_readings(self.actor, self.case) if r.instrument.key == self.instrument.key)
        return MeasurePoint.REVIEW if readings.asked else MeasurePoint.FIRST


@page("casework.measure_ask", states=("questions", "goals", "no_goals", "error"), title="Ask a measure")
class AskMeasure(AboutAMeasure):
    template_name = "casework/measure_ask.jinja"
    button = "Save the answers"

    def get_title(self) -> str:
        return self.instrument.name

    def get_form(self, **bound: Any) -> Form:
        if self.instrument.key == WHAT_MATTERS.key:
            return WhatMattersForm(goals=self._goals(), **bound)
        return MeasureForm(instrument=self.instrument, initial=self.get_initial(), **bound)

    def get_page(self) -> MeasureAskPage:
        base = super().get_page()
        return MeasureAskPage(
            base.title,
            base.banner,
            reverse("casework:measure", args=[self.case.pk]),
            introduction=self.instrument.introduction,
            citation=self.instrument.citation,
            not_asked=Link(
                "Not asked this time? Say why",
                reverse("casework:measure_not_asked", args=[self.case.pk, self.instrument.key]),
            ),
            is_without_wording=not self.instrument.has_wording,
        )

    def save(self, form: Any) -> str:
        if isinstance(form, WhatMattersForm):
            record_what_matters(self.actor, case=self.case, scores=form.scores)
            messages.success(self.request, "Scores saved.")
            return reverse("casework:measure", args=[self.case.pk])
        return self._save_answers(form)

    def _save_answers(self, form: MeasureForm) -> str:
        point = MeasurePoint(form.cleaned_data["point"])
        response = record_measure(
            self.actor, case=self.case, instrument=self.instrument, point=point, answers=form.answers
        )
        reading = read(self.instrument, response)
        if reading.result and reading.result.opens_safety_path:
            messages.success(self.request, "Answers saved. One of them opened a safety path: go on with it now.")
            return reverse("casework:safety_path", args=[self.case.pk])
        messages.success(self.request, "Answers saved.")
        return reverse("casework:measure_reading", args=[self.case.pk, response.pk])

    def _goals(self) -> list[Any]:
        told = get_story(self.actor, self.case).goals
        return [one.goal for one in told if one.goal.status == GoalStatus.ACTIVE]


@page("casework.measure_not_asked", states=("empty", "error"), title="A measure was not asked")
class NotAsked(AboutAMeasure):
    form_class = NotAskedForm

    def get_title(self) -> str:
        return f"Not asked: {self.instrument.name}"

    def save(self, form: NotAskedForm) -> str:
        given = form.cleaned_data
        record_not_asked(
            self.actor,
            case=self.case,
            instrument=self.instrument,
            point=MeasurePoint(given["point"]),
            reason=NotAskedReason(given["reason"]),
            words=given["words"],
        )
        messages.success(self.request, "Saved: it was not asked, and why.")
        return reverse("casework:measure", args=[self.case.pk])
