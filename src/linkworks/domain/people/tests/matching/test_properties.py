from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from linkworks.domain.people.matching.blocks import filing_keys, looking_keys
from linkworks.domain.people.matching.comparing import Comparison, compare
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
    SexLikeness,
)
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import Description, portray
from linkworks.domain.people.matching.rates import USUAL
from linkworks.domain.people.matching.recogniser import Recogniser
from linkworks.domain.people.matching.weighing import weigh
from linkworks.domain.people.tests.matching.folk import DAY, MARGARET, NUMBER, OTHER_NUMBER, person

JUDGE = NameJudge()
WORDS = st.sampled_from(
    [
        "Margaret",
        "Peggy",
        "Dorothy",
        "Mohammed",
        "Mohammed Imran",
        "Imran",
        "M",
        "",
        "Hughes",
        "O'Brien",
        "Kaur",
        "Kowalska",
        "Kowalski",
    ]
)
DESCRIPTIONS = st.builds(
    Description,
    given_name=WORDS,
    family_name=WORDS,
    dob=st.sampled_from(
        ["1948-03-09", "1948-09-03", "1949-03-09", "1978-11-20", "", "n/k", "31/02/1950", "01/01/1948"]
    ),
    sex=st.sampled_from(["F", "M", ""]),
    address_line_1=st.sampled_from(
        ["12 Mill Street", "12 Mill St", "Flat 2, 12 Mill Street", "21 Mill Street", "", "Rose Cottage"]
    ),
    town=st.sampled_from(["Lewisham", "Leeds", ""]),
    postcode=st.sampled_from(["SE13 6JZ", "se136jz", "SE13 6JX", "LS1 4AP", "ZZ99 3VZ", ""]),
    phone=st.sampled_from(["07700 900123", "+44 7700 900123", "020 7946 0001", "n/k", ""]),
    nhs_number=st.sampled_from([NUMBER, OTHER_NUMBER, "9990000019", "0000000000", ""]),
)
COMPARISONS = st.builds(
    Comparison,
    *(st.sampled_from(scale) for scale in (NameLikeness, NameLikeness)),
    st.booleans(),
    *(st.sampled_from(scale) for scale in (BirthLikeness, HomeLikeness, PhoneLikeness, NumberLikeness, SexLikeness)),
)


def odds(pair: Comparison) -> float:
    return weigh(pair, given_share=0.002, family_share=0.002, people=20_000, rates=USUAL).odds


@given(DESCRIPTIONS, DESCRIPTIONS)
def test_neither_of_two_comes_first(one, other):
    first, second = portray([one], today=DAY), portray([other], today=DAY)
    assert compare(first, second, JUDGE) == compare(second, first, JUDGE)


@settings(max_examples=50)
@given(DESCRIPTIONS)
def test_different_valid_nhs_numbers_are_never_a_match(one):
    known = {"known": portray([replace(one, nhs_number=NUMBER)], today=DAY)}
    found = Recogniser(known).recognise(portray([replace(one, nhs_number=OTHER_NUMBER)], today=DAY))
    assert all(finding.outcome != "match" for finding in found)


OTHERS = {
    "twin": {"given_name": "Dorothy"},
    "father or son": {"dob": "1978-11-20"},
    "sister at one address": {"given_name": "Dorothy", "dob": "1951-01-20"},
    "neighbour of one name": {"dob": "1978-11-20", "address_line_1": "14 Mill Street"},
    "neighbour of one name and birthday": {"address_line_1": "18 Mill Street", "phone": ""},
    "namesake of one birthday": {"address_line_1": "7 Elm Grove", "town": "Leeds", "postcode": "LS1 4AP", "phone": ""},
}


@settings(max_examples=100)
@given(
    st.sampled_from(sorted(OTHERS)),
    st.sampled_from(["12 Mill Street", "12 Mill St", "Flat 2, 12 Mill Street"]),
    st.sampled_from(["", "07700 900123", "020 7946 0001"]),
    st.sampled_from(["SE13 6JZ", ""]),
    st.sampled_from(["F", "M", ""]),
)
def test_others_of_one_household_or_one_name_are_never_a_match(who, line, phone, postcode, sex):
    """However much the two homes, telephones and sexes agree, and with a number on one side only."""
    shared = {"address_line_1": line, "phone": phone, "postcode": postcode, "sex": sex}
    known = {"known": person(**shared)}
    other = person(**(shared | {"nhs_number": ""} | OTHERS[who]))
    assert all(found.outcome != "match" for found in Recogniser(known).recognise(other))


@given(COMPARISONS)
def test_a_shared_nhs_number_never_speaks_against(pair):
    shared, missing = pair._replace(number=NumberLikeness.SAME), pair._replace(number=NumberLikeness.MISSING)
    assert odds(shared) >= odds(missing) >= odds(pair._replace(number=NumberLikeness.CONFLICT))


@given(COMPARISONS)
def test_a_shared_birthday_never_speaks_against(pair):
    births = [
        odds(pair._replace(birth=birth)) for birth in (BirthLikeness.DIFFERENT, BirthLikeness.SLIP, BirthLikeness.SAME)
    ]
    assert births[0] <= births[2]
    assert births[1] <= births[2]


@given(COMPARISONS)
def test_the_same_given_name_never_speaks_against(pair):
    assert odds(pair._replace(given=NameLikeness.SAME)) >= odds(pair._replace(given=NameLikeness.DIFFERENT))


@given(DESCRIPTIONS)
def test_whoever_comes_in_unchanged_is_looked_for_where_they_are_filed(one):
    portrait = portray([one], today=DAY)
    keys = filing_keys(portrait)
    assert not keys or keys & looking_keys(portrait)


@given(st.dates(), st.integers(0, 7), st.sampled_from("0123456789"), st.booleans())
def test_a_birth_a_slip_away_is_looked_for_where_both_names_agree(day, place, digit, is_swapped):
    """Whatever slip is forgiven in a date of birth, the keys lead from one to the other."""
    alone = {"address_line_1": "", "town": "", "postcode": "", "phone": "", "nhs_number": ""}
    right = day.strftime("%Y").zfill(4) + day.strftime("%m%d")
    wrong = right[:4] + right[6:] + right[4:6] if is_swapped else right[:place] + digit + right[place + 1 :]
    first, second = (person(dob=birth, **alone) for birth in (right, wrong))
    is_forgiven = compare(first, second, JUDGE).birth >= BirthLikeness.YEAR
    assert not is_forgiven or filing_keys(first) & looking_keys(second)


def test_household_evidence_counts_once():
    """Family name, address, postcode and landline agree for a sister too: more of it does not make her the same."""
    sister = {"given_name": "Dorothy", "dob": "", "nhs_number": ""}
    at_home = compare(person(phone="020 7946 0001", **sister), person(phone="020 7946 0001"), JUDGE)
    elsewhere = compare(person(phone="", address_line_1="", town="", postcode="", **sister), person(), JUDGE)
    assert odds(at_home) < 0.2
    assert odds(elsewhere) < 0.2
    assert MARGARET["given_name"] == "Margaret"
