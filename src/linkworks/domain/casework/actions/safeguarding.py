"""Safeguarding concerns: raised, told to the lead and the deputy at once, and closed by the lead alone."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.telling_staff import tell_staff, wait_after
from linkworks.domain.casework.choices import ConcernDeed, ConcernStatus
from linkworks.domain.casework.models import Case, SafeguardingConcern, SafeguardingRota, SafeguardingStep
from linkworks.domain.casework.policies import (
    leads_the_team,
    may_acknowledge,
    may_close_concern,
    may_work_on,
    works_with_people,
)
from linkworks.domain.casework.safeguarding_email import FIRST, REMINDER, SUBJECT
from linkworks.domain.casework.selectors.safeguarding import get_rota, list_who_lead, whom_to_tell
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE
from linkworks.foundation.accounts.selectors import list_colleagues, team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core import words as said
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def raise_concern(
    actor: Actor,
    *,
    case: Case,
    immediate_danger: bool,
    emergency_called: bool,
    what: str,
    wishes_asked: bool,
    wishes: str,
) -> SafeguardingConcern:
    """Write the concern down and tell the lead and the deputy, in one transaction."""
    require(may_work_on, actor, case)
    if not wishes.strip():
        question = "Say what the person wants to happen." if wishes_asked else "Say why you did not ask the person."
        raise Refused(question, field="wishes" if wishes_asked else "why_not_asked")
    lead, deputy = whom_to_tell(actor, case)
    concern = SafeguardingConcern.on(
        case,
        actor,
        immediate_danger=immediate_danger,
        emergency_called=emergency_called,
        what=what.strip(),
        wishes_asked=wishes_asked,
        wishes=wishes.strip(),
        lead=lead,
        deputy=deputy,
        next_reminder_at=clock.now() + wait_after(0),
    )
    concern.save()
    tell_staff(actor, concern, (lead, deputy), subject=SUBJECT, body=FIRST)
    record(
        actor,
        "concern.raised",
        subject=concern,
        person_id=case.person_id,
        immediate_danger=immediate_danger,
        lead_id=lead.pk,
        deputy_id=deputy.pk,
    )
    return concern


@transaction.atomic
def acknowledge_concern(actor: Actor, *, concern: SafeguardingConcern, words: str) -> None:
    """Somebody who was told has taken it on: the reminders end."""
    require(may_acknowledge, actor, concern)
    if concern.status != ConcernStatus.RAISED:
        raise Refused("Somebody has acknowledged this concern already.")
    concern.change(status=ConcernStatus.ACKNOWLEDGED, next_reminder_at=None)
    _write_step(actor, concern, ConcernDeed.ACKNOWLEDGED, words=words)
    record(actor, "concern.acknowledged", subject=concern, person_id=concern.person_id)


@transaction.atomic
def record_concern_deed(
    actor: Actor, *, concern: SafeguardingConcern, deed: ConcernDeed, words: str, with_whom: str = ""
) -> None:
    """Write down what was done. Sharing names with whom; without consent, the words are the reason."""
    require(may_work_on, actor, concern.case)
    _insist_open(concern)
    shared = deed in (ConcernDeed.SHARED, ConcernDeed.SHARED_WITHOUT_CONSENT)
    if shared and not with_whom.strip():
        raise Refused("Say with whom it was shared.", field="with_whom")
    if not words.strip():
        without = deed == ConcernDeed.SHARED_WITHOUT_CONSENT
        raise Refused("Say why it was shared without consent." if without else "Say what was done.", field="words")
    _write_step(actor, concern, deed, words=words, with_whom=with_whom)
    record(actor, "concern.continued", subject=concern, person_id=concern.person_id, deed=deed)


@transaction.atomic
def close_concern(actor: Actor, *, concern: SafeguardingConcern, words: str) -> None:
    require(may_close_concern, actor, concern)
    _insist_open(concern)
    if not words.strip():
        raise Refused("Say why the concern can close.", field="words")
    concern.change(status=ConcernStatus.CLOSED, next_reminder_at=None)
    _write_step(actor, concern, ConcernDeed.CLOSED, words=words)
    record(actor, "concern.closed", subject=concern, person_id=concern.person_id)


@transaction.atomic
def remind_of_concern(actor: Actor, *, concern_id: UUID) -> bool:
    """Remind those who were told, and from the second time everybody who leads. False when nothing is due."""
    require(works_with_people, actor)
    due = SafeguardingConcern.objects.visible_to(actor).filter(
        pk=concern_id, status=ConcernStatus.RAISED, next_reminder_at__lte=clock.now()
    )
    concern = due.select_for_update(skip_locked=True, of=("self",)).select_related("case", "lead", "deputy").first()
    if concern is None:
        return False
    told = [concern.lead, concern.deputy]
    if concern.reminders:
        told += list_who_lead(concern.case)
    reminders = concern.reminders + 1
    concern.change(reminders=reminders, next_reminder_at=clock.now() + wait_after(reminders))
    tell_staff(actor, concern, told, subject=SUBJECT, body=REMINDER)
    names = said.listed(dict.fromkeys(user.name for user in told))
    _write_step(actor, concern, ConcernDeed.REMINDED, words=f"Reminded {names}.")
    record(
        actor,
        "concern.reminded",
        subject=concern,
        person_id=concern.person_id,
        reminders=reminders,
        told=len(set(told)),
    )
    return True


@transaction.atomic
def name_safeguarding_lead(actor: Actor, *, lead_id: UUID, deputy_id: UUID) -> SafeguardingRota:
    """Say whom the team tells of a concern from now on."""
    require(leads_the_team, actor)
    may_be_named = list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE).filter(pk__in=[lead_id, deputy_id])
    if lead_id == deputy_id:
        raise Refused("Choose two different people.", field="deputy")
    if may_be_named.count() != len({lead_id, deputy_id}):
        raise Refused("Choose people who work with clients in this team.", field="lead")
    rota = get_rota(actor)
    if rota is None:
        rota = SafeguardingRota.objects.create(team=team_of(actor), lead_id=lead_id, deputy_id=deputy_id)
    else:
        rota.change(lead_id=lead_id, deputy_id=deputy_id)
    record(actor, "safeguarding.lead_named", subject=rota, lead_id=lead_id, deputy_id=deputy_id)
    return rota


def _insist_open(concern: SafeguardingConcern) -> None:
    if concern.status == ConcernStatus.CLOSED:
        raise Refused("This concern is closed. Raise a new one if you are worried again.")


def _write_step(
    actor: Actor, concern: SafeguardingConcern, deed: ConcernDeed, *, words: str, with_whom: str = ""
) -> None:
    step = SafeguardingStep.on(
        concern.case,
        actor,
        concern=concern,
        deed=deed,
        words=words.strip(),
        with_whom=with_whom.strip(),
        at=clock.now(),
    )
    step.save()
