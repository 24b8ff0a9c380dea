"""What we try next when nobody answers: tries at different times, then a letter, then an offer to close.

Nothing here does anything by itself: each step is a sentence and, at the end, an offer. For somebody at high risk no
step leads to closing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from linkworks.domain.casework.choices import AttemptOutcome
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.working_days import add_working_days, working_days_between

LETTER_WAIT = 10  # working days for somebody to answer a letter


class Step(StrEnum):
    TRY = "try"
    FIND_NUMBER = "find_number"
    RING_WHEN_ASKED = "ring_when_asked"
    WRITE = "write"
    WAIT = "wait"
    OFFER_TO_CLOSE = "offer_to_close"
    ASK_THE_LEAD = "ask_the_lead"


class PartOfDay(StrEnum):
    EARLY = "before 11am"
    MIDDLE = "between 11am and 2pm"
    LATE = "after 2pm"


ELEVEN, TWO = time(11), time(14)
LEAST_PARTS = 2  # tries at one time of day only would miss whoever is never in then

NOT_A_TRY = frozenset({AttemptOutcome.WRONG_NUMBER, AttemptOutcome.CALL_LATER, AttemptOutcome.LETTER_SENT})


@dataclass(frozen=True, slots=True)
class Try:
    at: datetime
    outcome: AttemptOutcome


@dataclass(frozen=True, slots=True)
class NextTry:
    step: Step
    sentence: str


def what_next(tries: Sequence[Try], *, tries_before_letter: int, high_risk: bool, now: datetime) -> NextTry | None:
    """The next step after these tries, oldest first, since we last spoke; None when nothing has been tried."""
    if not tries:
        return None
    if tries[-1].outcome == AttemptOutcome.WRONG_NUMBER:
        return NextTry(Step.FIND_NUMBER, "That number is wrong. Ask the practice or the referrer for another.")
    if tries[-1].outcome == AttemptOutcome.CALL_LATER:
        return NextTry(Step.RING_WHEN_ASKED, "They asked us to ring later. Ring when it suits them.")
    letter = next((one for one in reversed(tries) if one.outcome == AttemptOutcome.LETTER_SENT), None)
    if letter is not None:
        return _after_letter(letter, high_risk, now.astimezone(clock.LONDON).date())
    return _before_letter(tries, tries_before_letter, high_risk)


def _before_letter(tries: Sequence[Try], wanted: int, high_risk: bool) -> NextTry:
    times = {_day_and_part(one.at) for one in tries if one.outcome not in NOT_A_TRY}
    parts = {part for _, part in times}
    tried = f"Tried at {len(times)} different times" if len(times) > 1 else "Tried once"
    if len(times) < wanted or len(parts) < min(wanted, LEAST_PARTS):
        untried = next((part for part in PartOfDay if part not in parts), None)
        return NextTry(Step.TRY, f"{tried}. Next, try {untried or 'on another day'}.")
    if high_risk:
        return NextTry(Step.ASK_THE_LEAD, f"{tried}, and this person is at high risk. Talk to your team lead today.")
    return NextTry(Step.WRITE, f"{tried}. Next, send a letter.")


def _after_letter(letter: Try, high_risk: bool, today: date) -> NextTry:
    if high_risk:
        return NextTry(Step.ASK_THE_LEAD, "A letter was sent, and this person is at high risk. Talk to your team lead.")
    sent_on = letter.at.astimezone(clock.LONDON).date()
    answer_by = add_working_days(sent_on, LETTER_WAIT)
    if working_days_between(sent_on, today) < LETTER_WAIT:
        sent, until = words.day(sent_on, today), words.day(answer_by, today)
        return NextTry(Step.WAIT, f"A letter was sent {sent}. Give them until {until} to answer.")
    return NextTry(Step.OFFER_TO_CLOSE, "The letter has had no answer. You may close the case, or try once more.")


def _day_and_part(at: datetime) -> tuple[date, PartOfDay]:
    local = at.astimezone(clock.LONDON)
    if local.time() < ELEVEN:
        return local.date(), PartOfDay.EARLY
    return local.date(), PartOfDay.MIDDLE if local.time() < TWO else PartOfDay.LATE
