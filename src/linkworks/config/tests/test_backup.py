from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg import sql

from linkworks.config.backup import back_up, restore
from linkworks.foundation.accounts.tests.factories import MembershipFactory
from tests.support.database import as_owner

pytestmark = pytest.mark.django_db(databases=["default", "owner"], transaction=True)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A back-up of a database in which somebody works."""
    MembershipFactory(user__name="Amina Yusuf")
    call_command("backup", str(tmp_path / "linkworks.dump"), verbosity=0)
    return tmp_path / "linkworks.dump"


@pytest.fixture
def empty() -> Iterator[dict]:
    """An empty database beside the tests' own, as its owner."""
    name = f"{settings.DATABASES['owner']['NAME']}_empty"
    with as_owner() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield {**settings.DATABASES["owner"], "NAME": name}
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def every_row(name: str) -> dict[str, list[tuple]]:
    parts = settings.DATABASES["owner"]
    with psycopg.connect(
        dbname=name, user=parts["USER"], password=parts["PASSWORD"], host=parts["HOST"], port=parts["PORT"]
    ) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            table: connection.execute(
                sql.SQL("SELECT t::text FROM {} t ORDER BY 1").format(sql.Identifier(table))
            ).fetchall()
            for (table,) in tables
        }


def test_what_is_restored_equals_what_was_backed_up(backup: Path, empty: dict) -> None:
    restore(empty, backup)
    before, after = every_row(settings.DATABASES["owner"]["NAME"]), every_row(empty["NAME"])
    assert after == before
    assert "Amina Yusuf" in str(after["accounts_user"])


def test_a_backup_is_readable_by_us_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert list(backup.parent.iterdir()) == [backup]


def test_a_database_that_is_not_empty_is_not_overwritten(backup: Path) -> None:
    with pytest.raises(CommandError, match="is not empty: name an empty one"):
        call_command("restore", str(backup))


def test_a_broken_backup_changes_nothing(backup: Path, empty: dict) -> None:
    backup.write_bytes(backup.read_bytes()[: backup.stat().st_size * 2 // 3])
    with pytest.raises(CommandError):
        restore(empty, backup)
    assert every_row(empty["NAME"]) == {}


def test_what_is_no_backup_is_refused(tmp_path: Path, empty: dict) -> None:
    (tmp_path / "no.dump").write_text("Dear diary")
    with pytest.raises(CommandError, match="pg_restore failed"):
        restore(empty, tmp_path / "no.dump")


def test_restoring_can_set_the_present_database_aside(backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = settings.DATABASES["owner"]["NAME"]
    before = every_row(name)
    with as_owner() as owner:
        owner.execute("UPDATE accounts_user SET name = 'Somebody else'")
    connections.close_all()
    call_command("restore", str(backup), "--set-aside")
    kept = capsys.readouterr().out.split()[-1].rstrip(".")
    try:
        assert every_row(name) == before
        assert "Somebody else" in str(every_row(kept)["accounts_user"])
    finally:
        with as_owner() as server:
            server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(kept)))


def test_a_backup_of_a_database_that_cannot_be_reached_fails(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="pg_dump failed"):
        back_up({**settings.DATABASES["owner"], "PORT": "1"}, tmp_path / "no.dump")
    assert not (tmp_path / "no.dump").exists()
