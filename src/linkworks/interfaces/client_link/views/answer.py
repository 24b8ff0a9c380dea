from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.onward.actions.answer import answer_option
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.selectors.sheets import get_entry
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import no_page
from linkworks.foundation.design.pages import HAS_ERRORS
from linkworks.interfaces.client_link.forms import AnswerForm
from linkworks.interfaces.client_link.views.door import Visit, once_opened
from linkworks.interfaces.client_link.views.sheet import show


@no_page
@require_POST
@once_opened
def answer(request: HttpRequest, visit: Visit, entry_id: UUID) -> HttpResponse:
    """Each of the three buttons posts; pressed twice it says the same once."""
    entry = get_entry(visit.actor, visit.sheet, entry_id)
    form = AnswerForm(data=request.POST)
    if not form.is_valid():
        return show(request, visit, problem=str(form.error_links[0]["text"]), status=HAS_ERRORS)
    given = form.cleaned_data
    try:
        answer_option(visit.actor, entry=entry, choice=Choice(given["choice"]), words=given["words"])
    except Refused as refusal:
        return show(request, visit, problem=refusal.message, status=HAS_ERRORS)
    size = {"size": "large"} if request.POST.get("size") == "large" else {}
    asked = urlencode({"answered": entry.pk, **size})
    return redirect(f"{reverse('client_link:sheet', args=[visit.token])}?{asked}#option-{entry.number}")
