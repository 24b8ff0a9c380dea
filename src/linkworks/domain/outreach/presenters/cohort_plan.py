"""What would come of a list, in sentences."""

from collections.abc import Iterator

from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.selectors.cohort_counts import Tally
from linkworks.foundation.core import words

# What would come of a row, said of one and of many.
PLANNED = {
    RowDecision.NEW: ("gets a record", "get a record"),
    RowDecision.SAME: (
        "is known to us, and what is new goes on their record",
        "are known to us, and what is new goes on their record",
    ),
    RowDecision.REPEAT: ("stands on the list twice, and counts once", "stand on the list twice, and count once"),
    RowDecision.LEAVE_OUT: ("is left out", "are left out"),
    RowDecision.KEEP: (
        "is no longer on the list, and stays in the campaign",
        "are no longer on the list, and stay in the campaign",
    ),
}
NOT_RUNG = {
    Section.DIED: ("has died, and nobody rings them", "have died, and nobody rings them"),
    Section.DO_NOT_CALL: ("asked not to be rung, and nobody does", "asked not to be rung, and nobody does"),
    Section.NO_NUMBER: (
        "has no telephone number, and is tried in other ways",
        "have no telephone number, and are tried in other ways",
    ),
}
ADDED = (RowDecision.NEW, RowDecision.SAME)
FOUND = ("of them is tried in another way so far, and is", "of them are tried in other ways so far, and are")


def tell_plan(tally: Tally, found_numbers: int) -> Iterator[str]:
    """What would happen, in sentences whose numbers add up to the rows; then who is rung once more."""
    for section, told in NOT_RUNG.items():
        if number := sum(tally.count(section=section, decision=decision) for decision in ADDED):
            yield f"{words.count(number, *told)}."
    for decision, told in PLANNED.items():
        passed_over = NOT_RUNG if decision in ADDED else ()
        there = (section for section in Section if section not in passed_over)
        if number := sum(tally.count(section=section, decision=decision) for section in there):
            yield f"{words.count(number, *told)}."
    if found_numbers:
        yield f"{words.count(found_numbers, *FOUND)} rung again: the list has a new number for them."
