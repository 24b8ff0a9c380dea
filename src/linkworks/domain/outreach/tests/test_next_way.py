from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.choices import Door, OtherWay
from linkworks.domain.outreach.next_way import Way, is_last, next_way

ALL = [Way(uuid4(), kind) for kind in OtherWay]
some_ways = st.lists(st.builds(Way, st.uuids(), st.sampled_from(OtherWay), st.sampled_from(Door)), min_size=1)


def test_they_come_in_order():
    assert next_way(ALL, []).kind == OtherWay.MESSAGE
    assert next_way(ALL, [ALL[0].rung_id]).kind == OtherWay.OTHER_NUMBERS


def test_a_number_is_looked_for_first_where_there_is_none():
    assert next_way(ALL, [], finds_number=True).kind == OtherWay.OTHER_NUMBERS
    assert next_way(ALL, [ALL[1].rung_id], finds_number=True).kind == OtherWay.MESSAGE


def test_the_last_comes_again():
    used = [way.rung_id for way in ALL]
    assert next_way(ALL, used).kind == OtherWay.POLICE
    assert is_last(ALL, used[:-1], used[-1])
    assert not is_last(ALL, [], used[-1])


@given(some_ways, st.data(), st.booleans())
def test_there_is_always_a_next_one_and_none_that_a_lead_shut(ways, data, finds_number):
    used = data.draw(st.sets(st.sampled_from([way.rung_id for way in ways])))
    chosen = next_way(ways, used, finds_number=finds_number)
    assert chosen in ways
    assert chosen.door != Door.SHUT or all(way.door == Door.SHUT for way in ways)
    unused = [way for way in ways if way.rung_id not in used and way.door != Door.SHUT]
    assert not unused or chosen.rung_id not in used
