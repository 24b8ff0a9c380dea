"""What is on offer near somebody, for anybody. An address never holds more of a postcode than its sector."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from linkworks.domain.directory.choices import KnownAs
from linkworks.domain.directory.looking import look
from linkworks.domain.directory.place_code import is_whole, without_house
from linkworks.domain.directory.presenters.found import Reader
from linkworks.domain.directory.presenters.service import ServiceCard, detail_rows, reach_rows
from linkworks.domain.directory.questions import PLACE, SearchQuestions
from linkworks.domain.directory.selectors import get_listed_service
from linkworks.domain.directory.selectors.search import list_choices
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.selectors import get_team_by_slug
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render
from linkworks.interfaces.public_site.presenters.find_support import FindSupportPage, ServicePage
from linkworks.interfaces.public_site.views.doors import for_team, public_actor

TITLE = "Find support near you"


@page("public_site.find_support", states=("filled", "found", "empty", "error"), title=TITLE)
@for_team
def find_support(request: HttpRequest, actor: Actor, team: Team) -> HttpResponse:
    questions = _questions(request, actor)
    if not questions.is_valid():
        return _show(request, FindSupportPage.of(team, TITLE, questions=questions, found=None), HAS_ERRORS)
    code = questions.cleaned_data[PLACE]
    if request.method == "POST" or is_whole(code):
        return HttpResponseRedirect(f"{request.path}?{questions.address(without_house(code))}")
    found = look(actor, request, questions, _stranger(team))
    return _show(request, FindSupportPage.of(team, TITLE, questions=questions, found=found))


@page("public_site.service", states=("filled", "told"), title="A service")
@login_not_required
def service(request: HttpRequest, slug: str, service_id: UUID) -> HttpResponse:
    team = get_team_by_slug(slug)
    actor = public_actor(team)
    with acting(actor):
        offered = get_listed_service(actor, service_id)
        card = ServiceCard.of(offered, for_public=True)
        rows = (*reach_rows(offered), *card.rows, *detail_rows(offered))
        tell = reverse("public_site:tell", args=[slug, service_id])
        has_told = "told" in request.GET
        shown = ServicePage.of(team, offered.name, card=card, rows=rows, tell_url=tell, has_told=has_told)
        return render(request, "public_site/service.jinja", shown)


def _stranger(team: Team) -> Reader:
    return Reader(lambda service_id: reverse("public_site:service", args=[team.slug, service_id]), is_public=True)


def _questions(request: HttpRequest, actor: Actor) -> SearchQuestions:
    choices = list_choices(actor)
    given: Any = request.POST if request.method == "POST" else request.GET
    return SearchQuestions(given, languages=choices[KnownAs.LANGUAGE], access=choices[KnownAs.ACCESS])


def _show(request: HttpRequest, shown: FindSupportPage, status: int = 200) -> HttpResponse:
    return render(request, "public_site/find_support.jinja", shown, status=status, form=shown.questions)
