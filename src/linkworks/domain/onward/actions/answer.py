"""What a person does with their own options sheet: opens it with their year of birth, and says what they think.

The actor is their link: a system actor of the one team. The choice is theirs, and is written down as theirs.
"""

from django.db import transaction

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.onward.actions.hand_out import take_back
from linkworks.domain.onward.actions.holding import hold
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import ClientChoice, OptionsSheet, SheetEntry
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.sheets import list_answers
from linkworks.domain.onward.sheet.tries import Verdict, judge
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

TAKEN_UP = "We have begun to help with this one. To change your mind, please talk to us."
NOT_ANY_MORE = "You can no longer answer here. Please talk to us instead."


@transaction.atomic
def open_sheet(actor: Actor, *, sheet: OptionsSheet, year: int) -> Verdict | None:
    """None when the year is right, and the sheet may be shown; otherwise what a next try may do.

    While tries are throttled even the right year opens nothing. The last wrong one that is allowed ends the link.
    """
    require(may_offer, actor, sheet.case)
    held = _hold_sheet(sheet)
    verdict = judge(held.wrong_years_at, clock.now())
    if verdict is not Verdict.TRY:
        return verdict
    born = held.person.date_of_birth
    if born is not None and born.year == year:
        _note_opening(actor, held)
        return None
    return _note_wrong_year(actor, held)


@transaction.atomic
def answer_option(actor: Actor, *, entry: SheetEntry, choice: Choice, words: str = "") -> ClientChoice:
    """Changeable until the worker acts on it; the same answer twice is one."""
    require(may_offer, actor, entry.case)
    held = hold(entry.option)
    if held.case.status == CaseStatus.CLOSED:
        raise Refused(NOT_ANY_MORE)
    if list_answers(actor, [entry])[held.pk].is_taken_up:
        raise Refused(TAKEN_UP)
    said = words.strip()
    newest: ClientChoice | None = held.client_choices.order_by("at", "created_at").last()
    if newest is not None and newest.sheet_id == entry.sheet_id and (newest.choice, newest.words) == (choice, said):
        return newest
    told = ClientChoice.on(
        held.case, actor, option=held, choice=choice, words=said, at=clock.now(), sheet_id=entry.sheet_id
    )
    told.save()
    held.change(choice=choice, chosen_at=told.at)
    record(actor, "option.answered", subject=held, person_id=held.person_id, choice=choice, sheet=entry.sheet_id)
    return told


def _hold_sheet(sheet: OptionsSheet) -> OptionsSheet:
    """As it stands now, locked, so that tries made at once are counted one after another."""
    rows = OptionsSheet.objects.select_for_update(of=("self",)).select_related("case", "person")
    held: OptionsSheet = rows.get(pk=sheet.pk)
    if not held.has_link:
        raise NotFound
    return held


def _note_opening(actor: Actor, sheet: OptionsSheet) -> None:
    now = clock.now()
    sheet.change(first_opened_at=sheet.first_opened_at or now, last_opened_at=now)
    record(actor, "options_sheet.opened", subject=sheet, person_id=sheet.person_id)


def _note_wrong_year(actor: Actor, sheet: OptionsSheet) -> Verdict:
    now = clock.now()
    tries = [*sheet.wrong_years_at, now]
    sheet.change(wrong_years_at=tries)
    record(actor, "options_sheet.wrong_year", subject=sheet, person_id=sheet.person_id, tries=len(tries))
    verdict = judge(tries, now)
    if verdict is Verdict.SHUT:
        take_back(actor, sheet=sheet, was_shut=True)
    return verdict
