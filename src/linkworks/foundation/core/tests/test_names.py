import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.names import (
    fold_name,
    initials,
    is_initial_of,
    name_similarity,
    names_alike,
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


@given(names, names)
def test_likeness_runs_both_ways_and_stays_in_range(one, other):
    assert 0.0 <= name_similarity(one, other) <= 1.0
    assert name_similarity(one, other) == name_similarity(other, one)
    assert names_alike(one, other) == names_alike(other, one)
    assert is_initial_of(one, other) == is_initial_of(other, one)


@given(names)
def test_a_name_is_like_itself_unless_there_is_none(name):
    assert name_similarity(name, name) == (1.0 if fold_name(name) else 0.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Brien", "OBRIEN"),
        ("Catherine", "Katherine"),
        ("Stephen", "Stephan"),
        ("Mohammed", "Muhammad"),
        ("Youssef", "Yusuf"),
        ("Ayesha", "Aisha"),
        ("Jaswinder", "Jaswindar"),
        ("Wiśniewska", "Wisniewski"),
        ("Okafor", "Okafer"),
        ("De Souza", "Desouza"),
        ("Smith-Jones", "Smith"),
        ("Anne Marie", "Anne-Marie"),
        ("Begum", "Begum Khatun"),
        ("Kowalska", "Kowalski"),
    ],
)
def test_names_that_may_be_one_persons_are_alike(one, other):
    assert names_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina", "Grace"),
        ("Smith", "Jones"),
        ("Kevin", "Karen"),
        ("Joan", "Jean"),
        ("Jaswinder", "Sukhwinder"),
        ("J", "Joan"),
        ("Al Amin", "Al Rashid"),
        ("", ""),
        ("Smith", ""),
    ],
)
def test_names_that_differ_are_not_alike(one, other):
    assert not names_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("J", "Joan", True), ("J.", "joan", True), ("J", "Amina", False), ("", "J", False)],
)
def test_an_initial_is_known_for_one(one, other, expected):
    assert is_initial_of(one, other) is expected


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
