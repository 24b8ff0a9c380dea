import psycopg
import pytest
from django.db import connection

from linkworks.foundation.core.prepared import prepared_cursor

pytestmark = pytest.mark.django_db

TEXT = "SELECT %s::int + 1"


def test_a_statement_is_planned_once_and_run_with_other_parameters():
    answers = []
    for number in (1, 2, 3):
        with prepared_cursor() as cursor:
            cursor.execute(TEXT, [number])
            answers.append(cursor.fetchone()[0])
    assert answers == [2, 3, 4]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT $1::int + 1'")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_has_ended_is_made_anew():
    connection.ensure_connection()
    connection.health_check_enabled, connection.health_check_done = True, False  # as when a request begins
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as another:
        another.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    with prepared_cursor() as cursor:
        cursor.execute(TEXT, [1])
        assert cursor.fetchone() == (2,)
