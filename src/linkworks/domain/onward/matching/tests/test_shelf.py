from dataclasses import replace

import numpy as np
import pytest

from linkworks.domain.onward.matching.digest import digest, packed
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import ClientFacts, Place, State, Story
from linkworks.domain.onward.matching.shelf import ROOM, Shelf
from linkworks.domain.onward.matching.tests.services import service

WALKS = service("Strollers", categories=("walking",), description="Led walks in the park.")
DEBT = service("Fresh Ledger", categories=("debt",), description="Debt advice.")
CLIENT = ClientFacts(age=50)


def put(shelf: Shelf, *services, meaning: bytes = b"") -> None:
    shelf.put([shelf.entry(one, digest(one, meaning), [one.place] if one.place else []) for one in services])


def names(shelf: Shelf, story: str, known, client=CLIENT, **more) -> list[str]:
    facts = {one.id: one for one in known}
    look_up = lambda ids: {id_: facts[id_] for id_ in ids if id_ in facts}  # noqa: E731
    found = Engine(shelf, look_up, meaning=None, **more).find(Story(story), client)
    return [option.service.name for option in found.options]


def test_a_service_put_in_again_stands_once_and_as_it_is_now():
    shelf = Shelf()
    put(shelf, WALKS, DEBT)
    changed = replace(WALKS, name="Ledger walks", categories=("debt",), description="Debt advice on a walk.")
    put(shelf, changed)

    assert len(shelf) == 2
    assert set(names(shelf, "Bailiffs and debts.", [changed, DEBT], likely=2)) == {"Ledger walks", "Fresh Ledger"}
    assert names(shelf, "Bailiffs and debts.", [changed, DEBT]) == names(
        fresh(changed, DEBT), "Bailiffs and debts.", [changed, DEBT]
    )


def fresh(*services) -> Shelf:
    shelf = Shelf()
    put(shelf, *services)
    return shelf


def test_what_is_taken_away_leaves_nothing_behind_and_its_row_is_used_again():
    shelf = Shelf()
    put(shelf, WALKS, DEBT)
    shelf.take_away([WALKS.id, "never there"])
    assert names(shelf, "Loves walking.", [WALKS, DEBT]) == ["Fresh Ledger"]

    put(shelf, WALKS)
    assert len(shelf.ids) == 2
    assert shelf.words.scores("walks", shelf.stems([0, 1])).tolist() == pytest.approx(
        fresh(DEBT, WALKS).words.scores("walks", shelf.stems([0, 1])).tolist()
    )


def test_when_the_best_are_no_longer_there_the_next_best_are_found():
    clubs = [replace(WALKS, id=str(n), name=f"Walk {n}") for n in range(5)]
    shelf = fresh(*clubs, DEBT)

    def look_up(ids):
        shelf.take_away(club.id for club in clubs)
        return {id_: DEBT for id_ in ids if id_ == DEBT.id}

    found = Engine(shelf, look_up, meaning=None, likely=1).find(Story("Loves walking. Owes money."), CLIENT)
    assert [option.service for option in found.options] == [DEBT]


def test_it_grows():
    shelf = Shelf()
    put(shelf, *(service(f"Club {number}") for number in range(3 * ROOM)))

    assert len(shelf) == 3 * ROOM
    assert shelf.column("is_there").all()


def test_the_law_is_asked_of_the_facts_as_they_are_now_whatever_the_shelf_says():
    shelf = fresh(WALKS, DEBT)
    now = [replace(WALKS, state=State.CLOSED), replace(DEBT, conditions_needed=frozenset({"veteran"}))]

    assert names(shelf, "Loves walking. Debts.", now) == []
    assert names(shelf, "Loves walking. Debts.", [WALKS]) == ["Strollers"]


def test_of_many_alike_the_nearest_are_chosen():
    clubs = [replace(WALKS, id=str(n), name=f"Walk {n:02}", place=Place(51.4 + n / 100, 0)) for n in range(40)]
    shelf = fresh(*reversed(clubs))

    here = replace(CLIENT, place=Place(51.4, 0))
    assert names(shelf, "Loves walking.", clubs, here, likely=3) == ["Walk 00", "Walk 01", "Walk 02"]


def test_an_arrow_packed_points_the_same_way():
    arrow = np.random.default_rng(7).normal(size=384).astype(np.float32)
    arrow /= np.linalg.norm(arrow)
    shelf = Shelf()
    put(shelf, WALKS, meaning=packed(arrow))

    assert shelf.nearness(arrow[None])[0, 0] == pytest.approx(1, abs=0.002)


def test_what_the_model_has_not_read_is_neither_near_nor_far():
    arrows = np.eye(2, 384, dtype=np.float32)
    shelf = Shelf()
    put(shelf, WALKS, meaning=packed(arrows[0]))
    put(shelf, DEBT, meaning=packed(arrows[1]))
    put(shelf, service("Unread"))

    assert shelf.nearness(arrows[:1])[0].tolist() == pytest.approx([1, 0, 0.5], abs=0.01)
