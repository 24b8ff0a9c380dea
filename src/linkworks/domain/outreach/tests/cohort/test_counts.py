"""How many rows of a list are what, and how many statements it takes to know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkworks.domain.outreach.actions.cohort.rows import stage
from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.selectors.cohort_counts import count_rows, count_waiting
from linkworks.domain.outreach.tests.cohort.sending import person, send_and_match
from linkworks.domain.outreach.tests.cohort.test_long_lists import plan_of

pytestmark = pytest.mark.django_db

ROWS = 60


@pytest.fixture
def batch(coordinator, campaign):
    """Four rows as they came and sixty that wait; every second of these has a cell that cannot be read."""
    rows = [
        person(),
        person("2", "Adeyemi", "Tunde", dob="1/1/1980", phone="07700 900999"),
        person("3", "Cole", "Ruth", dob="2/2/1970", phone="n/k"),
        person("4", "", "", dob="", phone="07700 900777"),
    ]
    batch = send_and_match(coordinator, campaign, rows)
    stage(batch, [(number, ["x"]) for number in range(100, 100 + ROWS)])
    batch.rows.filter(number__gte=100).update(section=Section.CLOSE)
    batch.rows.filter(number__in=range(100, 100 + ROWS, 2)).update(problems=[["DOB", "No day"]])
    return batch


@pytest.fixture
def browser(signed_in, coordinator):
    return signed_in(coordinator)


def test_rows_are_counted_by_section_decision_and_difference(coordinator, batch):
    unread = batch.rows.filter(number__lt=100).exclude(problems=[]).count()
    tally = count_rows(coordinator, batch)
    assert tally.sections == {
        Section.NEW: (2, 0),
        Section.CLOSE: (ROWS, ROWS),
        Section.NO_NUMBER: (1, 0),
        Section.UNREADABLE: (1, 1),
    }
    assert tally.count(section=Section.NEW, decision=RowDecision.NEW) == 2
    assert (tally.waiting, tally.problems, tally.differences) == (ROWS + 1, ROWS / 2 + unread, {})
    assert count_waiting(coordinator, batch) == ROWS + 1
    assert count_waiting(coordinator, batch, Section.CLOSE) == ROWS
    assert count_waiting(coordinator, batch, Section.NEW) == 0


def counting(queries):
    """Statements that read the rows of a list to count them."""
    told = (one["sql"] or "" for one in queries)
    return [sql for sql in told if "COUNT(" in sql and 'FROM "outreach_cohortrow"' in sql]


def test_the_page_of_a_list_counts_its_rows_once(browser, batch):
    with CaptureQueriesContext(connection) as queries:
        browser.get(reverse("outreach:list", args=[batch.pk]))
    assert len(counting(queries)) == 1


def test_its_rows_are_shown_from_where_the_last_page_ended_and_none_are_counted(browser, batch):
    address = reverse("outreach:list_rows", args=[batch.pk, Section.CLOSE])
    with CaptureQueriesContext(connection) as queries:
        first = browser.get(address).content.decode()
        second = browser.get(f"{address}?after=124").content.decode()
    assert not counting(queries)
    assert not any("OFFSET" in (one["sql"] or "") for one in queries)
    assert (">124<" in first, ">125<" in first, 'href="?after=124"' in first) == (True, False, True)
    assert (">125<" in second, 'href="?before=125"' in second, 'href="?after=149"' in second) == (True, True, True)


@pytest.mark.parametrize(
    ("index", "address"),
    [
        ("outreach_rows_to_decide", lambda batch: reverse("outreach:list_next", args=[batch.pk, Section.CLOSE])),
        ("outreach_rows_with_problems", lambda batch: reverse("outreach:list_problems", args=[batch.pk])),
    ],
)
def test_the_few_rows_to_look_at_are_found_by_their_index(browser, batch, index, address):
    with CaptureQueriesContext(connection) as queries:
        browser.get(address(batch))
    plans = [plan_of(one["sql"]) for one in queries if 'FROM "outreach_cohortrow"' in (one["sql"] or "")]
    assert any(index in plan for plan in plans), plans
