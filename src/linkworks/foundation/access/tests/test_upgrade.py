import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from linkworks.foundation.access.management.commands.upgrade import refuse_newer_schema

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def test_a_schema_newer_than_the_program_is_refused_in_one_sentence() -> None:
    MigrationRecorder(connections["owner"]).record_applied("people", "0099_from_the_future")
    with pytest.raises(
        CommandError, match=r"A newer Linkworks has upgraded this database \(people.0099_from_the_future"
    ):
        call_command("upgrade")


def test_traces_of_an_app_that_is_no_longer_installed_are_no_hindrance() -> None:
    MigrationRecorder(connections["owner"]).record_applied("long_gone", "0001_initial")
    refuse_newer_schema()


def test_no_role_but_owner_and_web_role_may_connect() -> None:
    call_command("upgrade", verbosity=0)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT grantee::regrole::text FROM pg_database, aclexplode(datacl)"
            " WHERE datname = current_database() ORDER BY 1"
        )
        assert [role for (role,) in cursor.fetchall()] == ["linkworks_owner", "linkworks_web"]
