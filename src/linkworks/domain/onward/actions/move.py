"""What a partner answered, or that we took the referral back."""

from datetime import date

from django.db import transaction

from linkworks.domain.onward import following
from linkworks.domain.onward.choices import ALLOWED_MOVES, WAITING_ON_THEM, OnwardStatus
from linkworks.domain.onward.models import OnwardReferral, OnwardStep
from linkworks.domain.onward.policies import may_connect
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox


@transaction.atomic
def move_onward(
    actor: Actor,
    *,
    referral: OnwardReferral,
    status: OnwardStatus,
    words: str = "",
    on: date,
    expected_version: int | None = None,
) -> OnwardStep:
    """Taking it back also stops the e-mail, if that has not left yet."""
    require(may_connect, actor, referral.case)
    former = OnwardStatus(referral.status)
    if status not in ALLOWED_MOVES[former]:
        raise Refused(f"This referral is “{former.label}”; it cannot become “{status.label}” now.", "status")
    if not clock.day_of(referral.status_since) <= on <= clock.today():
        raise Refused("Give a day between the last thing that was heard and today.", "on")
    step = OnwardStep.on(
        referral.case, actor, onward_referral=referral, status=status, words=words, at=clock.moment_on(on)
    )
    step.save()
    referral.change(expected_version=expected_version, status=status, status_since=step.at)
    if status == OnwardStatus.CANCELLED and referral.outbox_id:
        outbox.cancel(actor, message_id=referral.outbox_id)
    record(
        actor,
        "onward_referral.moved",
        subject=referral,
        person_id=referral.person_id,
        status=status,
        former=former,
    )
    following.announce(actor, referral)
    return step


@transaction.atomic
def hold_back_unsent(actor: Actor, person: Person) -> None:
    """Somebody has died: what has not left for a partner yet does not leave. Partners who know are told by staff."""
    unsent = OnwardReferral.objects.visible_to(actor).filter(
        person=person, status__in=WAITING_ON_THEM, outbox_id__isnull=False
    )
    for referral in unsent.select_related("case"):
        if outbox.cancel(actor, message_id=referral.outbox_id):
            move_onward(
                actor, referral=referral, status=OnwardStatus.CANCELLED, words="Held back unsent", on=clock.today()
            )
