"""Putting a service to the person, and writing down what they chose."""

from django.db import transaction

from linkworks.domain.casework.models import Case, Goal
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.actions.holding import hold_open
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import ClientChoice, Option
from linkworks.domain.onward.policies import may_offer
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused


@transaction.atomic
def offer_option(actor: Actor, *, case: Case, service: Service, why: str = "", goal: Goal | None = None) -> Option:
    """Once per case and service. Refused when the service is closed: nobody should be sent to a shut door."""
    require(may_offer, actor, case)
    hold_open(case)
    if goal is not None and goal.case_id != case.pk:
        raise NotFound
    if service.live_state == LiveState.CLOSED_FOR_NOW:
        raise Refused(f"{service.name} is closed for now. Look for something else, or check with them first.")
    if Option.objects.filter(case=case, service=service).exists():
        raise Refused(f"{service.name} is among the options already.")
    option = Option.on(case, actor, service=service, why=why, goal=goal, offered_at=clock.now())
    option.save()
    record(
        actor,
        "option.offered",
        subject=option,
        person_id=case.person_id,
        service=service.pk,
        goal=goal.pk if goal else None,
    )
    return option


@transaction.atomic
def record_choice(
    actor: Actor, *, option: Option, choice: Choice, words: str = "", expected_version: int | None = None
) -> ClientChoice:
    """What the person said, and why, in their own words. They may change their mind: every choice stays."""
    require(may_offer, actor, option.case)
    told = ClientChoice.on(option.case, actor, option=option, choice=choice, words=words, at=clock.now())
    told.save()
    option.change(expected_version=expected_version, choice=choice, chosen_at=told.at)
    record(actor, "option.chosen", subject=option, person_id=option.person_id, choice=choice)
    return told
