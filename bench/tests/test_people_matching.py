"""A short run on one list of each way of being careless: the whole measurement is `script/bench people_matching`."""

from datetime import date

import pytest

from bench.invented_people.error_models import MODELS
from bench.invented_people.lists import make_lists
from bench.invented_people.scoring import score
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.matching.recogniser import Recogniser

DAY = date(2026, 11, 22)
LOOKALIKES = {"twin", "heir", "namesake", "sibling", "neighbour"}


@pytest.mark.parametrize("errors", MODELS, ids=lambda model: model.name)
def test_nobody_is_taken_for_somebody_else_and_most_are_found(errors):
    lists = make_lists(1000, errors, known=2_000, incoming=500)
    recogniser = Recogniser({number: portray([row], today=DAY) for number, row in enumerate(lists.known)})
    found = list(recogniser.recognise_list([portray([one.row], today=DAY) for one in lists.incoming]))
    result = score(lists.incoming, found)
    assert not LOOKALIKES & set(result.wrong)
    assert result.precision > 0.995
    assert result.recall > 0.88
    assert result.recall_after_review > 0.98


def test_a_seed_always_makes_the_same_lists():
    assert make_lists(7, MODELS[0], known=50, incoming=20) == make_lists(7, MODELS[0], known=50, incoming=20)
