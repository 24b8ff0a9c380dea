import pytest

from linkworks.domain.outreach.actions.cohort.columns import confirm_columns
from linkworks.domain.outreach.actions.cohort.read_rows import UNKNOWN_SURGERY
from linkworks.domain.outreach.choices import CohortState, Section
from linkworks.domain.outreach.lists.columns import Column
from linkworks.domain.outreach.selectors.cohort import find_columns, list_rows
from linkworks.domain.outreach.tests.cohort.sending import person, send, send_and_match
from linkworks.domain.people.tests.factories import PracticeFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db

NAMES = ("Ann", "Mohamed", "Grace", "Piotr", "Nimmi")


def test_every_row_is_kept_as_it_came(coordinator, campaign):
    batch = send(coordinator, campaign, [person(), person("2", colour="=1+1")])
    assert [row.came for row in list_rows(coordinator, batch)] == [person(), person("2", colour="=1+1")]
    assert (batch.state, batch.size) == (CohortState.COLUMNS, 2)


@pytest.mark.parametrize("name", ["sender", "source", "purpose", "legal_basis"])
def test_nothing_comes_in_without_its_provenance(coordinator, campaign, name):
    with pytest.raises(Refused) as refused:
        send(coordinator, campaign, [person()], **{name: " "})
    assert refused.value.field == name


def test_the_day_of_deletion_is_still_to_come(coordinator, campaign):
    with pytest.raises(Refused, match="still to come"):
        send(coordinator, campaign, [person()], delete_by=clock.today())


def test_the_very_same_file_comes_in_once(coordinator, campaign):
    send(coordinator, campaign, [person()])
    with pytest.raises(Refused, match="very file"):
        send(coordinator, campaign, [person()])


def test_callers_and_link_workers_bring_in_no_lists(link_worker, campaign):
    with pytest.raises(NotAllowed):
        send(link_worker, campaign, [person()])


def test_a_file_that_is_no_sheet_says_so(coordinator, campaign):
    with pytest.raises(Refused) as refused:
        send(coordinator, campaign, [])
    assert refused.value.message == "The sheet has headings and no rows."


def test_names_stay_as_they_were_typed(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, [person(surname="O'Brien"), person("2", "van der BERG", "Jo")])
    assert [row.entry["family_name"] for row in list_rows(coordinator, batch)] == ["O'Brien", "van der BERG"]


def test_what_a_sender_calls_a_column_is_remembered(coordinator, campaign):
    batch = send(coordinator, campaign, [person(colour="Somali")])
    columns = [guess.column for guess in find_columns(coordinator, batch)]
    confirm_columns(coordinator, batch=batch, columns=[*columns[:-1], Column.LANGUAGE])
    again = send(coordinator, campaign, [person("9", colour="Twi")])
    assert find_columns(coordinator, again)[-1].column is Column.LANGUAGE
    others = send(coordinator, campaign, [person("8")], sender="Somebody else")
    assert find_columns(coordinator, others)[-1].column is None


def test_swapped_columns_stop_the_list_and_can_be_put_right(coordinator, campaign):
    batch = send(coordinator, campaign, [person(str(n), f"Marsh{n}", name) for n, name in enumerate(NAMES)])
    right = [guess.column for guess in find_columns(coordinator, batch)]
    wrong = [{Column.DATE_OF_BIRTH: Column.TELEPHONE, Column.TELEPHONE: Column.DATE_OF_BIRTH}.get(c, c) for c in right]
    confirm_columns(coordinator, batch=batch, columns=wrong)
    assert batch.state == CohortState.STOPPED
    assert batch.stopped_because.startswith("None of the 5 rows has a name")
    confirm_columns(coordinator, batch=batch, columns=right)
    assert batch.state == CohortState.REVIEW
    assert batch.counts == {Section.NEW: 5}


def test_a_surgery_that_we_do_not_have_is_said_by_its_cell(coordinator, campaign):
    PracticeFactory(team=campaign.team, name="Elm Lane Surgery")
    rows = [["Marsh", "Ann", "1 Elm Lane", "ELM LANE surgery"], ["Marsh", "Bo", "2 Elm Lane", "Oak Lane Surgery"]]
    batch = send_and_match(coordinator, campaign, rows, headings=("Surname", "Forename", "Address", "GP practice"))
    known, unknown = list_rows(coordinator, batch)
    assert known.problems == []
    assert unknown.problems == [["GP practice", UNKNOWN_SURGERY]]


def test_two_columns_cannot_be_one_thing(coordinator, campaign):
    batch = send(coordinator, campaign, [person()])
    with pytest.raises(Refused, match="said to be the date of birth"):
        confirm_columns(
            coordinator, batch=batch, columns=[Column.DATE_OF_BIRTH] * 2 + [Column.FAMILY_NAME] + [None] * 7
        )


def test_two_columns_of_one_heading_are_two(coordinator, campaign):
    row = ["Marsh", "Ann", "07700 900123", "020 7946 0123"]
    batch = send_and_match(coordinator, campaign, [row], headings=("Surname", "Forename", "Phone", "Phone"))
    (kept,) = list_rows(coordinator, batch)
    assert [number for number, _ in kept.entry["telephones"]] == ["+447700900123", "+442079460123"]


def test_a_day_that_reads_as_a_month_is_warned_of_by_its_cell(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, [person(dob="03/24/1951")])
    ((heading, sentence),) = list_rows(coordinator, batch).get().problems
    assert (heading, "the month before the day" in sentence) == ("DOB", True)
