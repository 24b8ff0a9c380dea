import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.nhs_number import (
    NhsNumberError,
    display_nhs_number,
    is_nhs_number,
    is_test_number,
    make_test_number,
    parse_nhs_number,
)

serials = st.integers(0, 99_999)


def passes_mod_11(number: str) -> bool:
    weighted = sum(int(d) * (10 - place) for place, d in enumerate(number[:9]))
    return (weighted + int(number[9])) % 11 == 0


def sentence_for(typed: str) -> str:
    try:
        parse_nhs_number(typed)
    except NhsNumberError as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize(
    "typed",
    [
        "9990000018",
        "999 000 0018",
        "999-000-0018",
        "  999 0000 018 ",
        "999\u00a0000\u00a00018",
        "999\u2013000\u20130018",
        "999.000.0018",
        "\uff19\uff19\uff19 000 0018",
    ],
)
def test_a_number_is_read_however_it_is_spaced(typed):
    assert parse_nhs_number(typed) == "9990000018"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter an NHS number."),
        ("  - ", "Enter an NHS number."),
        (
            "999 000 001",
            "We could not find that number. Check that it has 10 digits.",
        ),
        (
            "999 000 00188",
            "We could not find that number. Check that it has 10 digits.",
        ),
    ],
)
def test_the_refusal_says_how_to_mend_it(typed, sentence):
    with pytest.raises(NhsNumberError) as refusal:
        parse_nhs_number(typed)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("typed", ["99900000I8", "٩٩٩٠٠٠٠٠١٨", "not known"])
def test_letters_and_other_marks_are_named(typed):
    with pytest.raises(NhsNumberError, match="only digits"):
        parse_nhs_number(typed)


@pytest.mark.parametrize("digit", "0123456789")
def test_ten_of_the_same_digit_pass_the_check_and_are_refused_all_the_same(digit):
    assert passes_mod_11(digit * 10)
    assert not is_nhs_number(digit * 10)


@given(serials)
def test_a_test_number_is_valid_and_marked_as_one(serial):
    number = make_test_number(serial)
    assert passes_mod_11(number)
    assert parse_nhs_number(number) == number
    assert is_test_number(number)


@given(serials, serials)
def test_each_serial_has_its_own_number(one, other):
    assert (make_test_number(one) == make_test_number(other)) == (one == other)


def test_serials_past_the_end_are_refused():
    with pytest.raises(ValueError, match="0 to 99999"):
        make_test_number(100_000)


@given(serials)
def test_what_is_displayed_can_be_read_back(serial):
    number = make_test_number(serial)
    shown = display_nhs_number(number)
    assert [len(part) for part in shown.split()] == [3, 3, 4]
    assert parse_nhs_number(shown) == number


@given(serials, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(serial, place, shift):
    number = make_test_number(serial)
    wrong = str((int(number[place]) + shift) % 10)
    assert not is_nhs_number(number[:place] + wrong + number[place + 1 :])


@given(serials, st.integers(0, 8))
def test_two_neighbours_that_changed_places_are_caught(serial, place):
    number = make_test_number(serial)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert is_nhs_number(swapped) == (swapped == number)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_answered_with_a_sentence(typed):
    sentence = sentence_for(typed)
    assert sentence.endswith(".") if sentence else passes_mod_11(parse_nhs_number(typed))


def test_a_number_in_use_is_not_a_test_number():
    assert not is_test_number("4857773456")
