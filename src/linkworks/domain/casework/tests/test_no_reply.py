from datetime import datetime, timedelta

import pytest

from linkworks.domain.casework.choices import AttemptOutcome
from linkworks.domain.casework.no_reply import Step, Try, what_next
from linkworks.foundation.core import clock

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=clock.LONDON)


def tried(*when, outcome=AttemptOutcome.NO_ANSWER):
    """Tries in March 2026, each as "day hour"."""
    moments = [datetime(2026, 3, *map(int, text.split()), tzinfo=clock.LONDON) for text in when]
    return [Try(at, outcome) for at in moments]


def next_step(tries, *, wanted=3, high_risk=False, now=NOW):
    return what_next(tries, tries_before_letter=wanted, high_risk=high_risk, now=now)


def test_nothing_tried_is_nothing_to_say():
    assert next_step([]) is None


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (["2 10"], "Tried once. Next, try between 11am and 2pm."),
        (["2 12"], "Tried once. Next, try before 11am."),
        (["2 10", "3 12"], "Tried at 2 different times. Next, try after 2pm."),
        (["2 9", "2 10"], "Tried once. Next, try between 11am and 2pm."),
    ],
)
def test_the_next_try_is_at_another_time_of_day(when, sentence):
    step = next_step(tried(*when))
    assert (step.step, step.sentence) == (Step.TRY, sentence)


def test_three_mornings_are_no_three_times():
    assert next_step(tried("2 9", "3 9", "4 9")).step == Step.TRY


def test_three_tries_at_different_times_are_followed_by_a_letter():
    assert next_step(tried("2 9", "3 12", "4 9")).step == Step.WRITE


def test_the_team_says_how_many_tries():
    assert next_step(tried("2 9"), wanted=1).step == Step.WRITE
    assert next_step(tried("2 9", "3 12", "4 9"), wanted=4).step == Step.TRY


def letter(day):
    return tried(f"{day} 12", outcome=AttemptOutcome.LETTER_SENT)


def test_a_letter_has_ten_working_days_and_then_closing_is_offered():
    tries = tried("2 9", "3 12", "4 15") + letter(6)
    assert next_step(tries, now=NOW - timedelta(days=1)).step == Step.WAIT
    assert next_step(tries, now=NOW).step == Step.OFFER_TO_CLOSE


def test_closing_is_never_offered_for_somebody_at_high_risk():
    tries = tried("2 9", "3 12", "4 15")
    assert next_step(tries, high_risk=True).step == Step.ASK_THE_LEAD
    assert next_step(tries + letter(6), high_risk=True, now=NOW + timedelta(days=60)).step == Step.ASK_THE_LEAD


def test_a_wrong_number_asks_for_another_and_counts_as_no_try():
    wrong = tried("3 12", outcome=AttemptOutcome.WRONG_NUMBER)
    assert next_step(tried("2 9") + wrong).step == Step.FIND_NUMBER
    assert next_step(wrong + tried("4 9")).sentence.startswith("Tried once.")


def test_who_asked_for_a_later_call_gets_one():
    later = tried("3 12", outcome=AttemptOutcome.CALL_LATER)
    assert next_step(tried("2 9") + later).step == Step.RING_WHEN_ASKED
