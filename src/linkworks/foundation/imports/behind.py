"""Letting the database write one lot while the next is worked out, on the same connection, in the same transaction."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

import psycopg
from django.db import connection

Deed = Callable[[psycopg.Connection], None]


class Behind:
    """One deed at a time. Before anybody else uses the connection, `wait`; leaving the `with` waits too."""

    def __enter__(self) -> Self:
        connection.ensure_connection()
        self._database: psycopg.Connection = connection.connection
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._last: Future[None] | None = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=True)
        if error is None:
            self.wait()

    def do(self, deed: Deed) -> None:
        self.wait()
        self._last = self._thread.submit(deed, self._database)

    def wait(self) -> None:
        """Raises what went wrong behind us."""
        last, self._last = self._last, None
        if last is not None:
            last.result()
