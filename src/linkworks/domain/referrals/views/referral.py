from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.choices import OPEN_STATUSES
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.presenters.comparison import compare
from linkworks.domain.referrals.presenters.referral import ReferralPage
from linkworks.domain.referrals.selectors.look_alikes import LookAlike, find_addition, find_look_alikes
from linkworks.domain.referrals.selectors.referrals import (
    list_corrections,
    list_messages_back,
    list_other_referrals,
    list_steps,
    open_referral,
)
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render


@page("referrals.referral", states=("received", "undecided", "returned", "declined", "accepted"), title="Referral")
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found, reason = open_referral(actor, referral_id)
    alike = _look_alikes(actor, found)
    seen = [found.person_id] if found.person_id else [one.person.pk for one in alike]
    record_look(actor, "referrals.referral", seen, reason=reason)
    shown = ReferralPage.of(
        found,
        steps=list_steps(actor, found),
        corrections=list_corrections(actor, found),
        messages=list_messages_back(actor, found),
        others=list_other_referrals(actor, found),
        comparisons=tuple(compare(found, one) for one in alike),
        is_joined=find_addition(actor, found) is not None,
        number_is_taken=any(one.has_number(found.nhs_number) for one in alike),
    )
    return render(request, "referrals/referral.jinja", shown)


def _look_alikes(actor: Actor, found: Referral) -> tuple[LookAlike, ...]:
    is_asked = found.person_id is None and found.status in OPEN_STATUSES and policies.may_triage(actor)
    return find_look_alikes(actor, found) if is_asked else ()
