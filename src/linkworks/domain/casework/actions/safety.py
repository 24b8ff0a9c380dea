"""The safety path: from the moment somebody may harm themselves until the practice or 999 has been called."""

from typing import Any
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.telling_staff import tell_staff, wait_after
from linkworks.domain.casework.choices import PathTrigger, SafetyDeed
from linkworks.domain.casework.models import Case, MeasureResponse, SafetyPath, SafetyStep
from linkworks.domain.casework.policies import may_work_on, works_with_people
from linkworks.domain.casework.safety_email import FIRST, REMINDER, REMINDER_SUBJECT, SUBJECT
from linkworks.domain.casework.selectors.safeguarding import list_who_lead
from linkworks.domain.casework.selectors.safety import list_open_paths, list_paths_to_remind_of
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core import words as said
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

WHEN_DONE = {
    SafetyDeed.EMERGENCY_CALLED: "emergency_called_at",
    SafetyDeed.PRACTICE_CALLED: "practice_called_at",
    SafetyDeed.NUMBERS_GIVEN: "numbers_given_at",
}


@transaction.atomic
def open_path(actor: Actor, *, case: Case, trigger: PathTrigger, response: MeasureResponse | None = None) -> SafetyPath:
    """Open a path that this actor owns, and tell them. An open one on which nobody was called yet goes on instead."""
    require(may_work_on, actor, case)
    waiting = list_open_paths(actor, case).filter(practice_called_at__isnull=True, emergency_called_at__isnull=True)
    path = waiting.first()
    if path is not None:
        return path
    path = SafetyPath.on(
        case,
        actor,
        trigger=trigger,
        response=response,
        owner_id=actor.user_id,
        next_reminder_at=clock.now() + wait_after(0),
    )
    path.save()
    _tell_owner(actor, path)
    record(
        actor,
        "safety_path.opened",
        subject=path,
        person_id=case.person_id,
        trigger=trigger,
        owner_id=path.owner_id,
    )
    return path


@transaction.atomic
def answer_first_questions(actor: Actor, *, path: SafetyPath, with_them_now: bool, immediate_danger: bool) -> None:
    require(may_work_on, actor, path.case)
    path.change(with_them_now=with_them_now, immediate_danger=immediate_danger)
    _record_continued(actor, path, "danger" if immediate_danger else "no_danger")


@transaction.atomic
def record_safety_deed(
    actor: Actor,
    *,
    path: SafetyPath,
    deed: SafetyDeed,
    words: str = "",
    with_whom: str = "",
    new_owner_id: UUID | None = None,
) -> None:
    """Write down what was done. Whoever is called is named; a path is passed on to a named colleague."""
    require(may_work_on, actor, path.case)
    _insist_open(path)
    if deed == SafetyDeed.PRACTICE_CALLED and not with_whom.strip():
        raise Refused("Say whom you spoke to at the practice.", field="with_whom")
    if deed == SafetyDeed.PASSED_ON:
        path.change(owner_id=_colleague(actor, new_owner_id))
        _tell_owner(actor, path)
    elif deed in WHEN_DONE:
        done: dict[str, Any] = {WHEN_DONE[deed]: clock.now()}
        path.change(**done)
    _write_step(actor, path, deed, words=words, with_whom=with_whom)
    _record_continued(actor, path, deed)


@transaction.atomic
def remind_of_path(actor: Actor, *, path_id: UUID) -> bool:
    """Remind the owner, and from the second time everybody who leads. False when nothing is due."""
    require(works_with_people, actor)
    path = list_paths_to_remind_of(actor).select_for_update(skip_locked=True, of=("self",)).filter(pk=path_id).first()
    if path is None:
        return False
    told = [path.owner, *(list_who_lead(path.case) if path.reminders else ())]
    reminders = path.reminders + 1
    path.change(reminders=reminders, next_reminder_at=clock.now() + wait_after(reminders))
    tell_staff(actor, path, told, subject=REMINDER_SUBJECT, body=REMINDER)
    names = said.listed(dict.fromkeys(user.name for user in told))
    _write_step(actor, path, SafetyDeed.REMINDED, words=f"Reminded {names}.")
    record(
        actor,
        "safety_path.reminded",
        subject=path,
        person_id=path.person_id,
        reminders=reminders,
        told=len(set(told)),
    )
    return True


@transaction.atomic
def end_path(actor: Actor, *, path: SafetyPath, words: str) -> None:
    """End it, once the practice or 999 was called, in words that say how things stand."""
    require(may_work_on, actor, path.case)
    _insist_open(path)
    if not path.somebody_was_called:
        raise Refused("Call the practice or 999 and record it before you end the safety path.")
    if not words.strip():
        raise Refused("Say how things stand now.", field="words")
    path.change(ended_at=clock.now())
    _write_step(actor, path, SafetyDeed.ENDED, words=words)
    record(actor, "safety_path.ended", subject=path, person_id=path.person_id)


def _insist_open(path: SafetyPath) -> None:
    if path.ended_at is not None:
        raise Refused("This safety path has ended. Open a new one if you are worried again.")


def _tell_owner(actor: Actor, path: SafetyPath) -> None:
    tell_staff(actor, path, [path.owner], subject=SUBJECT, body=FIRST)


def _colleague(actor: Actor, user_id: UUID | None) -> UUID:
    colleagues = list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE)
    if user_id is None or not colleagues.filter(pk=user_id).exists():
        raise Refused("Choose the colleague who takes this on.", field="new_owner")
    return user_id


def _write_step(actor: Actor, path: SafetyPath, deed: SafetyDeed, *, words: str, with_whom: str = "") -> None:
    step = SafetyStep.on(
        path.case, actor, path=path, deed=deed, words=words.strip(), with_whom=with_whom.strip(), at=clock.now()
    )
    step.save()


def _record_continued(actor: Actor, path: SafetyPath, deed: str) -> None:
    record(
        actor,
        "safety_path.continued",
        subject=path,
        person_id=path.person_id,
        deed=deed,
        owner_id=path.owner_id,
    )
