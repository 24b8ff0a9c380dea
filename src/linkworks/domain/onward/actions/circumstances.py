"""Confirming what is so of the person, and taking it back."""

from django.db import transaction

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.actions.holding import hold_open
from linkworks.domain.onward.models import ConfirmedCircumstance
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.circumstances import is_known
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@transaction.atomic
def confirm_circumstance(actor: Actor, *, case: Case, name: str) -> ConfirmedCircumstance:
    """Kept with the case; once, however often it is pressed."""
    require(may_offer, actor, case)
    hold_open(case)
    if not is_known(name):
        raise NotFound
    standing = _standing(case, name)
    if standing is not None:
        return standing
    circumstance = ConfirmedCircumstance.on(case, actor, name=name, confirmed_at=clock.now())
    circumstance.save()
    record(actor, "circumstance.confirmed", subject=circumstance, person_id=case.person_id)
    return circumstance


@transaction.atomic
def take_back_circumstance(actor: Actor, *, case: Case, name: str) -> None:
    """It was a slip, or is so no longer. Nothing happens when somebody took it back before."""
    require(may_offer, actor, case)
    hold_open(case)
    standing = _standing(case, name)
    if standing is not None:
        standing.change(taken_back_at=clock.now(), taken_back_by_id=actor.user_id)
        record(actor, "circumstance.taken_back", subject=standing, person_id=case.person_id)


def _standing(case: Case, name: str) -> ConfirmedCircumstance | None:
    rows = ConfirmedCircumstance.objects.filter(case=case, name=name, taken_back_at__isnull=True)
    standing: ConfirmedCircumstance | None = rows.first()
    return standing
