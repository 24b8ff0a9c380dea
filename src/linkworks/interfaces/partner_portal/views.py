from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from linkworks.domain.onward.sharing import PersonFacts, describe
from linkworks.domain.outreach.actions.need_moves import answer_offer
from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.need_rules import UNDER_WAY
from linkworks.domain.outreach.need_texts import OFFER_PURPOSE
from linkworks.domain.outreach.selectors.needs import get_need
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.links import open_link
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotFound, Refused
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render
from linkworks.interfaces.partner_portal.forms import AnswerForm
from linkworks.interfaces.partner_portal.presenters import OfferPage, PlainPage

NOT_THERE = 404
# The address holds the secret: it goes to nobody else as a referrer, and no copy of the page is kept.
PRIVACY = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "same-origin",
}
STATES = ("offered", "error", "accepted", "delivered")

View = Callable[[HttpRequest, Actor, Need], HttpResponse]


def by_link(view: View) -> Callable[..., HttpResponse]:
    """Unknown, run out, and given to somebody else since look the same."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, token: str, **parts: Any) -> HttpResponse:
        try:
            link = open_link(token, OFFER_PURPOSE)
            actor = Actor.system("link of those who help", link.team_id)
            with acting(actor):
                response = view(request, actor, get_need(actor, link.object_id))
        except NotFound:
            response = render(request, "partner_portal/gone.jinja", PlainPage("This link opens nothing"), NOT_THERE)
        for name, value in PRIVACY.items():
            response[name] = value
        return response

    return opened


@page("partner_portal.offer", states=STATES, title="Can you help somebody?")
@by_link
def offer(request: HttpRequest, actor: Actor, need: Need) -> HttpResponse:
    form = AnswerForm(data=request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        state = NeedState(form.cleaned_data["state"])
        try:
            answer_offer(actor, need=need, **{**form.cleaned_data, "state": state})
        except (Refused, Conflict) as refusal:
            form.refuse(refusal.message, None)
        else:
            return _thank(request) if state == NeedState.REFUSED else redirect(request.path)
    return _show(request, actor, need, form)


def _thank(request: HttpRequest) -> HttpResponse:
    """Their link opens nothing from now on."""
    return render(request, "partner_portal/thanks.jinja", PlainPage("Thank you for telling us"))


def _show(request: HttpRequest, actor: Actor, need: Need, form: AnswerForm) -> HttpResponse:
    shared = {}
    if need.state in UNDER_WAY:
        record_look(actor, "partner_portal.offer", [need.person_id], reason="has taken on what they need")
        shared = describe(PersonFacts(need.person, before_contact(actor, [need.person_id])[need.person_id]))
    status = HAS_ERRORS if form.is_bound else 200
    return render(request, "partner_portal/offer.jinja", OfferPage.of(need, shared), status, form=form)
