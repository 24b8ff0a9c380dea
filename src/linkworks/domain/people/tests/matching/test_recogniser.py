import pytest

from linkworks.domain.people.matching.comparing import compare
from linkworks.domain.people.matching.deciding import Finding, Outcome, leave_out_unlikely
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import Description, portray
from linkworks.domain.people.matching.rates import Rates
from linkworks.domain.people.tests.matching.folk import DAY, MARGARET, NUMBER, OTHER_NUMBER, compared_with, person

MOVED = {"address_line_1": "7 Elm Grove", "town": "Leeds", "postcode": "LS1 4AP"}
NO_NUMBER = {"nhs_number": ""}


def outcome(incoming: dict[str, str], known: dict[str, str] | None = None) -> str:
    findings = compared_with({"margaret": person(**(known or {}))}, person(**incoming))
    assert all(found.key == "margaret" for found in findings)
    return findings[0].outcome if findings else Outcome.NONE


@pytest.mark.parametrize(
    "changed",
    [
        {},
        NO_NUMBER,
        {"given_name": "Peggy", **NO_NUMBER},
        {"given_name": "MRS MARGRET", **NO_NUMBER},
        {"given_name": "Hughes", "family_name": "Margaret", **NO_NUMBER},
        {"dob": "09/03/1948", **NO_NUMBER},
        {"dob": "1948-09-03", **NO_NUMBER},
        {"dob": "1949-03-09", **NO_NUMBER},
        {"dob": "1948-11-09", **NO_NUMBER},
        {"given_name": "M.", **NO_NUMBER},
        {"family_name": "Hughes-Walker", **NO_NUMBER},
        {"family_name": "Walker", **NO_NUMBER},
        {**MOVED, **NO_NUMBER},
        {**MOVED, "phone": ""},
        {**MOVED, "phone": "020 7946 0001", "family_name": "Walker"},
        {"dob": ""},
        {"phone": "n/k", "postcode": "", **NO_NUMBER},
        {"nhs_number": "9990000019"},
    ],
    ids=str,
)
def test_one_person_is_found_however_they_come_in(changed):
    assert outcome(changed) == "match"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"given_name": "Dorothy", **NO_NUMBER}, "twins"),
        ({"given_name": "", **NO_NUMBER}, "no given name to tell twins apart"),
        ({"given_name": "M", "sex": "", **NO_NUMBER}, "an initial, and the sex is not known"),
        ({"given_name": "M", "dob": "1948-03-10", **NO_NUMBER}, "an initial, and a slip in the birth"),
        ({"given_name": "M", "family_name": "Walker", **NO_NUMBER}, "an initial, and another family name"),
        ({**MOVED, "phone": "", **NO_NUMBER}, "a namesake born on the same day"),
        ({"given_name": "Dorothy", "family_name": "Walker"}, "the right number with the wrong name"),
        ({"dob": "1978-11-20", "phone": "", **NO_NUMBER}, "parent and child of one name"),
        ({"nhs_number": OTHER_NUMBER}, "two numbers"),
    ],
)
def test_what_only_a_person_may_join_is_never_a_match(changed, why):
    assert outcome(changed) in ("possible", "none"), why


@pytest.mark.parametrize(
    "changed",
    [
        {"given_name": "Dorothy", "nhs_number": OTHER_NUMBER},
        {"given_name": "Dorothy", "dob": "1951-01-20", **NO_NUMBER},
        {"dob": "1978-11-20", "address_line_1": "14 Mill Street", "phone": "", **NO_NUMBER},
        {**MOVED, "phone": "", "nhs_number": OTHER_NUMBER, "dob": "1960-01-20"},
    ],
    ids=["twin with her own number", "sister", "neighbour of one name", "namesake"],
)
def test_other_people_are_never_a_match(changed):
    assert outcome(changed) != "match"


def test_the_right_number_with_the_wrong_name_is_shown_with_the_reason():
    found = compared_with({"margaret": person()}, person(given_name="Dorothy", family_name="Walker", **MOVED))[0]
    assert (found.outcome, found.key) == ("possible", "margaret")
    assert found.agreement.startswith("Same NHS number")
    assert "the number may be another's" in found.caution


