"""Counting what a page asks of the database; the statements that frame a transaction are not counted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

FRAME = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)|set_config|SELECT coalesce\(current_setting")


def queries_in(captured: CaptureQueriesContext) -> list[str]:
    """The text of each; of a prepared statement Django knows none."""
    texts = [query["sql"] or "(prepared)" for query in captured.captured_queries]
    return [text for text in texts if not FRAME.search(text)]


@contextmanager
def at_most(queries: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    asked = queries_in(captured)
    assert len(asked) <= queries, f"{len(asked)} queries:\n" + "\n".join(sql[:200] for sql in asked)
