from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.people.matching.deciding import Outcome
from linkworks.domain.people.matching.judge import Judge
from linkworks.domain.people.matching.likeness import NumberLikeness
from linkworks.domain.people.matching.name_counts import NameCounts
from linkworks.domain.people.matching.portrait import Description, Portrait, portray
from linkworks.domain.referrals import recognise as in_words
from linkworks.foundation.core.nhs_number import make_test_number


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is compared. `person_id` is None for somebody who is not on record yet."""

    given_name: str
    family_name: str
    preferred_name: str = ""
    date_of_birth: date | None = None
    nhs_number: str = ""
    postcode: str = ""
    phones: frozenset[str] = frozenset()
    person_id: UUID | None = None

    def portray(self) -> Portrait:
        called = f" ({self.preferred_name})" if self.preferred_name else ""
        described = Description(
            given_name=self.given_name + called,
            family_name=self.family_name,
            dob=self.date_of_birth.isoformat() if self.date_of_birth else "",
            postcode=self.postcode,
            phone=";".join(self.phones),
            nhs_number=self.nhs_number,
        )
        return portray([described], today=date(2026, 11, 22))


@dataclass(frozen=True)
class PossibleMatch:
    person: PersonFacts
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    outcome: Outcome


def recognise(referred: PersonFacts, known: list[PersonFacts]) -> tuple[PossibleMatch, ...]:
    judge: Judge[UUID | None] = Judge(NameCounts())
    by_id = {one.person_id: one for one in known}
    found = judge.show(judge.compare(referred.portray(), {key: one.portray() for key, one in by_id.items()}))
    return tuple(
        PossibleMatch(
            by_id[one.key],
            tuple(in_words.reasons(one.pair, referred, by_id[one.key])),
            tuple(in_words.cautions(one)),
            one.outcome,
        )
        for one in found
        if one.pair.number is not NumberLikeness.CONFLICT
    )


MARY = PersonFacts(
    given_name="Mary",
    family_name="O'Brien",
    date_of_birth=date(1952, 3, 3),
    nhs_number=make_test_number(1),
    postcode="SE13 6JZ",
    phones=frozenset({"+447700900001"}),
    person_id=UUID(int=1),
)
NOBODY_ELSES = {"nhs_number": "", "postcode": "", "phones": frozenset(), "person_id": None}
UNNUMBERED = replace(MARY, nhs_number="")
REFERRED = replace(MARY, person_id=None)


def reasons(referred: PersonFacts, person: PersonFacts) -> tuple[str, ...]:
    (match,) = recognise(referred, [person])
    return match.reasons


def cautions(referred: PersonFacts, person: PersonFacts) -> tuple[str, ...]:
    (match,) = recognise(referred, [person])
    return match.cautions


def test_the_same_person_is_recognised_with_every_reason():
    assert reasons(REFERRED, MARY) == (
        "Same NHS number",
        "Same date of birth, 3 March 1952",
        "Same name",
        "Same postcode, SE13 6JZ",
        "Same telephone number",
    )
    assert cautions(REFERRED, MARY) == ()


def test_different_nhs_numbers_are_different_people_whatever_else_they_share():
    assert recognise(replace(REFERRED, nhs_number=make_test_number(2)), [MARY]) == ()


def test_a_number_that_fails_its_check_neither_matches_nor_tells_apart():
    wrong = make_test_number(1)[:9] + str((int(make_test_number(1)[9]) + 1) % 10)
    mistyped = replace(REFERRED, nhs_number=wrong)
    assert "Same NHS number" not in reasons(mistyped, MARY)
    assert "Same NHS number" not in reasons(mistyped, replace(MARY, nhs_number=wrong))


def test_the_same_number_alone_is_enough_to_look():
    bare = PersonFacts(given_name="", family_name="", nhs_number=MARY.nhs_number)
    assert reasons(bare, MARY) == ("Same NHS number",)


@pytest.mark.parametrize(
    ("changes", "caution"),
    [
        ({"given_name": "Grace", "family_name": "Adeyemi"}, "The NHS number is the same but the name is not"),
        ({"date_of_birth": date(1980, 1, 1)}, "The NHS number is the same but the date of birth is not"),
        (
            {"given_name": "Grace", "family_name": "Adeyemi", "date_of_birth": date(1980, 1, 1)},
            "The NHS number is the same but the name and date of birth are not",
        ),
    ],
)
def test_the_right_number_with_the_wrong_person_is_cautioned(changes, caution):
    assert cautions(replace(REFERRED, **changes), MARY) == (f"{caution}: one number may be wrong",)


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (("mary", "OBRIEN"), "Same name"),
        (("Mrs Mary", "O\u2019Brien"), "Same name"),
        (("Marie", "O'Brian"), "Like name: Marie O'Brian and Mary O'Brien"),
        (("Carmen", "O'Brian"), "Like family name: Carmen O'Brian and Mary O'Brien"),
        (("Maryann", "O'Brian"), "Like name: Maryann O'Brian and Mary O'Brien"),
        (("M", "O'Brien"), "Like name: M O'Brien and Mary O'Brien"),
        (("O'Brien", "Mary"), "Like name: O'Brien Mary and Mary O'Brien"),
        (("Mary", "Okafor"), "Like given name: Mary Okafor and Mary O'Brien"),
    ],
)
def test_a_like_name_with_the_same_date_of_birth_is_recognised(names, reason):
    given_name, family_name = names
    referred = PersonFacts(given_name=given_name, family_name=family_name, date_of_birth=MARY.date_of_birth)
    assert reasons(referred, MARY) == ("Same date of birth, 3 March 1952", reason)


def test_a_preferred_name_is_as_good_as_a_given_one():
    margaret = replace(MARY, given_name="Margaret", preferred_name="Peggy")
    referred = replace(REFERRED, given_name="Peggy", **NOBODY_ELSES)
    assert "Like name: Peggy O'Brien and Margaret (Peggy) O'Brien" in reasons(referred, margaret)


def test_the_same_postcode_and_date_of_birth_are_enough_to_look():
    referred = PersonFacts("Grace", "Adeyemi", date_of_birth=MARY.date_of_birth, postcode="se136jz")
    assert reasons(referred, MARY) == ("Same date of birth, 3 March 1952", "Same postcode, SE13 6JZ")
    assert cautions(referred, MARY) == ("The names differ: these may be two people of one household",)


@pytest.mark.parametrize("postcode", ["ZZ99 3VZ", "ZZ99 3WZ", "SE13", "not known", ""])
def test_what_names_no_place_is_not_a_postcode_in_common(postcode):
    homeless = replace(UNNUMBERED, postcode=postcode)
    referred = PersonFacts("Grace", "Adeyemi", date_of_birth=MARY.date_of_birth, postcode=postcode)
    assert recognise(referred, [homeless]) == ()


def test_twins_are_shown_with_a_caution():
    martha = replace(REFERRED, given_name="Kathleen", nhs_number="")
    assert cautions(martha, MARY) == ("The given names differ: these may be twins",)


def test_twins_with_one_number_between_them_are_cautioned_too():
    assert cautions(replace(REFERRED, given_name="Kathleen"), MARY) == ("The given names differ: these may be twins",)


def test_father_and_son_are_not_taken_for_each_other():
    son = replace(REFERRED, nhs_number="", date_of_birth=date(1980, 3, 3))
    (match,) = recognise(son, [MARY])
    assert match.outcome is Outcome.POSSIBLE
    assert match.cautions == (
        "The dates of birth differ by more than a slip: these may be parent and child, or namesakes",
    )


def test_namesakes_born_on_one_day_are_shown_with_a_caution():
    referred = replace(REFERRED, **NOBODY_ELSES | {"postcode": "E1 6AN"})
    assert cautions(referred, MARY) == ("Only the name and the date of birth agree: two people can share both",)


@pytest.mark.parametrize(
    ("date_of_birth", "reason"),
    [(None, "Same name"), (date(1952, 3, 4), "Dates of birth a slip apart, 4 March 1952 and 3 March 1952")],
)
def test_without_the_number_and_the_date_of_birth_one_is_recognised_by_the_rest(date_of_birth, reason):
    (match,) = recognise(replace(REFERRED, nhs_number="", date_of_birth=date_of_birth), [MARY])
    assert match.reasons[0] == reason


@pytest.mark.parametrize("date_of_birth", [None, date(1952, 3, 4)])
def test_with_nothing_else_in_common_a_name_is_never_enough(date_of_birth):
    referred = replace(REFERRED, **NOBODY_ELSES | {"date_of_birth": date_of_birth})
    assert all(match.outcome is Outcome.POSSIBLE and match.cautions for match in recognise(referred, [MARY]))


def test_two_people_without_names_do_not_have_the_same_name():
    nameless = PersonFacts("", "", date_of_birth=MARY.date_of_birth)
    assert recognise(nameless, [nameless]) == ()


def test_the_likeliest_stands_first():
    by_number = replace(MARY, given_name="Grace", family_name="Adeyemi", person_id=UUID(int=2))
    by_name = replace(UNNUMBERED, person_id=UUID(int=3))
    by_like_name = replace(UNNUMBERED, family_name="O'Brian", person_id=UUID(int=4))
    twin = replace(UNNUMBERED, given_name="Kathleen", person_id=UUID(int=5))
    neighbour = replace(UNNUMBERED, given_name="Grace", family_name="Adeyemi", person_id=UUID(int=6))
    stranger = replace(UNNUMBERED, date_of_birth=date(1990, 1, 1), person_id=UUID(int=7))
    expected = [by_number, by_name, by_like_name, twin, neighbour]
    found = recognise(REFERRED, [stranger, *reversed(expected)])
    assert [match.person for match in found] == expected


people = st.builds(
    PersonFacts,
    given_name=st.sampled_from(["Mary", "Marie", "M", "Grace", "O'Brien", ""]),
    family_name=st.sampled_from(["O'Brien", "OBRIEN", "Adeyemi", "Mary", ""]),
    preferred_name=st.sampled_from(["", "Peggy", "Mary"]),
    date_of_birth=st.sampled_from([None, date(1952, 3, 3), date(1952, 3, 4)]),
    nhs_number=st.sampled_from(["", make_test_number(1), make_test_number(2), "1234567890"]),
    postcode=st.sampled_from(["", "SE13 6JZ", "E1 6AN", "ZZ99 3VZ"]),
    phones=st.sampled_from([frozenset(), frozenset({"+447700900001"})]),
    person_id=st.uuids(),
)


@given(people, people)
def test_recognising_runs_both_ways(one, other):
    assert bool(recognise(one, [other])) == bool(recognise(other, [one]))


@given(people, people)
def test_two_valid_different_numbers_never_match(one, other):
    numbers = {one.nhs_number, other.nhs_number}
    if numbers == {make_test_number(1), make_test_number(2)}:
        assert recognise(one, [other]) == ()


@given(people, people)
def test_who_is_shown_has_a_reason_and_who_is_very_likely_has_more(one, other):
    for match in recognise(one, [other]):
        assert match.reasons
        assert match.outcome is Outcome.POSSIBLE or len(match.reasons) > 1


@given(people, st.lists(people, max_size=6, unique_by=lambda person: person.person_id), st.randoms())
def test_the_order_does_not_depend_on_how_the_candidates_came(referred, known, random):
    shuffled = known[:]
    random.shuffle(shuffled)
    assert recognise(referred, shuffled) == recognise(referred, known)
