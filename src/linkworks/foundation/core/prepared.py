"""Statements that never change but in their parameters."""

import psycopg
from django.db.backends.utils import CursorWrapper
from django.db.transaction import get_connection


def prepared_cursor() -> CursorWrapper:
    """A cursor whose statements PostgreSQL reads and plans once for each connection, then only runs.

    To read and plan a page's statement costs PostgreSQL several times what running it does. Django's own cursors write
    the parameters into the text, so that each is a statement never seen before. For texts that are few and used again
    and again: a connection keeps a hundred.
    """
    database = get_connection()  # what `django.db.connection` stands for, looked up once
    database.close_if_health_check_failed()  # as Django's own cursors do: the server may have been started anew
    database.ensure_connection()
    return database._prepare_cursor(psycopg.Cursor(database.connection))  # type: ignore[no-any-return]
