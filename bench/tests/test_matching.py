"""What was reached stays reached: a floor under the reading and the ranking, a little below what was measured."""

import pytest

from bench.matching import count_reading
from bench.stories import development, invented, score, sentences
from linkworks.domain.onward.matching.catalogue import client_of, service_of
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import Story
from linkworks.domain.onward.matching.meaning import model

FEW = 30


def test_circumstances_are_read_by_words_alone():
    right, wrong, missed = count_reading(sentences(), None)

    assert right / (right + wrong) > 0.93
    assert right / (right + missed) > 0.87


def test_meaning_finds_more_and_mistakes_little():
    if model.encoder() is None:
        pytest.skip("the language model is not installed")
    right, wrong, missed = count_reading(sentences(), model.encoder())

    assert right / (right + wrong) > 0.87
    assert right / (right + missed) > 0.91


def test_nobody_is_offered_what_status_area_age_or_gender_rules_out():
    stories = invented()
    engine = Engine.over([service_of(entry) for entry in stories.catalogue.values()], meaning=None)
    scores = [_score(engine, stories, case) for case in stories.cases]

    assert not any(one["viol_fact"] for one in scores)
    assert sum(one["ndcg10"] for one in scores) / len(scores) > 0.42


def _score(engine, stories, case):
    options = engine.find(Story(case["story"]), client_of(case["client"])).options
    return score.score_case(case, [option.service.id for option in options], stories.catalogue)


@pytest.mark.parametrize("stories", [development(), invented()], ids=["development", "invented"])
def test_looking_closely_at_a_few_finds_what_looking_closely_at_all_finds_first(stories):
    services = [service_of(entry) for entry in stories.catalogue.values()]
    close = Engine.over(services, meaning=None, likely=len(services))
    chosen = Engine.over(services, meaning=None, likely=FEW, refused=FEW)

    for case in stories.cases:
        assert _first_ten(chosen, case) == _first_ten(close, case), case["id"]


def _first_ten(engine, case) -> list[tuple[str, float]]:
    found = engine.find(Story(case["story"]), client_of(case["client"]))
    return [(option.service.id, pytest.approx(option.score)) for option in found.options[:10]]
