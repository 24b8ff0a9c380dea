from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.cover import arrange_cover, end_cover
from linkworks.domain.casework.forms.allocation import CoverForm
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.presenters.allocation import CoverPage
from linkworks.domain.casework.selectors.allocation import get_cover, list_cover, list_workers
from linkworks.foundation.access.permission import require
from linkworks.foundation.design import fields
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage


@page("casework.cover", states=("empty", "filled", "error"))
class ArrangeCover(FormPage):
    form_class = CoverForm
    template_name = "casework/allocation/cover.jinja"
    button: ClassVar[str] = "Arrange cover"

    def prepare(self) -> None:
        require(may_allocate, self.actor)
        self.workers = list(list_workers(self.actor))

    def get_page(self) -> CoverPage:
        return CoverPage.of(list(list_cover(self.actor)))

    def get_form(self, **bound: Any) -> fields.Form:
        return CoverForm(workers=self.workers, **bound)

    def save(self, form: Any) -> str:
        answers = form.cleaned_data
        arrange_cover(
            self.actor,
            away_id=UUID(answers["away"]),
            covered_by_id=UUID(answers["covered_by"]),
            starts_on=answers["starts_on"],
            ends_on=answers["ends_on"],
        )
        return reverse("casework:cover")


@no_page
@require_POST
def end_cover_early(request: HttpRequest, cover_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    end_cover(actor, cover=get_cover(actor, cover_id))
    return redirect("casework:cover")
