"""Finding options for a person. What is told on the way is posted and kept in the session: no address says anything."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.directory.selectors import get_service, list_services
from linkworks.domain.directory.selectors.tellings import told_services
from linkworks.domain.onward.actions.circumstances import confirm_circumstance, take_back_circumstance
from linkworks.domain.onward.actions.offer import offer_option
from linkworks.domain.onward.forms.find import SentenceForm
from linkworks.domain.onward.presenters.about import find_url
from linkworks.domain.onward.presenters.find import FindPage, named_services
from linkworks.domain.onward.presenters.found_option import Finding, anchor
from linkworks.domain.onward.selectors.options import offered_services
from linkworks.domain.onward.views.telling import (
    asking_again,
    leaving_out,
    look,
    saying,
    setting_aside,
    taking_in,
    tell,
    told_of,
)
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design import panels
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import HAS_ERRORS, render

# What the buttons of the page are called, and what each does with its value.
TOLD = {
    "leave_out": leaving_out,
    "take_in": taking_in,
    "set_aside": setting_aside,
    "ask_again": asking_again,
}
RECORDED = {"confirm": confirm_circumstance, "take_back": take_back_circumstance}
LONGEST = 60
NOT_FOUND_NOW = "{service} is no longer among what fits. What is known, or its entry, has changed."


@page("onward.find", states=("empty", "filled", "closed", "error"), title="Find options")
def find(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor, case = _opened(request, case_id)
    form = SentenceForm(request.POST or None, initial={"sentence": told_of(request, case.pk).sentence})
    if request.method == "POST" and form.is_valid():
        tell(request, case.pk, partial(saying, form.cleaned_data["sentence"]))
        return redirect(find_url(case.pk, "options"))
    return _show(request, actor, case, form)


@no_page
@require_POST
def change(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One press: a piece left out or taken in, a circumstance confirmed, set aside, asked about again or taken back."""
    actor, case = _opened(request, case_id)
    for name in TOLD.keys() & request.POST.keys():
        tell(request, case.pk, partial(TOLD[name], request.POST[name][:LONGEST]))
    for name in RECORDED.keys() & request.POST.keys():
        _record(request, actor, case, name)
    return redirect(find_url(case.pk, "story" if {"leave_out", "take_in"} & request.POST.keys() else "circumstances"))


@no_page
@require_POST
def put(request: HttpRequest, case_id: UUID, service_id: UUID) -> HttpResponse:
    """Among the options as it stands, before anybody was asked."""
    actor, case = _opened(request, case_id)
    service = get_service(actor, service_id)
    why = look(request, case).why_of(service.pk)
    if why is None:
        messages.warning(request, NOT_FOUND_NOW.format(service=service.name))
        return redirect(find_url(case.pk))
    said = f"{service.name} is among the options for {case.person.known_as}."
    do(request, lambda: offer_option(actor, case=case, service=service, why=why), said)
    return redirect(find_url(case.pk, anchor(service)))


def _show(request: HttpRequest, actor: Actor, case: Case, form: SentenceForm) -> HttpResponse:
    looked = look(request, case)
    named = named_services(looked.found)
    finding = Finding(case, looked, offered_services(actor, case), told_services(actor, named))
    services = list_services(actor, named)
    shown = FindPage.of(finding, services, lambda service: panels.fill("onward.found", actor, service))
    record_look(actor, "onward.find", [case.person_id], reason=case.opening_reason or "")
    return render(request, "onward/find.jinja", shown, status=HAS_ERRORS if form.errors else 200, form=form)


def _record(request: HttpRequest, actor: Actor, case: Case, name: str) -> None:
    which = request.POST[name]
    if not which:
        return
    try:
        RECORDED[name](actor, case=case, name=which)
    except Refused as no:
        messages.warning(request, no.message)
    else:
        tell(request, case.pk, partial(asking_again, which))


def _opened(request: HttpRequest, case_id: UUID) -> tuple[Actor, Case]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor, get_case(actor, case_id)
