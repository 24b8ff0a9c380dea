"""An organisation looks at its own entry by a link that it got by email, and confirms or corrects it.

Opening a link changes nothing: the scanners of mail servers open every one. Only what is posted counts, and only once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator

from linkworks.domain.directory.actions.asking import PURPOSE, confirm_entry, correct_entry
from linkworks.domain.directory.actions.tellings import THEMSELVES
from linkworks.domain.directory.facts_form import EntryForm
from linkworks.domain.directory.models import EntryAsk
from linkworks.domain.directory.selectors.asking import get_ask
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.links import find_link
from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.selectors import get_team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotFound, Refused
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render
from linkworks.interfaces.public_site.limiter import count_post
from linkworks.interfaces.public_site.presenters.entry import (
    TITLE,
    CorrectPage,
    EntryPage,
    NoEntryPage,
    Why,
)
from linkworks.interfaces.public_site.views.doors import PublicFormPage

NOT_THERE = 404
# The address holds the secret: it is for nobody else, and no search engine keeps it.
PRIVACY = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "same-origin",
}
STATES = ("open", "answered", "run_out", "withdrawn")


@dataclass(frozen=True)
class Visit:
    """Whoever holds the link; `why` is there when it no longer answers."""

    team: Team
    actor: Actor
    ask: EntryAsk
    why: Why | None


def visit_of(token: str) -> Visit:
    """Raises NotFound for a secret that never was."""
    link = find_link(token, PURPOSE)
    if link is None:
        raise NotFound
    team, actor = get_team(link.team_id), Actor.system(THEMSELVES, link.team_id)
    with acting(actor):
        ask = get_ask(actor, link.object_id)
    return Visit(team, actor, ask, _why(link, ask))


def _why(link: SignedLink, ask: EntryAsk) -> Why | None:
    if ask.answered_at:
        return Why.ANSWERED
    if link.revoked_at or not ask.service.is_listed:
        return Why.WITHDRAWN
    return Why.RUN_OUT if link.expires_at <= clock.now() else None


def kept_private(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        for name, value in PRIVACY.items():
            response[name] = value
        return response

    return answered


@page("public_site.entry", states=STATES, title=TITLE)
@login_not_required
@kept_private
def entry(request: HttpRequest, token: str) -> HttpResponse:
    visit = visit_of(token)
    with acting(visit.actor):
        if visit.why:
            return _no_more(request, visit.team, visit.why)
        problem = _confirm(request, visit) if request.method == "POST" else ""
        if request.method == "POST" and not problem:
            return redirect("public_site:entry", token)
        shown = EntryPage.about(visit.team, visit.ask, reverse("public_site:entry_correct", args=[token]), problem)
        return render(request, "public_site/entry.jinja", shown, HAS_ERRORS if problem else 200)


def _confirm(request: HttpRequest, visit: Visit) -> str:
    """The rule's sentence, where it says no."""
    try:
        count_post(request.META["REMOTE_ADDR"], visit.team)
        with transaction.atomic():
            confirm_entry(visit.actor, ask=visit.ask)
    except (Refused, Conflict) as no:
        return no.message
    return ""


def _no_more(request: HttpRequest, team: Team, why: Why) -> HttpResponse:
    return render(request, "public_site/entry_closed.jinja", NoEntryPage.because(team, why))


@page("public_site.entry_correct", states=("filled", "error"), title="Put your entry right")
@method_decorator(login_not_required, name="dispatch")
class CorrectEntry(PublicFormPage):
    title = "Put your entry right"
    button = "Send"
    template_name = "public_site/entry_correct.jinja"
    layout = "public_site/entry_layout.jinja"
    keeps_typing = False

    visit: Visit

    @kept_private
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)

    def find_team(self) -> Team:
        self.visit = visit_of(self.kwargs["token"])
        return self.visit.team

    @property
    def actor(self) -> Actor:
        return self.visit.actor

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect(self._entry) if self.visit.why else super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect(self._entry) if self.visit.why else super().post(request, *args, **kwargs)

    def get_page(self) -> CorrectPage:
        return CorrectPage.of(self.team, self.title, name=self.visit.ask.service.name, back=self._entry)

    def get_form(self, **bound: Any) -> EntryForm:
        return EntryForm(service=self.visit.ask.service, **bound)

    def save(self, form: EntryForm) -> str:
        count_post(self.request.META["REMOTE_ADDR"], self.team)
        given = form.cleaned_data
        correct_entry(self.actor, ask=self.visit.ask, given=given, words=given["words"])
        return self._entry

    @property
    def _entry(self) -> str:
        return reverse("public_site:entry", args=[self.kwargs["token"]])
