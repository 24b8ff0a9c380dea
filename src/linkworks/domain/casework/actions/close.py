"""Ending a spell of support: prepared first, then done in one transaction with everything that ends with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.db import transaction

from linkworks.domain.casework import announcements
from linkworks.domain.casework.actions.appointments import cancel_appointment
from linkworks.domain.casework.actions.measures import record_not_asked
from linkworks.domain.casework.actions.steps import write_step
from linkworks.domain.casework.actions.tasks import add_task, drop_task
from linkworks.domain.casework.choices import CaseStatus, ClosureReason, HowItWent, MeasurePoint, NotAskedReason
from linkworks.domain.casework.closing_conditions import reasons_to_wait
from linkworks.domain.casework.closing_document import closing_document
from linkworks.domain.casework.measures import DEFAULT_PACK
from linkworks.domain.casework.models import Case, ClosingDraft, Closure
from linkworks.domain.casework.policies import may_work_on
from linkworks.domain.casework.selectors.closing import (
    ClosingMessage,
    get_draft,
    list_called_off,
    list_closing_messages,
)
from linkworks.domain.casework.selectors.measures import list_instruments, list_readings
from linkworks.domain.referrals import message_texts
from linkworks.domain.referrals.actions.message_back import Addressee, write_back
from linkworks.domain.referrals.choices import Recipient
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused

CHECK_IN = "Check in, as agreed when support ended"
DOCUMENT_NAME = "social-prescribing-summary.pdf"


@transaction.atomic
def prepare_closing(
    actor: Actor,
    *,
    case: Case,
    reason: ClosureReason,
    how_it_went: HowItWent,
    words: str = "",
    check_in_on: date | None = None,
    measures_not_asked: NotAskedReason | str = "",
) -> ClosingDraft:
    """Keep what is said about the ending until the messages back have been looked at. Nothing is closed yet."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    if check_in_on is not None and check_in_on <= clock.today():
        raise Refused("The check-in must be after today.", field="check_in_on")
    answers = {
        "reason": reason,
        "how_it_went": how_it_went,
        "words": words.strip(),
        "check_in_on": check_in_on,
        "measures_not_asked": measures_not_asked,
    }
    whose = {"team_id": case.team_id, "person_id": case.person_id, "by_id": actor.user_id}
    draft, _ = ClosingDraft.objects.update_or_create(case=case, defaults=answers, create_defaults=answers | whose)
    record(actor, "case.closing_prepared", subject=draft, person_id=case.person_id, reason=reason)
    return draft


@transaction.atomic
def close_case(actor: Actor, *, case: Case, texts: Mapping[Recipient, str]) -> Closure:
    """Close it and write to each recipient named in `texts`, in these words where they may be changed."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    for reason in reasons_to_wait(actor, case):
        raise Refused(reason)
    draft = get_draft(actor, case)
    if draft is None:
        raise Conflict("This closing is no longer prepared. Say again how support ended.")
    messages = _agreed(case, list_closing_messages(actor, case, draft), texts)
    _note_measures(actor, case, draft)
    _call_off(actor, case)
    _plan_check_in(actor, case, draft)
    closure = _close(actor, case, draft)
    for message in messages:
        _tell(actor, case, message)
    record(
        actor,
        "case.closed",
        subject=case,
        person_id=case.person_id,
        reason=closure.reason,
        how_it_went=closure.how_it_went,
        messages=len(messages),
    )
    announcements.announce(announcements.case_closed, actor, case.pk)
    return closure


def _agreed(case: Case, offered: list[ClosingMessage], texts: Mapping[Recipient, str]) -> list[ClosingMessage]:
    """Those to be told, with the words that were looked at. What may no longer leave stops the closing."""
    chosen = [message for message in offered if message.recipient in texts]
    if len(chosen) < len(texts) or not all(message.may_leave for message in chosen):
        raise Conflict("What may be told, or to whom, has changed. Look at the messages again.")
    return [_worded(case, message, texts[message.recipient]) for message in chosen]


def _worded(case: Case, told: ClosingMessage, text: str) -> ClosingMessage:
    if not told.may_be_changed:
        return told
    if not text.strip():
        raise Refused("Write the summary, or do not send it.", field="practice_text")
    return replace(told, summary=text.strip(), message=message_texts.summary(case.referral, text.strip()))


def _note_measures(actor: Actor, case: Case, draft: ClosingDraft) -> None:
    """Say of each default measure without a last reading why it was not asked, where a reason was given."""
    if not draft.measures_not_asked:
        return
    asked = {
        readings.instrument.key
        for readings in list_readings(actor, case)
        if any(reading.response.point == MeasurePoint.LAST for reading in readings.all)
    }
    for instrument in list_instruments(actor):
        if instrument.key in DEFAULT_PACK and instrument.key not in asked:
            record_not_asked(
                actor,
                case=case,
                instrument=instrument,
                point=MeasurePoint.LAST,
                reason=NotAskedReason(draft.measures_not_asked),
                words="Said when the case closed",
            )


def _call_off(actor: Actor, case: Case) -> None:
    called_off = list_called_off(actor, case)
    for appointment in called_off.appointments:
        cancel_appointment(actor, appointment=appointment)
    for task in called_off.tasks:
        drop_task(actor, task=task)


def _plan_check_in(actor: Actor, case: Case, draft: ClosingDraft) -> None:
    if draft.check_in_on is None:
        return
    allocation = case.allocations.filter(ended_at__isnull=True).first()
    worker_id = allocation.worker_id if allocation else actor.user_id
    add_task(actor, case=case, title=CHECK_IN, due_on=draft.check_in_on, worker_id=worker_id)


def _close(actor: Actor, case: Case, draft: ClosingDraft) -> Closure:
    now = clock.now()
    closure = Closure.on(
        case,
        actor,
        at=now,
        reason=draft.reason,
        how_it_went=draft.how_it_went,
        words=draft.words,
        check_in_on=draft.check_in_on,
    )
    closure.save()
    draft.delete()
    case.change(status=CaseStatus.CLOSED, closed_at=now)
    how = f"{closure.get_reason_display()}. {closure.get_how_it_went_display()}."
    write_step(actor, case, CaseStatus.CLOSED, f"{how} {closure.words}".strip())
    return closure


def _tell(actor: Actor, case: Case, told: ClosingMessage) -> None:
    attached = closing_document(case, told.name, told.summary) if told.may_be_changed else None
    write_back(
        actor,
        case.referral,
        Addressee(told.recipient, told.address, told.in_health),
        told.message,
        told.consent,
        attachment=attached,
        attachment_name=DOCUMENT_NAME if attached else "",
    )
