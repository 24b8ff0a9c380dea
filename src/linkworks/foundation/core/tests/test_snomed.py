import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linkworks.foundation.core.snomed import is_concept_id, passes_verhoeff, verhoeff_digit

stems = st.integers(1, 10**17).map(str)


def test_the_example_everybody_uses():
    assert verhoeff_digit("236") == 3
    assert passes_verhoeff("2363")


@pytest.mark.parametrize("code", ["871731000000106", "32911000", "267076002", "138875005", "404684003"])
def test_published_concepts_pass(code):
    assert is_concept_id(code)


@given(stems)
def test_the_digit_worked_out_is_the_only_one_that_passes(stem):
    passing = [digit for digit in range(10) if passes_verhoeff(f"{stem}{digit}")]
    assert passing == [verhoeff_digit(stem)]


@given(stems, st.data())
def test_one_wrong_digit_is_always_caught(stem, data):
    code = f"{stem}{verhoeff_digit(stem)}"
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != code[place]]))
    assert not passes_verhoeff(code[:place] + wrong + code[place + 1 :])


@given(stems, st.data())
def test_two_neighbours_that_changed_places_are_always_caught(stem, data):
    code = f"{stem}{verhoeff_digit(stem)}"
    place = data.draw(st.integers(0, len(code) - 2))
    assume(code[place] != code[place + 1])
    assert not passes_verhoeff(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


@pytest.mark.parametrize(
    "code",
    [
        "",
        "12345",
        "871731000000107",
        "0871731000000106",
        " 32911000",
        "3291100O",
        "٣٢٩١١٠٠٠",
        f"7317310000001{10**6}",
        "680946014",  # a description, not a concept
    ],
)
def test_what_is_no_concept_is_refused(code):
    assert not is_concept_id(code)
