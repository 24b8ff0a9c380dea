"""Looking for services. A whole postcode is a person's: it is posted, and the session keeps it, not the address."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from linkworks.domain.directory.choices import KnownAs
from linkworks.domain.directory.looking import look
from linkworks.domain.directory.place_code import is_whole
from linkworks.domain.directory.policies import may_keep_collections
from linkworks.domain.directory.presenters.found import Reader
from linkworks.domain.directory.presenters.pages import SearchPage
from linkworks.domain.directory.presenters.tabs import directory_tabs
from linkworks.domain.directory.questions import KEPT, PLACE, SearchQuestions
from linkworks.domain.directory.selectors.search import list_choices
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render

POSTCODE = "directory.postcode"  # of the session


@page("directory.search", states=("filled", "found", "empty", "error"), title="Directory of services")
def search(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    questions = _questions(request)
    if not questions.is_valid():
        return _show(request, SearchPage.of(questions), HAS_ERRORS)
    code = questions.cleaned_data[PLACE]
    if request.method == "POST" or is_whole(request.GET.get(PLACE, "")):
        return HttpResponseRedirect(f"{request.path}?{questions.address(_kept(request, code))}")
    return _show(request, SearchPage.of(questions, look(actor, request, questions, _staff(request)), _lost(request)))


def _staff(request: HttpRequest) -> Reader:
    """A colleague, who comes back here after putting a service in a collection."""
    back = urlencode({"back": request.get_full_path()})

    def collect(service_id: UUID) -> str:
        return f"{reverse('directory:collect', args=[service_id])}?{back}"

    def page_of(service_id: UUID) -> str:
        return reverse("directory:service", args=[service_id])

    may_keep = may_keep_collections(request.actor)  # type: ignore[attr-defined]
    return Reader(page_of, is_public=False, collect=collect if may_keep else None)


def _questions(request: HttpRequest) -> SearchQuestions:
    actor = request.actor  # type: ignore[attr-defined]
    choices = list_choices(actor)
    given: Any = request.POST if request.method == "POST" else request.GET.copy()
    if given.get(PLACE) == KEPT:
        given[PLACE] = request.session.get(POSTCODE, "")
    return SearchQuestions(given, languages=choices[KnownAs.LANGUAGE], access=choices[KnownAs.ACCESS])


def _kept(request: HttpRequest, code: str) -> str:
    """What stands in the address for this code."""
    if not is_whole(code):
        return code
    request.session[POSTCODE] = code
    return KEPT


def _lost(request: HttpRequest) -> bool:
    """A colleague sent the address: the postcode did not come with it."""
    return request.GET.get(PLACE) == KEPT and POSTCODE not in request.session


def _show(request: HttpRequest, shown: SearchPage, status: int = 200) -> HttpResponse:
    tabs = directory_tabs(request.actor, "directory:search")  # type: ignore[attr-defined]
    return render(request, "directory/search.jinja", shown, status=status, form=shown.questions, tabs=tabs)
