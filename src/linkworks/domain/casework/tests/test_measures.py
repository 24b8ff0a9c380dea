"""Every score is checked against a table or a count written out here, apart from the data."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.casework.measures import DEFAULT_PACK, INSTRUMENTS, AnswerError, Result, score

ONS4, LONELINESS, UCLA3, DJG6, SWEMWBS, GAD7, PHQ9 = (
    INSTRUMENTS[key] for key in ("ons4", "loneliness", "ucla3", "djg6", "swemwbs", "gad7", "phq9")
)

SWEMWBS_AS_PRINTED = """
7 7.00  8 9.51  9 11.25  10 12.40  11 13.33  12 14.08  13 14.75  14 15.32  15 15.84  16 16.36  17 16.88  18 17.43
19 17.98  20 18.59  21 19.25  22 19.98  23 20.73  24 21.54  25 22.35  26 23.21  27 24.11  28 25.03  29 26.02
30 27.03  31 28.13  32 29.31  33 30.70  34 32.55  35 35.00
"""
PRINTED = SWEMWBS_AS_PRINTED.split()
SWEMWBS_TABLE = dict(zip(map(int, PRINTED[::2]), map(Decimal, PRINTED[1::2]), strict=True))

GAD7_WORDS = ["minimal"] * 5 + ["mild"] * 5 + ["moderate"] * 5 + ["severe"] * 7
PHQ9_WORDS = ["minimal"] * 5 + ["mild"] * 5 + ["moderate"] * 5 + ["moderately severe"] * 5 + ["severe"] * 8
DJG6_WORDS = ["not lonely"] * 2 + ["moderately lonely"] * 3 + ["severely lonely"] * 2
ONS4_WORDS = ["low"] * 5 + ["medium"] * 2 + ["high"] * 2 + ["very high"] * 2
ANXIOUS_WORDS = ["very low"] * 2 + ["low"] * 2 + ["medium"] * 2 + ["high"] * 5

YES, MORE_OR_LESS, NO = 3, 2, 1


def answered(instrument, values) -> dict[str, int | None]:
    return dict(zip((item.key for item in instrument.items), values, strict=True))


def scales(result: Result) -> dict:
    return {scale.key: scale.value for scale in result.scales}


def values_offered(instrument):
    return [[answer.value for answer in item.answers] for item in instrument.items]


def answers_to(instrument, *, with_missing: bool = True):
    gap = [None] if with_missing else []
    return st.tuples(*(st.sampled_from(offered + gap) for offered in values_offered(instrument)))


@pytest.mark.parametrize("value", range(11))
def test_ons4_is_read_question_by_question(value):
    result = score(ONS4, answered(ONS4, [value] * 4))
    assert [item.value for item in result.items] == [value] * 4
    assert [item.words for item in result.items] == [ONS4_WORDS[value]] * 3 + [ANXIOUS_WORDS[value]]


def test_ons4_is_never_combined():
    assert score(ONS4, answered(ONS4, [7, 7, 7, 2])).scales == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [(1, "often or always"), (2, "some of the time"), (3, "occasionally"), (4, "hardly ever"), (5, "never")],
)
def test_the_direct_question_is_told_in_its_own_words(value, words):
    assert score(LONELINESS, {"lonely": value}).items[0].words == words


def test_what_matters_goes_from_0_to_10():
    instrument = INSTRUMENTS["what_matters"]
    assert [score(instrument, {"close": value}).items[0].value for value in range(11)] == list(range(11))
    with pytest.raises(AnswerError):
        score(instrument, {"close": 11})


@pytest.mark.parametrize("values", [*product((1, 2, 3), repeat=3)])
def test_ucla3_adds_up_from_3_to_9(values):
    assert scales(score(UCLA3, answered(UCLA3, values))) == {"total": sum(values)}


@pytest.mark.parametrize("place", range(3))
def test_ucla3_with_an_answer_missing_has_no_total(place):
    values = [2, 2, 2]
    values[place] = None
    total = score(UCLA3, answered(UCLA3, values)).scales[0]
    assert (total.value, total.words) == (None, "not scored: 1 answer missing")


def test_de_jong_gierveld_against_every_possible_set_of_answers():
    for values in product((YES, MORE_OR_LESS, NO, None), repeat=6):
        by_key = answered(DJG6, values)
        emotional = [by_key[key] for key in ("emptiness", "misses_people", "rejected")]
        social = [by_key[key] for key in ("rely", "trust", "close")]
        emotional_points = sum(value in (YES, MORE_OR_LESS) for value in emotional)
        social_points = sum(value in (NO, MORE_OR_LESS) for value in social)
        total = emotional_points + social_points
        missing = values.count(None)
        result = score(DJG6, by_key)
        assert scales(result) == {
            "total": total if missing <= 1 else None,
            "emotional": emotional_points if None not in emotional else None,
            "social": social_points if None not in social else None,
        }
        expected = DJG6_WORDS[total] if missing <= 1 else f"not scored: {missing} answers missing"
        assert result.scales[0].words == expected
        assert result.missing == missing


@given(answers_to(SWEMWBS, with_missing=False))
def test_swemwbs_is_turned_into_its_published_metric_figure(values):
    result = score(SWEMWBS, answered(SWEMWBS, values))
    assert scales(result) == {"raw": sum(values), "metric": SWEMWBS_TABLE[sum(values)]}


@pytest.mark.parametrize("raw", range(7, 36))
def test_every_swemwbs_sum_has_its_figure(raw):
    low, extra = divmod(raw, 7)
    values = [low + 1] * extra + [low] * (7 - extra)
    assert scales(score(SWEMWBS, answered(SWEMWBS, values))) == {"raw": raw, "metric": SWEMWBS_TABLE[raw]}


@pytest.mark.parametrize("place", range(7))
def test_swemwbs_with_an_answer_missing_has_no_score(place):
    values = [3] * 7
    values[place] = None
    assert scales(score(SWEMWBS, answered(SWEMWBS, values))) == {"raw": None, "metric": None}


@pytest.mark.parametrize(("instrument", "words"), [(GAD7, GAD7_WORDS), (PHQ9, PHQ9_WORDS)])
@given(data=st.data())
def test_mood_totals_are_summed_and_banded(instrument, words, data):
    values = data.draw(answers_to(instrument))
    total = score(instrument, answered(instrument, values)).scales[0]
    if None in values:
        assert total.value is None
        assert total.words.startswith("not scored: ")
    else:
        assert (total.value, total.words) == (sum(values), words[sum(values)])


@pytest.mark.parametrize(
    ("instrument", "total", "words"),
    [(GAD7, total, words) for total, words in enumerate(GAD7_WORDS)]
    + [(PHQ9, total, words) for total, words in enumerate(PHQ9_WORDS)],
)
def test_every_mood_total_has_its_band(instrument, total, words):
    number = len(instrument.items)
    values = [max(0, min(3, total - 3 * place)) for place in range(number)]
    assert score(instrument, answered(instrument, values)).scales[0].words == words


@given(answers_to(PHQ9))
def test_phq9_opens_the_safety_path_whenever_the_last_answer_is_above_0(values):
    opens = score(PHQ9, answered(PHQ9, values)).opens_safety_path
    assert opens == (values[8] in (1, 2, 3))


def test_phq9_opens_the_safety_path_even_when_nothing_else_was_answered():
    result = score(PHQ9, {"self_harm": 1})
    assert result.opens_safety_path
    assert result.missing == 8


@pytest.mark.parametrize("key", sorted(INSTRUMENTS.keys() - {"phq9"}))
def test_no_other_measure_opens_the_safety_path(key):
    instrument = INSTRUMENTS[key]
    for choose in (min, max):
        values = [choose(offered) for offered in values_offered(instrument)]
        assert not score(instrument, answered(instrument, values)).opens_safety_path


@pytest.mark.parametrize("key", sorted(INSTRUMENTS))
def test_nothing_answered_is_all_missing_and_never_an_error(key):
    instrument = INSTRUMENTS[key]
    result = score(instrument, {})
    assert result.missing == len(instrument.items)
    assert {item.words for item in result.items} == {"not answered"}
    assert all(scale.value is None for scale in result.scales)


def test_an_answer_that_is_not_offered_is_refused():
    with pytest.raises(AnswerError, match="Choose one of the answers to “How often do you feel lonely"):
        score(LONELINESS, {"lonely": 6})
    with pytest.raises(AnswerError, match="has no question called happy"):
        score(LONELINESS, {"happy": 1})


@pytest.mark.parametrize("key", sorted(INSTRUMENTS))
def test_the_data_of_each_measure_hang_together(key):
    instrument = INSTRUMENTS[key]
    keys = [item.key for item in instrument.items]
    assert instrument.key == key
    assert len(set(keys)) == len(keys)
    assert instrument.citation
    for item, offered in zip(instrument.items, values_offered(instrument), strict=True):
        assert len(set(offered)) == len(offered)
        assert not item.points or set(item.points) == set(offered)
        assert all(item.words_for(value) for value in offered)
    for scale in instrument.scales:
        assert set(scale.items) <= set(keys)


def test_the_default_pack_is_free_and_the_others_are_opted_into():
    assert DEFAULT_PACK == ("ons4", "loneliness", "what_matters")
    assert {key for key, instrument in INSTRUMENTS.items() if instrument.is_opt_in} == {"swemwbs", "gad7", "phq9"}
    assert [key for key, instrument in INSTRUMENTS.items() if instrument.needs_registration] == ["swemwbs"]
