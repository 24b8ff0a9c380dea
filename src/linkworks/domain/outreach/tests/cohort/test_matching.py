"""Who the rows of a list are."""

from dataclasses import replace

import pytest

from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.models import CohortRow, OptOut
from linkworks.domain.outreach.selectors.cohort import list_rows
from linkworks.domain.outreach.tests.cohort.sending import person, send_and_match
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory, RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.nhs_number import make_test_number

pytestmark = pytest.mark.django_db

NHS, OTHER_NHS = make_test_number(18), make_test_number(27)
KNOWN = {
    "given_name": "Mary",
    "family_name": "O'Brien",
    "date_of_birth": "1951-03-04",
    "nhs_number": NHS,
    "address_line_1": "12 Lee High Road",
    "postcode": "SE13 5LQ",
}
AT_HOME = {"address": "12 Lee High Rd", "postcode": "se135lq"}


@pytest.fixture
def mary(team):
    known = PersonFactory(team=team, **KNOWN)
    ContactDetailFactory(person=known, value="+447700900123")
    return known


def match(actor, campaign, *rows, **more):
    """Section and person of each row."""
    batch = send_and_match(actor, campaign, list(rows), **more)
    return [(row.section, row.person_id) for row in list_rows(actor, batch)]


def test_somebody_known_is_found_though_nothing_is_written_alike(coordinator, campaign, mary):
    row = person(surname="OBRIEN", forename="mary", nhs_no=f"{NHS[:3]} {NHS[3:6]} {NHS[6:]}", **AT_HOME)
    assert match(coordinator, campaign, row) == [(Section.SAME, mary.pk)]


def test_different_nhs_numbers_are_a_conflict_though_all_else_agrees(coordinator, campaign, mary):
    assert match(coordinator, campaign, person(nhs_no=OTHER_NHS, **AT_HOME)) == [(Section.CONFLICT, mary.pk)]


def test_one_nhs_number_of_two_names_is_a_conflict(coordinator, campaign, mary):
    row = person(surname="Adeyemi", forename="Tunde", dob="1/1/1980", phone="07700900999", nhs_no=NHS)
    assert match(coordinator, campaign, row) == [(Section.CONFLICT, mary.pk)]


def test_a_twin_is_never_taken_for_the_other(coordinator, campaign, mary):
    ((section, _),) = match(coordinator, campaign, person(forename="Margaret", **AT_HOME))
    assert section in (Section.CLOSE, Section.NEW)


def test_the_same_person_twice_in_one_list_comes_in_once(coordinator, campaign):
    rows = [person(**AT_HOME), person("2", forename="Anne", dob="1/1/1940"), person("3", surname="O'BRIEN", **AT_HOME)]
    batch = send_and_match(coordinator, campaign, rows)
    first, _, third = list_rows(coordinator, batch)
    assert (third.section, third.repeat_of_id) == (Section.REPEAT, first.pk)
    assert first.section == Section.NEW


def test_two_rows_of_one_person_on_record(coordinator, campaign, mary):
    rows = [person(nhs_no=NHS), person("2", nhs_no=NHS, phone="")]
    assert [section for section, _ in match(coordinator, campaign, *rows)] == [Section.SAME, Section.REPEAT]


def test_twins_of_one_list_are_two(coordinator, campaign):
    rows = [person(nhs_no=NHS, **AT_HOME), person("2", forename="Margaret", nhs_no=OTHER_NHS, **AT_HOME)]
    assert Section.REPEAT not in [section for section, _ in match(coordinator, campaign, *rows)]


@pytest.mark.parametrize("told_by", ["the list", "the record"])
def test_whoever_has_died_is_not_rung(coordinator, campaign, mary, told_by):
    headings, row = ["Surname", "Forename", "NHS No", "Date of death"], ["O'Brien", "Mary", NHS, ""]
    if told_by == "the list":
        row[3] = "1/2/2020"
    else:
        mary.change(died_on="2020-02-01")
    assert match(coordinator, campaign, row, headings=headings) == [(Section.DIED, mary.pk)]


@pytest.mark.parametrize("told_by", ["the list", "the record"])
def test_whoever_said_no_is_not_rung(coordinator, campaign, team, mary, told_by):
    headings, row = ["Surname", "Forename", "NHS No", "Phone", "Do not call"], ["O'Brien", "Mary", NHS, "", ""]
    if told_by == "the list":
        row[4] = "Y"
    else:
        OptOut.objects.create(team=team, person=mary, from_what="all", said_at=clock.now())
    assert match(coordinator, campaign, row, headings=headings) == [(Section.DO_NOT_CALL, mary.pk)]


def test_a_number_on_record_is_a_number(coordinator, campaign, mary):
    rows = [person(nhs_no=NHS, phone="ex dir"), person("2", "Adeyemi", "Tunde", phone="n/k", dob="1/1/1980")]
    assert match(coordinator, campaign, *rows) == [(Section.SAME, mary.pk), (Section.NO_NUMBER, None)]


def test_what_cannot_be_read_is_kept_and_waits_for_a_word(coordinator, campaign):
    rows = [person(str(n), f"Marsh{n}", dob=f"{n + 1}/1/1950") for n in range(9)]
    batch = send_and_match(coordinator, campaign, [*rows, person("", "", "", dob="", phone="07700 900555")])
    unreadable = list_rows(coordinator, batch, section=Section.UNREADABLE).get()
    assert unreadable.decision == ""
    assert unreadable.problems == [["Name", "There is no name in this row."]]


def test_a_row_about_somebody_hidden_is_hidden(coordinator, campaign, team, mary, team_lead):
    RestrictionFactory(person=mary, staff_ids=[team_lead.user_id], placed_by_id=team_lead.user_id)
    batch = send_and_match(coordinator, campaign, [person(nhs_no=NHS)])
    assert batch.counts == {Section.SAME: 1}


def test_a_caller_on_the_line_sees_no_row_of_somebody_who_is_not_known_yet(coordinator, link_worker, campaign, mary):
    send_and_match(coordinator, campaign, [person(nhs_no=NHS), person("2", "Adeyemi", "Tunde", dob="1/1/1980")])
    with acting(replace(link_worker, only_person=mary.pk)):
        assert [row.person_id for row in CohortRow.objects.all()] == [mary.pk]
