import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.directory.facts import COLUMNS, changes_for, corrections
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.overlay import laid_over
from linkworks.domain.directory.projection.service import project_service

RECORD = {
    "name": "Lunch club",
    "description": "Soup",
    "phones": [{"number": "020 7946 0100", "type": "voice"}, {"number": "020 7946 0101"}],
    "schedules": [{"byday": "MO", "opens_at": "12:00"}],
    "cost_options": [{"amount": 3}],
    "required_documents": [{"document": "Passport"}],
    "linkworks": {"is_free": False, "referral_routes": ["self", "by pigeon"]},
}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("description", "Soup and company"),
        ("eligibility", "Anybody over 60"),
        ("times", "Tue 12:00-14:00"),
        ("telephone", "020 7946 0199"),
        ("email", "soup@example.org"),
        ("website", "https://soup.example"),
        ("cost", "Free"),
        ("referral_routes", ["professional"]),
        ("bring", ["A mug"]),
    ],
)
def test_what_is_put_right_is_what_the_entry_then_says(column, value):
    was = project_service(RECORD)
    becomes = project_service(laid_over(RECORD, changes_for(column, value, RECORD)))
    assert becomes[column] == value
    others = {*COLUMNS} - {column}
    assert {name: becomes[name] for name in others} == {name: was[name] for name in others}


@pytest.mark.parametrize("column", sorted({*COLUMNS} - {"telephone"}))
def test_it_can_be_taken_out(column):
    assert not project_service(laid_over(RECORD, changes_for(column, "", RECORD)))[column]


def test_other_numbers_and_what_is_known_of_a_number_stay():
    phones = changes_for("telephone", "1", RECORD)["phones"]
    assert phones == [{"number": "1", "type": "voice"}, {"number": "020 7946 0101"}]
    assert changes_for("telephone", "", RECORD)["phones"] == [{"number": "020 7946 0101"}]


def test_what_it_costs_now_says_whether_it_is_free():
    assert project_service(laid_over(RECORD, changes_for("cost", "Free", RECORD)))["is_free"] is True


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=9), max_size=3))
def test_what_is_left_as_it_was_is_no_correction(words, items):
    service = Service(description=words, cost=words, bring=items, referral_routes=items)
    same = {"description": f" {words}\r\n", "cost": words, "bring": items[::-1], "referral_routes": items}
    assert corrections(service, same) == {}
