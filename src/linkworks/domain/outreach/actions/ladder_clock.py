"""What time does to the other ways: a message that nobody answered, an owner who left, a step that is overdue."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from linkworks.domain.outreach.actions.ladder_decisions import hand_to
from linkworks.domain.outreach.actions.ladder_letters import remind_owner, tell_leads_of_overdue
from linkworks.domain.outreach.actions.ladder_results import Found, record_result
from linkworks.domain.outreach.choices import Door, OtherWay, StepResult
from linkworks.domain.outreach.models import LadderStep
from linkworks.domain.outreach.policies import may_put_on_other_ways
from linkworks.domain.outreach.selectors.ladder_owners import Rota
from linkworks.domain.outreach.selectors.safe_contact import SHUTTING, safe_contacts
from linkworks.domain.people.models import Alert
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

AT_ONCE = 200
REMIND_AFTER = timedelta(days=1)
NO_REPLY = "Nothing came until it was due."


@transaction.atomic
def wake_steps(actor: Actor) -> None:
    """Safe to run twice: whatever was done is no longer due."""
    require(may_put_on_other_ways, actor)
    _pass_on_unanswered(actor)
    _give_to_those_who_are_here(actor)
    _give_to_leads(actor)
    _remind(actor)


def _open(actor: Actor) -> QuerySet[LadderStep]:
    steps: QuerySet[LadderStep] = LadderStep.objects.visible_to(actor).filter(result="")
    return steps.select_related("rung", "contact", "person").order_by("due_at", "pk")


def _overdue(actor: Actor) -> QuerySet[LadderStep]:
    return _open(actor).filter(due_at__lte=clock.now())


def _pass_on_unanswered(actor: Actor) -> None:
    found = Found(StepResult.NOTHING, words=NO_REPLY)
    for step in _overdue(actor).filter(kind=OtherWay.MESSAGE)[:AT_ONCE]:
        record_result(actor, step=step, found=found)


def _give_to_those_who_are_here(actor: Actor) -> None:
    here = list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE).values("pk")
    steps = list(_open(actor).exclude(owner_id__in=here)[:AT_ONCE])
    rota = Rota(actor, [step.person_id for step in steps])
    for step in steps:
        hand_to(actor, step, rota.pick(Role(step.rung.owner_role), step.person_id))


def _give_to_leads(actor: Actor) -> None:
    """An alert that was raised since shuts the way: a lead decides."""
    warned = Alert.objects.visible_to(actor).filter(kind__in=SHUTTING, ended_at__isnull=True).values("person_id")
    leads = list_colleagues(actor, Role.TEAM_LEAD).values("pk")
    steps = list(_open(actor).filter(person_id__in=warned).exclude(owner_id__in=leads)[:AT_ONCE])
    known = safe_contacts(actor, [step.contact for step in steps])
    rota = Rota(actor, [step.person_id for step in steps])
    for step in steps:
        if known[step.contact_id].door_of(step.rung) == Door.UNDECIDED:
            hand_to(actor, step, rota.pick(Role.TEAM_LEAD, step.person_id))


def _remind(actor: Actor) -> None:
    """The owner when it is due and every day after; the leads as well from the second day on."""
    now = clock.now()
    forgotten = Q(reminded_at__isnull=True) | Q(reminded_at__lte=now - REMIND_AFTER)
    steps = list(_overdue(actor).filter(forgotten).exclude(kind=OtherWay.MESSAGE))
    by_owner: Counter[UUID] = Counter(step.owner_id for step in steps)
    for owner_id, number in by_owner.items():
        remind_owner(actor, owner_id, number)
    again = sum(step.reminders > 0 for step in steps)
    if again:
        tell_leads_of_overdue(actor, again)
    reminded = LadderStep.objects.filter(pk__in=[step.pk for step in steps], result="")
    reminded.update(reminders=F("reminders") + 1, reminded_at=now)
    if steps:
        record(actor, "other_way.reminded", owners=len(by_owner), steps=len(steps))
