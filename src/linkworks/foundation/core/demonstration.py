"""Whether this database was made to be a demonstration.

Invented people and ready-made sign-ins may go into no other. The mark is a function in the database: only the owner can
make one, a back-up carries it along, and it is set when the database is made or never.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

FUNCTION = "linkworks_is_demonstration"


def mark(owner: BaseDatabaseWrapper) -> None:
    """Mark a database that holds no tables yet. Anything else is refused: there may be real people in it."""
    if owner.introspection.table_names():
        raise ValueError("Only an empty database can be made a demonstration.")
    with owner.cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION public.{FUNCTION}() RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'"
        )


def is_marked(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure(%s) IS NOT NULL", [f"public.{FUNCTION}()"])
        return bool(cursor.fetchone()[0])
