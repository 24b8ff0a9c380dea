"""Telling the person where to go, or bringing them and the service together."""

from datetime import date

from django.db import transaction

from linkworks.domain.onward.actions.holding import hold_open, hold_wanted
from linkworks.domain.onward.choices import IntroductionKind
from linkworks.domain.onward.models import Introduction, Option, Signposting
from linkworks.domain.onward.policies import may_connect
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

NOT_YET = "Give today or a day in the past: this is for what has happened. Book an appointment for what is planned."


@transaction.atomic
def signpost(actor: Actor, *, option: Option, told: str = "", on: date) -> Signposting:
    """The person was told, and goes themselves."""
    held = _connect(actor, option, on)
    signposting = Signposting.on(held.case, actor, option=held, told=told, at=clock.moment_on(on))
    signposting.save()
    record(actor, "option.signposted", subject=held, person_id=held.person_id, service=held.service_id)
    return signposting


@transaction.atomic
def introduce(
    actor: Actor, *, option: Option, kind: IntroductionKind, with_whom: str, words: str = "", on: date
) -> Introduction:
    """A three-way call, going along the first time, or in writing, once it has happened."""
    held = _connect(actor, option, on)
    introduction = Introduction.on(
        held.case, actor, option=held, kind=kind, with_whom=with_whom, words=words, at=clock.moment_on(on)
    )
    introduction.save()
    record(actor, "option.introduced", subject=held, person_id=held.person_id, service=held.service_id, kind=kind)
    return introduction


def _connect(actor: Actor, option: Option, on: date) -> Option:
    require(may_connect, actor, option.case)
    hold_open(option.case)
    if on > clock.today():
        raise Refused(NOT_YET, "on")
    return hold_wanted(option)
