"""What of a campaign's rules does not make sense together, in sentences that say how to mend it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from linkworks.domain.outreach.choices import Ending, Follows, Weekday
from linkworks.domain.outreach.models import CallOutcome
from linkworks.domain.outreach.windows import Span, tell_hours
from linkworks.foundation.core.words import clock_time

# A key each: nine numbers, then the letters but O, which comes before them all.
OUTCOME_KEYS = "123456789abcdefghijklmnpqrstuvwxyz"
NO_SCRIPT = "Choose the script that callers read."
NO_WINDOWS = "Say when you ring: there are no calling hours."
NO_BANDS = "Add a band, so that there is somewhere to put people."
NOBODY_REACHED = "Add an outcome after which the person is done because they were reached."
NEVER_AGAIN = "Add an outcome that rings again after a while, such as “No answer”."
ONCE_MORE = (Ending.REACHED, Ending.DECLINED)
TOO_MANY = f"There is a key for {len(OUTCOME_KEYS)} outcomes. Stop offering one of them first."


def problems_of_hours(spans: Iterable[Span]) -> Iterator[tuple[int, str]]:
    """The weekday, and what is wrong with it."""
    in_order = sorted(spans, key=lambda span: (span.weekday, span.opens))
    for span in in_order:
        if span.closes <= span.opens:
            yield span.weekday, f"{_told(span)}: calls must end after they begin. Change one of the times."
    for earlier, later in pairwise(in_order):
        if earlier.weekday == later.weekday and later.opens < earlier.closes:
            told = f"{_told(later)} begins before {clock_time(earlier.closes)}"
            yield later.weekday, f"{told}, when the hours before it end. Let one end before the other begins."


def problems_of_outcome(outcome: CallOutcome) -> Iterator[tuple[str, str]]:
    """The field, and what is wrong with it."""
    if outcome.follows == Follows.END and not outcome.ending:
        yield "ending", "Say how the person is done."
    if outcome.follows == Follows.RING_AGAIN and not outcome.counts and not outcome.rest:
        yield (
            "rest",
            "Somebody could be rung all day: let it count as a try, or say how long to leave them alone first.",
        )
    if outcome.once_more_after and (outcome.stops_all_calls or outcome.ending not in ONCE_MORE):
        yield "once_more_after", "Only somebody who was reached, or did not want a call this time, is rung once more."
    if outcome.stops_all_calls and outcome.ending not in (Ending.DECLINED, Ending.DIED):
        yield "stops_all_calls", "Calls stop for good only for somebody who did not want a call, or who has died."


def problems_of_outcomes(outcomes: Sequence[CallOutcome]) -> Iterator[str]:
    """`outcomes` are those that callers are offered."""
    if not any(one.ending == Ending.REACHED for one in outcomes):
        yield NOBODY_REACHED
    if not any(one.follows == Follows.RING_AGAIN for one in outcomes):
        yield NEVER_AGAIN
    if len(outcomes) > len(OUTCOME_KEYS):
        yield TOO_MANY


def problems(*, has_script: bool, spans: Sequence[Span], bands: int, outcomes: Sequence[CallOutcome]) -> Iterator[str]:
    """Everything that keeps a campaign from ringing."""
    if not has_script:
        yield NO_SCRIPT
    if not spans:
        yield NO_WINDOWS
    if not bands:
        yield NO_BANDS
    yield from (sentence for _, sentence in problems_of_hours(spans))
    yield from problems_of_outcomes(outcomes)
    for outcome in outcomes:
        yield from (f"“{outcome.label}”: {sentence}" for _, sentence in problems_of_outcome(outcome))


def _told(span: Span) -> str:
    return f"{Weekday(span.weekday).label} {tell_hours([(span.opens, span.closes)])}"