def test_of_two_who_fit_equally_well_neither_is_joined():
    twice = {"first": person(**NO_NUMBER), "second": person(**NO_NUMBER)}
    found = compared_with(twice, person(**NO_NUMBER))
    assert {one.outcome for one in found} == {Outcome.POSSIBLE}
    assert {one.key for one in found} == {"first", "second"}


def test_the_twin_who_is_known_is_told_from_the_other():
    known = {"margaret": person(), "dorothy": person(given_name="Dorothy", nhs_number="")}
    (found,) = compared_with(known, person(given_name="Dot", nhs_number=""))
    assert (found.key, found.outcome) == ("dorothy", "match")


@pytest.fixture
def both_names_are_usual():
    """Three of each name elsewhere, so that Abdi is not only what an Abdullahi is called."""
    return {
        f"{given} {number}": person(given_name=given, family_name=f"Q{number}orsel", dob=f"19{number}1-01-17", **APART)
        for given in ("Abdi", "Abdullahi")
        for number in (4, 5, 6)
    }


APART = {"address_line_1": "9 Elm Grove", "postcode": "BR1 1AA", "town": "Bromley", "phone": "", "nhs_number": ""}
AT_HOME = {"family_name": "Warsame", "phone": "020 7946 0001", "nhs_number": ""}


def test_twins_whose_names_may_be_forms_of_one_are_never_joined(both_names_are_usual):
    known = both_names_are_usual | {"one": person(given_name="Abdullahi", **AT_HOME)}
    (found,) = compared_with(known, person(given_name="Abdi", **AT_HOME))
    assert (found.key, found.outcome) == ("one", "possible")
    assert "twins" in found.caution


@pytest.mark.parametrize("own", [{"phone": "07700 900123"}, {"nhs_number": NUMBER}], ids=str)
def test_a_mobile_or_an_nhs_number_tells_one_who_shortens_the_name_from_a_twin(both_names_are_usual, own):
    known = both_names_are_usual | {"one": person(given_name="Abdullahi", **AT_HOME | own)}
    (found,) = compared_with(known, person(given_name="Abdi", **AT_HOME | own))
    assert (found.key, found.outcome) == ("one", "match")


def test_a_brother_and_a_sister_called_alike_are_never_joined():
    at_home = AT_HOME | {"phone": "07700 900123"}
    known = {"winifred": person(given_name="Winifred", sex="F", **at_home)}
    (found,) = compared_with(known, person(given_name="Win", sex="M", **at_home))
    assert (found.outcome, "brother and sister" in found.caution) == ("possible", True)


def test_twins_are_not_joined_when_the_halves_of_a_name_are_swapped():
    at_home = AT_HOME | {"sex": "M", "family_name": "Piotrowski"}
    others = {f"{name} {n}": person(given_name=name, **APART) for name in ("Dariusz", "Mariusz") for n in range(3)}
    known = others | {"mariusz": person(given_name="Mariusz", **at_home)}
    swapped = person(**at_home | {"given_name": "Piotrowski", "family_name": "Dariusz"})
    assert all(found.outcome != "match" for found in compared_with(known, swapped))


def test_brothers_whose_first_name_is_mohammed_are_not_joined_by_another_spelling_of_it():
    known = {"haroon": person(given_name="Mohammed Haroon", **AT_HOME)}
    (found,) = compared_with(known, person(given_name="Mohammad", **AT_HOME))
    assert (found.outcome, "twins" in found.caution) == ("possible", True)


