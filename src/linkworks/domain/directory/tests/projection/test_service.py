from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.directory.choices import Kind, LiveState
from linkworks.domain.directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm
from linkworks.domain.directory.projection import project
from linkworks.domain.directory.projection.cost import is_free
from linkworks.domain.directory.projection.opening import Opening, openings

TERM = "3f7b145d-84af-42d7-8fae-eaca714b02b2"
FULL = {
    "name": "  Kettle <b>On</b> Calls ",
    "alternate_name": "Kettle",
    "description": "<p>A friendly call.</p>",
    "status": "active",
    "minimum_age": 50,
    "eligibility_description": "Aged 50 &amp; over",
    "assured_date": "2026-01-02",
    "service_areas": [{"name": "Lewisham"}, {"name": "SE13"}],
    "languages": [{"code": "so"}, {"name": "English"}],
    "phones": [{"number": "020 7946 0188"}],
    "url": "https://kettle.example",
    "required_documents": [{"document": "Proof of address"}],
    "attributes": [{"taxonomy_term": {"id": TERM, "name": "befriending"}}],
    "schedules": [{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00:00", "closes_at": "17:00"}],
    "cost_options": [{"amount": 0}],
    "linkworks": {
        "live_state": "waiting_list",
        "waiting_weeks": 6,
        "former_names": ["Phone a Friend"],
        "gender": "men",
    },
}


def columns(**changes):
    return project(Kind.SERVICE, FULL | changes)


def test_a_full_record_is_read():
    read = columns()
    expected = {
        "name": "Kettle On Calls",
        "aliases": ["Kettle"],
        "former_names": ["Phone a Friend"],
        "description": "A friendly call.",
        "eligibility": "Aged 50 & over",
        "minimum_age": 50,
        "maximum_age": None,
        "gender": "men",
        "areas": ["Lewisham"],
        "postcode_districts": ["SE13"],
        "languages": ["Somali", "English"],
        "telephone": "020 7946 0188",
        "website": "https://kettle.example",
        "bring": ["Proof of address"],
        "categories": ["befriending"],
        "term_ids": [UUID(TERM)],
        "times": "Mon, Tue 09:00–17:00",
        "cost": "free",
        "is_free": True,
        "live_state": "waiting_list",
        "waiting_weeks": 6,
        "assured_on": date(2026, 1, 2),
    }
    assert {name: read[name] for name in expected} == expected
    assert "phone a friend" in read["search_words"]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("active", LiveState.OPEN),
        ("temporarily closed", LiveState.CLOSED_FOR_NOW),
        ("defunct", LiveState.CLOSED_FOR_NOW),
    ],
)
def test_without_a_live_state_of_ours_the_status_tells(status, state):
    assert columns(status=status, linkworks={})["live_state"] == state


def test_days_and_times_are_rows_and_the_second_saturday_is_not_every_week():
    weekly, nth = openings({"schedules": [FULL["schedules"][0] | {"byday": "TU"}, {"freq": "MONTHLY", "byday": "2SA"}]})
    assert weekly == Opening(1, time(9), time(17), True, None, None)
    assert (nth.weekday, nth.is_every_week) == (5, False)


@pytest.mark.parametrize(
    ("record", "free"),
    [
        ({"fees": "Free"}, True),
        ({"fees": "free for ten weeks, then £3"}, False),
        ({"fees": "£4"}, False),
        ({"fees": "donation"}, None),
        ({}, None),
        ({"cost_options": [{"amount": 0}, {"amount": 3.5}]}, False),
        ({"fees": "£4", "linkworks": {"is_free": True}}, True),
    ],
)
def test_free_is_said_only_where_it_can_be_told(record, free):
    assert is_free(record) is free


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.just(TERM),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*FULL, "taxonomy_term", "number", "name"]), inner),
    max_leaves=12,
)
MODELS = {model.kind: model for model in (Organization, Service, Location, Taxonomy, TaxonomyTerm)}


@given(st.dictionaries(st.sampled_from([*FULL, "addresses", "latitude", "longitude", "accessibility"]), anything))
def test_no_record_is_too_odd_to_read_and_every_column_fits(record):
    for kind, model in MODELS.items():
        for name, value in project(kind, record).items():
            model._meta.get_field(name).clean(value, None) if value not in ("", None) else None
