import pytest

from linkworks.domain.people.matching.births import compare_births, read_birth
from linkworks.domain.people.matching.homes import compare_homes, read_home
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.names import read_name
from linkworks.domain.people.matching.numbers import read_nhs_number, read_phones
from linkworks.domain.people.matching.sounds import sound
from linkworks.domain.people.tests.matching.folk import DAY, NUMBER


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("1948-03-09", "19480309"),
        ("09/03/1948", "19480309"),
        ("9.3.48", "19480309"),
        ("9 March 1948", "19480309"),
        ("19480309", "19480309"),
        ("17601", "19480309"),
        ("1948-03-09 00:00:00", "19480309"),
        ("31/02/1950", "19500231"),
        ("01/01/1900", ""),
        ("n/k", ""),
        ("3048-03-09", ""),
        ("", ""),
    ],
)
def test_births_are_read_however_they_are_written(typed, birth):
    assert read_birth(typed, today=DAY) == birth


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("19480309", "19480309", "SAME"),
        ("19480309", "19480903", "SLIP"),
        ("19480309", "19480308", "SLIP"),
        ("19480309", "19840309", "NEAR"),
        ("19480309", "19780309", "NEAR"),
        ("19480309", "19480101", "YEAR"),
        ("19480309", "19481109", "PART"),
        ("19480309", "19481130", "DIFFERENT"),
        ("19591231", "19601231", "SLIP"),
        ("19480309", "19510720", "DIFFERENT"),
        ("19480309", "", "MISSING"),
    ],
)
def test_births_are_compared_by_slips(one, other, likeness):
    assert compare_births(one, other).name == likeness


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("07700 900123", ("07700900123",)),
        ("+44 (0)7700 900123", ("07700900123",)),
        ("7700900123", ("07700900123",)),
        ("020 7946 0001 / 07700-900123", ("02079460001", "07700900123")),
        ("ex dir", ()),
        ("00000000000", ()),
        ("07000000000", ()),
    ],
)
def test_telephones_are_read_by_their_national_digits(typed, numbers):
    assert read_phones(typed) == numbers


def test_nhs_numbers_count_only_when_the_check_digit_holds():
    assert read_nhs_number("999 000 0018") == (NUMBER, True)
    assert read_nhs_number("9990000019") == ("9990000019", False)
    assert read_nhs_number("0000000000") == ("", False)
    assert read_nhs_number("n/k") == ("", False)


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        ("Dr Zoë", "O'Brien", (("zoe",), ("obrien",))),
        ("", "Khan, Amina", (("amina",), ("khan",))),
        ("Amina Khan", "", (("amina",), ("khan",))),
        ("Ian", "Mac Donald", (("ian",), ("mcdonald",))),
        ("John", "Smith Jnr", (("john",), ("smith",))),
        ("unknown", "Smith", ((), ("smith",))),
        ("Ann", "Not known", (("ann",), ())),
        ("Ann", "N/A", (("ann",), ())),
        ("Min", "Na", (("min",), ("na",))),
        ("Given", "Known", (("given",), ("known",))),
        ("Jan van der Berg", "", (("jan",), ("van", "der", "berg"))),
        ("", "Jan van der Berg", (("jan",), ("van", "der", "berg"))),
    ],
)
def test_names_are_folded_for_comparison(given, family, name):
    read = read_name(given, family)
    assert (read.given, read.family) == name


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("margaret", "peggy", "VARIANT"),
        ("margaret", "margrat", "CLOSE"),
        ("joan", "jean", "LOOKALIKE"),
        ("hassan", "hussein", "LOOKALIKE"),
        ("m", "margaret", "INITIAL"),
        ("mohammed imran", "mohammed irfan", "DIFFERENT"),
        ("mohammed", "mohammed imran", "PART"),
        ("mary anne", "mary kate", "LOOKALIKE"),
        ("mary", "mary anne", "VARIANT"),
        ("xiao ming", "xiaoming", "SAME"),
        ("", "margaret", "MISSING"),
        ("margaret", "dorothy", "DIFFERENT"),
    ],
)
def test_given_names_that_are_each_a_name_are_no_slip(one, other, likeness):
    assert NameJudge().given(tuple(one.split()), tuple(other.split())).name == likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("12 Mill Street", "", "Lewisham", "SE13 6JZ"), ("12 Mill St.", "", "", "se136jz"), "SAME"),
        (("Flat 3", "12 Mill Street", "", "SE13 6JZ"), ("Flat 4, 12 Mill Street", "", "", "SE13 6JZ"), "NEIGHBOUR"),
        (("12 Mill Street", "", "", "SE13 6JZ"), ("14 Mill Street", "", "", "SE13 6JZ"), "NEIGHBOUR"),
        (("12 Mill Street", "", "", "SE13 6JZ"), ("21 Mill Street", "", "", "SE13 6JZ"), "NEAR"),
        (("12 Mill Street", "", "Leeds", ""), ("12 Mill Street", "", "Lewisham", ""), "DIFFERENT"),
        (("12 Mill Street", "", "Leeds", ""), ("7 Elm Grove", "", "Leeds", ""), "AREA"),
        (("", "", "", "ZZ99 3VZ"), ("", "", "", "ZZ99 3VZ"), "MISSING"),
    ],
)
def test_homes_are_doors_and_not_lines(one, other, likeness):
    assert compare_homes(read_home(*one), read_home(*other)).name == likeness


def test_names_that_are_heard_for_each_other_sound_alike():
    assert sound("krzysztof") == sound("kristof")
    assert sound("chandran") == sound("shandran")
