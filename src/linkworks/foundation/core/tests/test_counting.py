from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.counting import Count, hide_small

counts = st.lists(st.integers(0, 40), max_size=8).map(lambda ns: [Count(f"c{i}", n) for i, n in enumerate(ns)])


def test_one_to_four_people_are_not_counted_out_loud():
    assert [Count("", n).shown for n in (0, 1, 4, 5, 1200)] == ["0", "fewer than 5", "fewer than 5", "5", "1,200"]


def test_a_lone_hidden_count_is_joined_so_that_the_total_does_not_give_it_away():
    shown = hide_small([Count("Police", 2), Count("Council", 9), Count("Self", 30)])
    assert [(c.label, c.shown) for c in shown] == [("Self", "30"), ("Police and council", "11")]


@given(counts)
def test_hiding_never_changes_the_total_nor_leaves_one_hidden_among_others(listed):
    shown = hide_small(listed)
    assert sum(c.number for c in shown) == sum(c.number for c in listed)
    visible = [c for c in shown if c.number and not c.is_hidden]
    assert not (sum(c.is_hidden for c in shown) == 1 and visible)
