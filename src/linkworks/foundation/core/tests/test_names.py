import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.names import (
    fold_name,
    initials,
    tidy_name,
)

names = st.text(max_size=30)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("O'Brien", "obrien"),
        ("O\u2019Brien", "obrien"),
        ("O\u00b4BRIEN", "obrien"),
        ("Zoë", "zoe"),
        ("Łukasz", "lukasz"),
        ("Søren Strauß", "soren strauss"),
        ("Smith-Jones", "smith jones"),
        ("Smith\u2010Jones", "smith jones"),
        ("Mrs. Ada  Okafor", "ada okafor"),
        ("Prof. Dame Ada Okafor", "ada okafor"),
        ("Dr", "dr"),
        ("Nguyễn", "nguyen"),
        ("İpek", "ipek"),
        ("Chloe2", "chloe"),
        ("李小龍", "李小龍"),
        ("  ", ""),
        ("--", ""),
    ],
)
def test_a_name_is_folded_for_comparison(typed, folded):
    assert fold_name(typed) == folded


def test_a_name_is_kept_as_it_was_typed_but_for_stray_spaces():
    assert tidy_name("  Siobhán   O\u2019Brien ") == "Siobhán O\u2019Brien"


@given(names)
def test_folding_twice_changes_nothing_more(name):
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("given_name", "family_name", "expected"),
    [
        ("Mary", "O'Brien", "MO"),
        ("émile", "'t Hooft", "ÉT"),
        ("", "Okafor", "O"),
        ("", "", ""),
    ],
)
def test_initials_are_first_letters(given_name, family_name, expected):
    assert initials(given_name, family_name) == expected
