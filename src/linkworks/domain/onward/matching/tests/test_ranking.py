from linkworks.domain.onward.matching.facts import CLIENT, Person
from linkworks.domain.onward.matching.options import Option
from linkworks.domain.onward.matching.ranking import Weights, interleave
from linkworks.domain.onward.matching.tests.services import service


def option(name: str, score: float, doubt: float = 0.0) -> Option:
    return Option(service(name), Person(CLIENT), score, (), None, doubt)


def order(*options: Option) -> list[str]:
    return [one.service.name for one in interleave(options, Weights())]


def test_a_guess_at_who_may_use_it_waits_until_five_surer_ones_stand():
    sure = [option(name, score=1 - place / 10) for place, name in enumerate("abcdef")]

    assert order(option("guess", score=2, doubt=0.8), *sure) == ["a", "b", "c", "d", "e", "guess", "f"]


def test_a_guess_comes_first_where_nothing_is_surer():
    assert order(option("guess", score=2, doubt=0.8), option("wild guess", score=1, doubt=0.9)) == [
        "guess",
        "wild guess",
    ]
