from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.casework.measures import INSTRUMENTS, Direction, change, score

ONS4, DJG6, SWEMWBS = (INSTRUMENTS[key] for key in ("ons4", "djg6", "swemwbs"))

readings = st.fixed_dictionaries({item.key: st.none() | st.integers(0, 10) for item in ONS4.items})


def by_key(differences) -> dict:
    return {difference.key: (difference.amount, difference.direction) for difference in differences}


def test_each_question_changes_by_itself_and_anxiety_gets_better_by_falling():
    first = score(ONS4, {"satisfied": 3, "worthwhile": 5, "happy": 6, "anxious": 8})
    last = score(ONS4, {"satisfied": 6, "worthwhile": 5, "happy": 4, "anxious": 4})
    changed = change(first, last)
    assert by_key(changed.items) == {
        "satisfied": (3, Direction.BETTER),
        "worthwhile": (0, Direction.SAME),
        "happy": (-2, Direction.WORSE),
        "anxious": (-4, Direction.BETTER),
    }
    assert changed.scales == ()
    assert changed.missing == 0


@given(readings, readings)
def test_only_pairs_are_compared_and_the_rest_are_counted(before, after):
    changed = change(score(ONS4, before), score(ONS4, after))
    paired = {key for key in before if before[key] is not None and after[key] is not None}
    assert {item.key for item in changed.items} == paired
    assert changed.missing == 4 - len(paired)
    assert all(item.amount == after[item.key] - before[item.key] for item in changed.items)


@given(readings, readings)
def test_going_back_undoes_going_forward(before, after):
    there = change(score(ONS4, before), score(ONS4, after))
    back = change(score(ONS4, after), score(ONS4, before))
    assert [item.amount for item in there.items] == [-item.amount for item in back.items]


def test_a_scale_is_compared_only_where_both_readings_have_it():
    yes = {item.key: 3 for item in DJG6.items}
    first = score(DJG6, yes)
    last = score(DJG6, {**yes, "emptiness": 1, "trust": None})
    changed = change(first, last)
    assert by_key(changed.scales) == {"total": (-1, Direction.BETTER), "emotional": (-1, Direction.BETTER)}
    assert changed.missing == 1


def test_a_metric_score_changes_by_its_published_figures():
    first = score(SWEMWBS, {item.key: 2 for item in SWEMWBS.items})
    last = score(SWEMWBS, {item.key: 3 for item in SWEMWBS.items})
    assert by_key(change(first, last).scales)["metric"] == (Decimal("3.93"), Direction.BETTER)


def test_two_different_measures_cannot_be_compared():
    with pytest.raises(ValueError, match="same measure"):
        change(score(ONS4, {}), score(DJG6, {}))
