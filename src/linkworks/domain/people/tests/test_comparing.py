"""What is said of each fact when two tellings of somebody stand side by side."""

from datetime import date
from types import SimpleNamespace

import pytest

from linkworks.domain.people.choices import Gender
from linkworks.domain.people.filing import describe
from linkworks.domain.people.matching.comparing import compare, read_comparison
from linkworks.domain.people.matching.name_counts import NameCounts
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.presenters.comparing import Told, compare_told

TODAY = date(2026, 3, 4)
MARY = {
    "given_name": "Elizabeth",
    "family_name": "O'Brien",
    "date_of_birth": date(1951, 4, 3),
    "nhs_number": "",
    "address_line_1": "Flat 2, 14 Lee High Road",
    "town": "London",
    "postcode": "SE13 5LQ",
    "practice": "",
    "gender": Gender.NOT_SAID,
}


def told_of(phones=("+442079460123",), before=None, **differs):
    """What is shown, and what the engine has of them; `before` is how they were called or lived once."""
    about = SimpleNamespace(**MARY | differs)
    described = [describe(about, ";".join(phones))]
    if before:
        described.append(describe(SimpleNamespace(**MARY | before)))
    return Told.of(about, phones), portray(described, today=TODAY)


def verdicts(**differs):
    """Of the row that differs beside the record; kept in between as rows of a list keep it."""
    before = differs.pop("record", {})
    (record, known), (row, listed) = told_of(**before), told_of(**differs)
    pair = compare(listed, known, NameJudge(NameCounts().bearers))
    shown = compare_told(row, record, read_comparison(list(pair)))
    return {one.label: one.verdict.text for one in shown}


@pytest.mark.parametrize(
    ("differs", "label", "said"),
    [
        ({"address_line_1": "14 Lee High Rd.", "address_line_2": "Flat 2"}, "Address", "Same home"),
        ({"address_line_1": "Flat 2, 14 Lee High Road", "postcode": "SE13 5LO"}, "Postcode", "Same home"),
        ({"address_line_1": "Flat 2, 41 Lee High Road"}, "Address", "Nearly the same"),
        ({"address_line_1": "Flat 2, 88 Lee High Road"}, "Address", "Another door nearby"),
        ({"address_line_1": "9 Elm Lane", "town": "Hull", "postcode": "HU1 1AA"}, "Address", "Different"),
        ({"given_name": "Betty"}, "First name", "Forms of one name"),
        ({"given_name": "Elisabeth"}, "First name", "Forms of one name"),
        ({"given_name": "E"}, "First name", "An initial"),
        ({"given_name": "Grace"}, "First name", "Different"),
        ({"family_name": "OBRIEN"}, "Last name", "Same"),
        ({"given_name": "O'Brien", "family_name": "Elizabeth"}, "First name", "Names swapped"),
        ({"given_name": "O'Brien", "family_name": "Elizabeth"}, "Last name", "Names swapped"),
        (
            {"family_name": "Hughes", "record": {"before": {"family_name": "Hughes"}}},
            "Last name",
            "Another name of theirs",
        ),
        ({"date_of_birth": date(1951, 3, 4)}, "Date of birth", "Day and month swapped"),
        ({"date_of_birth": date(1951, 4, 8)}, "Date of birth", "A slip apart"),
        ({"date_of_birth": date(1930, 12, 25)}, "Date of birth", "Different"),
        ({"date_of_birth": None}, "Date of birth", "Not known"),
        ({"phones": ["+442079460132"]}, "Telephone", "A slip apart"),
        ({"phones": ["+447700900999"]}, "Telephone", "Different"),
        ({}, "Telephone", "Same"),
        ({}, "Address", "Same"),
    ],
)
def test_it_is_what_the_engine_found(differs, label, said):
    assert verdicts(**differs)[label] == said


def test_what_the_engine_did_not_compare_is_the_same_or_different():
    one, other = told_of()[0], told_of(given_name="Grace", nhs_number="")[0]
    found = {row.label: row.verdict.text for row in compare_told(one, other)}
    assert (found["First name"], found["Last name"], found["NHS number"]) == ("Different", "Same", "Not known")
