"""Putting a service to the person, and writing down what they chose."""

from django.db import transaction

from linkworks.domain.casework.models import Case, Goal
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.actions.holding import hold_open
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import ClientChoice, Option
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.law import Law, law_for
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

REASON_NEEDED = "Say why you put it to them all the same, although {because}."


@transaction.atomic
def offer_option(
    actor: Actor,
    *,
    case: Case,
    service: Service,
    why: str = "",
    goal: Goal | None = None,
    overridden_because: str = "",
) -> Option:
    """Once per case and service. Refused when a rule of the service keeps it from this person; that it is full, or
    serves another area, may be put aside with a reason.
    """
    require(may_offer, actor, case)
    hold_open(case)
    if goal is not None and goal.case_id != case.pk:
        raise NotFound
    law = law_for(case, service)
    _insist_on(law, service, overridden_because)
    if Option.objects.filter(case=case, service=service).exists():
        raise Refused(f"{service.name} is among the options already.")
    option = Option.on(
        case,
        actor,
        service=service,
        why=why,
        goal=goal,
        offered_at=clock.now(),
        overridden=law.rules,
        overridden_because=overridden_because if law.rules else "",
    )
    option.save()
    record(
        actor,
        "option.offered",
        subject=option,
        person_id=case.person_id,
        service=service.pk,
        goal=goal.pk if goal else None,
    )
    if law.rules:
        rules = ",".join(law.rules)
        record(
            actor,
            "option.rules_overridden",
            subject=option,
            person_id=case.person_id,
            service=service.pk,
            rules=rules,
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


def _insist_on(law: Law, service: Service, reason: str) -> None:
    if any(refusal.kind == "closed" for refusal in law.final):
        raise Refused(f"{service.name} is closed for now. Look for something else, or check with them first.")
    if law.final:
        raise Refused(f"{service.name} is not for this person: {law.final[0].because}.")
    if law.overridable and not reason:
        raise Refused(REASON_NEEDED.format(because=law.overridable[0].because), "overridden_because")