def test_of_a_list_the_likely_are_shown_and_hardly_any_of_the_known_are_left_out():
    """Of twins nobody can tell which are one person under another name: one in ten is, and all ten need not be asked
    about; where all the rest are known, or the list is short, nobody is left out."""
    pair = compare(person(given_name="Dorothy", **NO_NUMBER), person(), NameJudge())
    twin = (Finding("twin", 0.1, Outcome.POSSIBLE, pair, ""),)
    likely = (Finding("likely", 0.7, Outcome.POSSIBLE, pair, ""),)
    rows = [twin] * 10 + [likely] * 10 + [()] * 480
    assert leave_out_unlikely(rows, Rates(known=0.5)) == [()] * 10 + [likely] * 10 + [()] * 480
    assert leave_out_unlikely(rows, Rates(known=0.998)) == rows
    assert leave_out_unlikely([twin], Rates(known=0.5)) == [twin]


def test_a_slip_in_another_name_is_no_slip_in_this_one():
    """Vasanthi, written Vashanthi, is not her twin Shanthi."""
    known = {"shanthi": person(given_name="Shanthi", **AT_HOME)}
    assert all(found.outcome != "match" for found in compared_with(known, person(given_name="Vashanthi", **AT_HOME)))


def test_a_slip_in_one_twins_name_is_not_the_other():
    known = {"janet": person(given_name="Janet", **AT_HOME)}
    assert all(found.outcome != "match" for found in compared_with(known, person(given_name="Jjane", **AT_HOME)))


def test_a_short_form_that_nobody_is_registered_by_is_the_same_name():
    known = {"one": person(given_name="Abdullahi", **AT_HOME)}
    (found,) = compared_with(known, person(given_name="Abdi", **AT_HOME))
    assert found.outcome == "match"


def test_somebody_is_known_by_what_they_were_before():
    before = Description(**(MARGARET | {"family_name": "Walker"} | MOVED))
    known = {"margaret": portray([Description(**MARGARET), before], today=DAY)}
    (found,) = compared_with(known, person(family_name="Walker", phone="", nhs_number="", **MOVED))
    assert (found.key, found.outcome) == ("margaret", "match")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Małgorzata", "Kowalska"), ("Gosia", "Kowalski")),
        (("Harpreet Kaur", "Gill"), ("Harpreet", "Kaur")),
        (("Mohammed Imran", "Khan"), ("Imran", "Khan")),
        (("Muhammad", "Hussain"), ("Mohamed", "Hussein")),
        (("Fadumo", "Xirsi"), ("Fatima", "Hersi")),
        (("Oluwaseun", "Adeyemi"), ("Seun", "Adeyemi")),
        (("Kwabena", "Owusu"), ("Kobina", "Owusu")),
        (("Nguyen", "Thi Lan"), ("Lan", "Nguyen")),
        (("Xiao Ming", "Zhang"), ("Xiaoming", "Cheung")),
        (("Ayşe", "Y\u0131lmaz"), ("AYSE", "YILMAZ")),
        (("João", "da Silva Santos"), ("Joao", "Santos")),
        (("Lakshmi", "Sivarajah"), ("Luxmi", "Sivaraja")),
        (("Siobhán", "O'Brien"), ("SHIVAUN", "OBRIEN")),
        (("Siân", "Llewellyn"), ("Sian", "Llewelyn")),
        (("Winston", "Whyte"), ("Win", "White")),
        (("Youssef", "Al-Hassan"), ("Yusuf", "Hassan")),
        (("Oleksandr", "Petrov"), ("Sasha", "Petrov")),
        (("Elena", "Ivanova"), ("Olena", "Ivanov")),
    ],
    ids=str,
)
def test_names_of_every_community_are_found_equally(one, other):
    known = person(given_name=one[0], family_name=one[1], nhs_number="")
    (found,) = compared_with({"known": known}, person(given_name=other[0], family_name=other[1], nhs_number=""))
    assert found.outcome == "match", found


def test_junk_is_no_evidence():
    junk = {
        "phone": "00000000000",
        "nhs_number": "9999999999",
        "dob": "01/01/1900",
        "postcode": "ZZ99 3VZ",
        "address_line_1": "NFA",
        "town": "",
    }
    found = compared_with({"one": person(**junk)}, person(**junk))
    assert [one.outcome for one in found] in ([], [Outcome.POSSIBLE])
    assert NUMBER not in str(found)
