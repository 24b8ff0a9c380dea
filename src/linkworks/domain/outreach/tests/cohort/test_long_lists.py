"""A list of millions of rows: nothing may hold all of it in memory, or look through it once for every row."""

import re
import tracemalloc
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linkworks.domain.outreach.actions.cohort import commit_rows, repeats
from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.gone import note_differences
from linkworks.domain.outreach.actions.cohort.rows import stage
from linkworks.domain.outreach.choices import CohortState, RowDecision, Section
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.selectors.cohort_facts import changed_since_matched, holders_of
from linkworks.domain.outreach.tests.cohort.sending import person, send, send_and_match
from linkworks.foundation.core.nhs_number import make_test_number

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


@pytest.fixture
def in_pairs(monkeypatch):
    monkeypatch.setattr(commit_rows, "AT_ONCE", 2)


def test_each_part_of_adding_begins_where_the_last_one_ended(coordinator, campaign, in_pairs):
    batch = send_and_match(coordinator, campaign, [person()])
    first = batch.rows.get()
    stage(batch, [(number, []) for number in range(100, 112)])
    repeats, gone = (batch.rows.filter(number__range=some) for some in ((100, 105), (106, 111)))
    repeats.update(section=Section.REPEAT, decision=RowDecision.REPEAT, repeat_of=first, entry=first.entry)
    gone.update(section=Section.GONE, decision=RowDecision.KEEP)
    with CaptureQueriesContext(connection) as queries:
        ask_to_commit(coordinator, batch=batch)
    assert batch.state == CohortState.COMMITTED
    for kind in ("\"decision\" = 'repeat'", 'NOT ("outreach_cohortrow"."decision" = \'\')'):
        told = (one["sql"] or "" for one in queries)
        parts = [statement for statement in told if kind in statement and "LIMIT 2" in statement]
        places = [re.search(r'"number" > (\d+)', part)[1] for part in parts]
        assert len(set(places)) == len(places) == 4, kind


def test_a_repeat_of_a_repeat_is_added_after_it_wherever_it_stands(coordinator, campaign, in_pairs):
    batch = send_and_match(coordinator, campaign, [person(str(n)) for n in range(1, 7)])
    first, *others = batch.rows.order_by("number")
    for row, other in zip(others, [*others[1:], first], strict=True):  # each of the next below, the last of the first
        batch.rows.filter(pk=row.pk).update(decision=RowDecision.REPEAT, repeat_of=other)
    ask_to_commit(coordinator, batch=batch)
    assert batch.state == CohortState.COMMITTED
    assert set(batch.rows.values_list("contact", flat=True)) == {CampaignContact.objects.get().pk}


def test_of_everybody_on_record_only_those_asked_for_are_read(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, [person()])
    numbers = [make_test_number(seed) for seed in range(1, 201)]
    people = [uuid4() for _ in range(200)]
    with CaptureQueriesContext(connection) as queries:
        holders_of(coordinator, numbers)
        list(changed_since_matched(coordinator, batch, people))
    by_number, changed = (plan_of(query["sql"]) for query in queries)
    assert "one_person_per_nhs_number" in by_number, by_number
    assert "person_id = ANY ('{" in changed, changed


def plan_of(statement):
    """As for a table that is too long to be read from one end to the other."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {statement}")
        return "\n".join(line for (line,) in cursor.fetchall())
