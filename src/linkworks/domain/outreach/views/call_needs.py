"""What the person on the line needs, where the caller adds to what the answers raise, or takes from it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.needs import mark_need
from linkworks.domain.outreach.forms.call import NeedForm
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.selectors.holds import held_by
from linkworks.domain.outreach.selectors.line import Line, get_line
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage


@page("outreach.call_need", states=("empty", "error"), title="Add a need")
class AddNeed(FormPage):
    """A page of its own, so that the call screen stays small; what is added stands on it at once."""

    title = "Add a need"
    button = "Add it"
    template_name = "outreach/call_need.jinja"
    keeps_typing = False
    line: Line

    def prepare(self) -> None:
        require(may_ring, self.actor)
        line = get_line(self.actor)
        if line is None:
            raise NotFound
        self.line = line

    def get_form(self, **bound: Any) -> NeedForm:
        return NeedForm(kinds=self.line.kinds, **bound)

    def save(self, form: NeedForm) -> str:
        given = form.cleaned_data
        mark_need(self.actor, token=self.line.held.token, type_code=given.pop("type"), is_needed=True, **given)
        return f"{reverse('outreach:line')}#needs"


@no_page
@require_POST
def no_need(request: HttpRequest) -> HttpResponse:
    """“They see to it themselves.”"""
    actor = request.actor  # type: ignore[attr-defined]
    require(may_ring, actor)
    held = held_by(actor)
    if held is None:
        return redirect("outreach:calls")
    try:
        mark_need(actor, token=held.token, type_code=request.POST.get("type", ""), is_needed=False)
    except Refused as no:
        messages.warning(request, no.message)
    return redirect(f"{reverse('outreach:line')}#needs")
