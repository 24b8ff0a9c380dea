from django.http import HttpRequest, HttpResponse

from linkworks.domain.referrals.choices import OPEN_STATUSES
from linkworks.domain.referrals.forms.inbox import InboxForm
from linkworks.domain.referrals.presenters.inbox import InboxPage
from linkworks.domain.referrals.selectors.inbox import Wanted, count_inbox, list_inbox, who_is_referred_twice
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import paging, slice_for
from linkworks.foundation.design.parts import Filter


@page("referrals.inbox", states=("empty", "filled"), title="Referrals")
def inbox(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = InboxForm(request.GET)
    found = list_inbox(actor, _wanted(form))
    pages = paging(request, found.count())
    referrals = list(slice_for(pages, found))
    people = [referral.person_id for referral in referrals if referral.person_id]
    record_look(actor, "referrals.inbox", people)
    shown = Filter(form, request.path, is_on=any(form.data.get(name) for name in form.fields))
    twice = who_is_referred_twice(actor, people)
    return render(request, "referrals/inbox.jinja", InboxPage.of(referrals, twice, count_inbox(actor), shown, pages))


def _wanted(form: InboxForm) -> Wanted:
    """What cannot be read narrows nothing."""
    form.is_valid()
    chosen = form.cleaned_data
    return Wanted(
        statuses=frozenset(chosen.get("status") or OPEN_STATUSES),
        source=chosen.get("source", ""),
        reason=chosen.get("reason", ""),
        undecided=chosen.get("undecided", False),
    )
