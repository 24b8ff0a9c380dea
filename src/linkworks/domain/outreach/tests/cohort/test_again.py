"""The same sender's list, week after week."""

import pytest

from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.decide import decide_row, decide_section
from linkworks.domain.outreach.choices import Difference, Ending, QueueState, RowDecision, Section
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.selectors.cohort import list_rows
from linkworks.domain.outreach.selectors.cohort_counts import count_rows
from linkworks.domain.outreach.tests.cohort.sending import person, send_and_match
from linkworks.domain.people.models import ContactDetail, Person

pytestmark = pytest.mark.django_db

MARY = person()
TUNDE = person("2", "Adeyemi", "Tunde", dob="1/1/1980", phone="07700900999")
ANN = person("3", "Marsh", "Ann", dob="2/2/1940", phone="07700900888")
GRACE = person("4", "Nkrumah", "Grace", dob="5/5/1955", phone="07700900777")
ROWS = [MARY, TUNDE, ANN, GRACE]


@pytest.fixture
def first(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, ROWS)
    row = list_rows(coordinator, batch).get(number=5)
    decide_row(coordinator, row=row, decision=RowDecision.LEAVE_OUT, reason="Lives in Kent")
    ask_to_commit(coordinator, batch=batch)
    return batch


@pytest.fixture
def second(coordinator, campaign, first):
    """Mary is as before, Tunde has another number, Ann is gone, Grace stands as she stood, and Piotr is new."""
    tunde = person("2", "Adeyemi", "Tunde", dob="1/1/1980", phone="07700900999 / 07700900111")
    piotr = person("9", "Nowak", "Piotr", dob="6/6/1966", phone="07700900666")
    return send_and_match(coordinator, campaign, [MARY, tunde, GRACE, piotr], name="week 2.csv")


def rows_of(actor, batch):
    return {row.entry["given_name"]: row for row in list_rows(actor, batch)}


def test_only_what_differs_is_looked_at(coordinator, second):
    differences = {name: row.difference for name, row in rows_of(coordinator, second).items()}
    assert differences == {
        "Mary": Difference.UNCHANGED,
        "Tunde": Difference.CHANGED,
        "Grace": Difference.UNCHANGED,
        "Piotr": Difference.NEW,
        "Ann": Difference.GONE,
    }
    assert count_rows(coordinator, second).differences == {"unchanged": 2, "changed": 1, "new": 1, "gone": 1}


def test_what_was_decided_of_a_row_is_not_asked_again(coordinator, second):
    rows = rows_of(coordinator, second)
    assert (rows["Mary"].decision, rows["Mary"].section) == (RowDecision.SAME, Section.SAME)
    assert (rows["Grace"].decision, rows["Grace"].reason) == (RowDecision.LEAVE_OUT, "Lives in Kent")
    assert [row.entry["given_name"] for row in list_rows(coordinator, second, undecided=True)] == ["Ann"]


def test_who_is_gone_from_the_list_is_left_out_with_a_reason_or_kept(coordinator, second):
    out = {"decision": RowDecision.LEAVE_OUT, "reason": "No longer shielding"}
    decide_section(coordinator, batch=second, section=Section.GONE, **out)
    ask_to_commit(coordinator, batch=second)
    ann = CampaignContact.objects.get(person__given_name="Ann")
    assert (ann.state, ann.ending, ann.ending_words) == (QueueState.ENDED, Ending.EXCLUDED, "No longer shielding")
    assert CampaignContact.objects.count() == 4
    assert Person.objects.count() == 4
    assert ContactDetail.objects.filter(person__given_name="Tunde").count() == 2


def test_who_is_gone_stands_on_no_row_of_the_new_sheet(coordinator, second, signed_in):
    ann = rows_of(coordinator, second)["Ann"]
    browser = signed_in(coordinator)
    for address in (f"/list-rows/{ann.pk}", f"/lists/{second.pk}/rows/gone"):
        page = browser.get(address).content.decode()
        assert "Ann Marsh" in page
        assert f"Row {ann.number}" not in page
        assert f">{ann.number}<" not in page


def test_who_is_kept_without_the_list_is_not_asked_about_again(coordinator, campaign, second):
    decide_section(coordinator, batch=second, section=Section.GONE, decision=RowDecision.KEEP)
    ask_to_commit(coordinator, batch=second)
    third = send_and_match(coordinator, campaign, [MARY, TUNDE, GRACE], name="week 3.csv")
    rows = rows_of(coordinator, third)
    assert (rows["Ann"].section, rows["Ann"].decision) == (Section.GONE, RowDecision.KEEP)
    assert (rows["Piotr"].section, rows["Piotr"].decision) == (Section.GONE, "")
