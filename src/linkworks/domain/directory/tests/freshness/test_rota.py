from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.directory.rota import Given, Hand, need, share_out

SERVICES = [UUID(int=number) for number in range(1, 61)]
WORKERS = [UUID(int=number) for number in range(1001, 1010)]

refusals = st.sets(st.builds(Given, st.sampled_from(SERVICES), st.sampled_from(WORKERS)))
amounts = st.integers(min_value=0, max_value=8)
hands = st.lists(st.builds(lambda has, had: (has, has + had), amounts, amounts), max_size=len(WORKERS))


def as_hands(told):
    return [Hand(worker, has, had) for worker, (has, had) in zip(WORKERS, told, strict=False)]


@given(st.integers(0, 60), hands, st.integers(0, 8), refusals)
def test_nobody_gets_too_much_nothing_goes_out_twice_and_no_is_no(entries, told, most, refused):
    shares = list(share_out(SERVICES[:entries], as_hands(told), most=most, refused=refused))
    got = Counter(share.worker_id for share in shares)
    assert len({share.service_id for share in shares}) == len(shares)
    assert not refused & set(shares)
    for worker, (has, _) in zip(WORKERS, told, strict=False):
        assert got[worker] <= max(0, most - has)


@given(st.integers(0, 60), hands, st.integers(1, 8))
def test_it_is_fair(entries, told, most):
    """Whoever ends up with more than somebody else by two or more did not get it now."""
    shares = Counter(share.worker_id for share in share_out(SERVICES[:entries], as_hands(told), most=most))
    ends = {worker: has + shares[worker] for worker, (has, _) in zip(WORKERS, told, strict=False)}
    for worker, number in ends.items():
        if shares[worker]:
            assert number - min(ends.values()) <= 1


@given(st.integers(0, 60), hands, st.integers(1, 8))
def test_nothing_needy_is_left_while_somebody_has_room(entries, told, most):
    shares = list(share_out(SERVICES[:entries], as_hands(told), most=most))
    room = sum(max(0, most - has) for has, _ in told)
    assert [share.service_id for share in shares] == SERVICES[: min(entries, room)]


@given(st.integers(1, 20), st.integers(1, 3))
def test_over_the_weeks_it_evens_out(weeks, a_week):
    """Where there are fewer entries than people, it is not always the same people."""
    had: Counter[UUID] = Counter()
    for _ in range(weeks):
        for share in share_out(SERVICES[:a_week], [Hand(worker, 0, had[worker]) for worker in WORKERS], most=5):
            had[share.worker_id] += 1
    numbers = [had[worker] for worker in WORKERS]
    assert max(numbers) - min(numbers) <= 1


def test_older_offered_and_near_entries_need_it_more():
    plain = need(200, offers=0, is_near=False)
    assert need(None, offers=0, is_near=False) > need(300, offers=0, is_near=False) > plain
    assert need(200, offers=3, is_near=False) > plain
    assert need(200, offers=0, is_near=True) > plain


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_however_often_it_is_offered_age_counts(days, offers):
    assert need(days * 3 + 1, offers=0, is_near=False) > need(days, offers=offers, is_near=False)
