from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.people.finding import read_search


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rosa Marshall", {"name": "rosa marshall"}),
        ("O'Brien 27/3/1956", {"name": "obrien", "date_of_birth": date(1956, 3, 27)}),
        ("999 000 0018", {"nhs_number": "9990000018"}),
        ("07700 900123", {"telephone": "+447700900123"}),
        ("marshall se84aa", {"name": "marshall", "postcode": "SE8 4AA"}),
    ],
)
def test_one_box_takes_everything(words, expected):
    sought = read_search(words)
    assert {name: getattr(sought, name) for name in expected} == expected
    assert sought.unread == ""


def test_what_cannot_be_read_is_said():
    assert "is not a date" in read_search("Rosa 31/2/1956").unread
    assert "not an NHS number" in read_search("999 000 0019").unread
    assert "could not read that number" in read_search("999 000 001").unread


@given(st.text(max_size=80))
def test_nothing_typed_breaks_it(words):
    read_search(words)
