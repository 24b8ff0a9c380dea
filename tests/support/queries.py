"""Counting what a page asks of the database; the statements that frame a transaction are not counted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

FRAME = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)|set_config|SELECT coalesce\(current_setting")


@contextmanager
def asked() -> Iterator[list[str]]:
    """The text of each query while the block runs, prepared or not."""
    texts: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if not FRAME.search(sql):
            texts.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield texts


@contextmanager
def at_most(queries: int) -> Iterator[None]:
    with asked() as texts:
        yield
    assert len(texts) <= queries, f"{len(texts)} queries:\n" + "\n".join(sql[:200] for sql in texts)
