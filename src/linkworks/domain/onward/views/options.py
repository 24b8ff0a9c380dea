"""The options of a case, and one of them."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.search import Wanted, search
from linkworks.domain.onward.forms.offer import ChoiceForm
from linkworks.domain.onward.forms.outcome import OutcomeForm
from linkworks.domain.onward.presenters.option import OptionPage
from linkworks.domain.onward.presenters.options import OptionsPage
from linkworks.domain.onward.selectors.options import list_options, read_option
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design import panels
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import asked_page, paging
from linkworks.foundation.design.searching import asked_words

PER_PAGE = 7


@page("onward.options", states=("empty", "filled", "found", "closed"), title="Options for a person")
def options(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    known = before_contact(actor, [case.person_id])[case.person_id]
    words = asked_words(request)
    looked: dict[str, Any] = {}
    if words:
        found = search(actor, Wanted(words=words), page=asked_page(request), per_page=PER_PAGE)
        looked = {"services": [hit.service for hit in found.hits], "paging": paging(request, found.total, PER_PAGE)}
    record_look(actor, "onward.options", [case.person_id], reason=case.opening_reason or "")
    shown = OptionsPage.of(case, known, list_options(actor, case), words=words, **looked)
    return render(request, "onward/options.jinja", shown, panels=panels.fill("onward.options", actor, case))


@page("onward.option", states=("not_asked", "wanted", "under_way", "refused"), title="An option")
def option_page(request: HttpRequest, case_id: UUID, option_id: UUID) -> HttpResponse:
    """The next thing to write down stands on the page itself: what they said, then how it went."""
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    story = read_option(actor, case, option_id)
    known = before_contact(actor, [case.person_id])[case.person_id]
    service = get_service(actor, story.option.service_id)
    record_look(actor, "onward.option", [case.person_id], reason=case.opening_reason or "")
    shown = OptionPage.of(case, known, service, story)
    return render(
        request,
        "onward/option.jinja",
        shown,
        choice_form=ChoiceForm(),
        outcome_form=OutcomeForm(),
        panels=panels.fill("onward.option", actor, story.option),
        submission=uuid4(),
    )
