from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.casework.suggesting import Wanted, WorkerFacts, share_out, suggest

NORTH = uuid4()


def worker(name: str, **facts) -> WorkerFacts:
    usual = {"network_ids": frozenset(), "languages": frozenset(), "open_cases": 10, "full_caseload": 40}
    return WorkerFacts(worker_id=uuid4(), name=name, **usual | facts)


def names(workers, *, language="English", network=None) -> list[str]:
    return [s.name for s in suggest(workers, Wanted(network, "North Lewisham", language))]


def test_a_language_counts_before_the_network_and_the_network_before_room():
    emptiest = worker("Amina", open_cases=0)
    of_network = worker("Ben", network_ids=frozenset({NORTH}))
    speaker = worker("Carol", languages=frozenset({"Somali"}), open_cases=30)
    assert names([emptiest, of_network, speaker], language="Somali", network=NORTH) == ["Carol", "Ben", "Amina"]


def test_somebody_away_or_full_comes_last_and_is_still_shown():
    away = worker("Amina", is_away=True, open_cases=0)
    full = worker("Ben", open_cases=40)
    free = worker("Carol", open_cases=39)
    assert names([away, full, free]) == ["Carol", "Ben", "Amina"]


def test_the_team_lead_is_suggested_only_when_every_link_worker_is_full():
    lead = worker("Amina", leads_the_team=True, open_cases=0)
    free, full = worker("Ben", open_cases=39), worker("Carol", open_cases=40)
    assert names([lead, free, full]) == ["Ben", "Amina", "Carol"]


def test_the_reasons_are_said():
    speaker = worker("Carol", languages=frozenset({"Somali"}), network_ids=frozenset({NORTH}), open_cases=1)
    [suggestion] = suggest([speaker], Wanted(NORTH, "North Lewisham", "Somali"))
    assert suggestion.reasons == ("speaks Somali", "works with North Lewisham", "room for 39 more (1 open case)")


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=9))
def test_nobody_is_lost_and_room_decides_among_equals(loads):
    workers = [worker(f"W{n}", open_cases=load, is_away=away) for n, (load, away) in enumerate(loads)]
    ranked = names(workers)
    assert sorted(ranked) == sorted(w.name for w in workers)
    by_name = {w.name: w for w in workers}
    present = [by_name[n].open_cases for n in ranked if not by_name[n].is_away]
    assert present == sorted(present)


def test_a_caseload_is_shared_out_by_room_and_nobody_away_gets_a_case():
    roomy, busy = worker("Amina", open_cases=0), worker("Ben", open_cases=2)
    away = worker("Carol", open_cases=0, is_away=True)
    cases = [(uuid4(), Wanted(None, "", "English")) for _ in range(4)]
    shared = share_out([roomy, busy, away], cases)
    assert sorted(shared.values(), key=str) == sorted([roomy.worker_id] * 3 + [busy.worker_id], key=str)


def test_with_nobody_to_take_them_the_cases_stay():
    assert share_out([], [(uuid4(), Wanted(None, "", "English"))]) == {}
