"""Letting the database work at one lot while we work at another, on the same connection, in the same transaction."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

import psycopg
from django.db import connection

Told = TypeVar("Told")
Deed = Callable[[psycopg.Connection], None]
Question = Callable[[psycopg.Connection], Told]


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


def ask_ahead(questions: Iterable[Question[Told]]) -> Generator[Told, None, None]:
    """The answers in their order: the next is looked for while the last is looked at.

    Nobody else may use the connection before the last answer; whoever may stop earlier closes this, which waits."""
    connection.ensure_connection()
    database: psycopg.Connection = connection.connection
    with ThreadPoolExecutor(max_workers=1) as thread:
        asked = (thread.submit(question, database) for question in questions)
        waiting = next(asked, None)
        while waiting:
            following = next(asked, None)
            yield waiting.result()
            waiting = following
