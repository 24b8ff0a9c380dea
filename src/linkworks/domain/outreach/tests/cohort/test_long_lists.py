"""A list of millions of rows: nothing may hold all of it in memory, or look through it once for every row."""

import re
import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linkworks.domain.outreach.actions.cohort import repeats
from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.gone import note_differences
from linkworks.domain.outreach.actions.cohort.rows import stage
from linkworks.domain.outreach.tests.cohort.sending import person, send, send_and_match

pytestmark = pytest.mark.django_db

ROWS, SHARING = 2_000, 20
KILOBYTE = 1 << 10


def test_rows_that_share_something_are_looked_at_a_few_at_a_time(coordinator, campaign, monkeypatch):
    monkeypatch.setattr(repeats, "AT_ONCE", 10)
    batch = send(coordinator, campaign, [person()])
    stage(batch, [(number, []) for number in range(100, 100 + ROWS)])
    for first in range(100, 100 + ROWS, SHARING):
        batch.rows.filter(number__range=(first, first + SHARING - 1)).update(keys=[first])
    tracemalloc.start()
    repeats.find_repeats(coordinator, batch)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 500 * KILOBYTE  # the pairs are 19,000: each takes some 120 bytes


def test_the_last_list_is_not_looked_through_once_for_every_row(coordinator, campaign):
    ask_to_commit(coordinator, batch=send_and_match(coordinator, campaign, [person()]))
    batch = send_and_match(coordinator, campaign, [person(), person("2", "Adeyemi")], name="week 2.csv")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        note_differences(batch)
    told = [query["sql"] for query in queries if "outreach_cohortrow" in query["sql"]]
    assert told
    for statement in told:
        assert not re.search(r"SubPlan \d+$", plan_of(statement), re.MULTILINE)


def plan_of(statement):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {statement}")
        return "\n".join(line for (line,) in cursor.fetchall())
