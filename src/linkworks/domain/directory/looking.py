"""One look into the directory: from questions that are in order to what a page shows."""

from dataclasses import replace

from django.http import HttpRequest

from linkworks.domain.directory.place_code import is_whole, without_house
from linkworks.domain.directory.presenters.found import FoundList, Reader
from linkworks.domain.directory.questions import SearchQuestions, wanted_from
from linkworks.domain.directory.selectors.search import Search, search
from linkworks.domain.directory.selectors.tellings import told_services
from linkworks.domain.directory.selectors.whereabouts import find_near, list_districts
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.paging import asked_page, paging

NOT_KNOWN = "We do not know where {code} is, so distances are left out. Check the postcode, or try its first half."


def look(actor: Actor, request: HttpRequest, questions: SearchQuestions, reader: Reader) -> FoundList:
    code = questions.cleaned_data["near"]
    near = find_near(actor, code) if code else None
    notices = (NOT_KNOWN.format(code=_shown(code)),) if code and near is None else ()
    found = search(actor, wanted_from(questions.cleaned_data, near), page=asked_page(request))
    pages = replace(paging(request, found.total), number=found.page)
    told = frozenset() if reader.is_public else told_services(actor, [hit.service.pk for hit in found.hits])
    return FoundList.of(found, pages, _around(actor, found), reader, told, notices)


def _shown(code: str) -> str:
    return f"{without_house(code)}…" if is_whole(code) else code


def _around(actor: Actor, found: Search) -> list[tuple[str, float, float]]:
    """What the map names, where there is one."""
    near = found.wanted.near
    if near is None or not found.hits:
        return []
    districts = list_districts(actor, near, found.wanted.miles)
    return list(districts.values_list("code", "latitude", "longitude"))
