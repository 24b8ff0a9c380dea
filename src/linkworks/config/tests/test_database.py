import os
import secrets
from collections.abc import Iterator

import psycopg
import pytest
from django.db import ConnectionHandler, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from linkworks.config import embedded
from linkworks.config.database import is_named, refuse_old_server, refuse_unsuitable_role
from linkworks.config.embedded.home import home_of
from linkworks.config.embedded.passwords import ADMINISTRATOR, address
from linkworks.config.env import BadSetting

ROLE = f"tested_role_{os.getpid()}"


@pytest.fixture
def administrator() -> Iterator[psycopg.Connection]:
    """The embedded cluster's own superuser, who alone can make the roles that are to be refused."""
    if is_named(os.environ):
        pytest.skip("needs a superuser, and DATABASE_URL names a server that is not ours")
    embedded.ensure_running()
    found = embedded.status()
    assert found.port
    url = address(home_of().path, ADMINISTRATOR, found.port, str(connection.settings_dict["NAME"]))
    with psycopg.connect(url, autocommit=True) as connected:
        yield connected
        connected.execute(sql.SQL("DROP OWNED BY {role}; DROP ROLE {role}").format(role=sql.Identifier(ROLE)))


def connect_as_new_role(administrator: psycopg.Connection, rights: str) -> BaseDatabaseWrapper:
    password = secrets.token_hex()
    administrator.execute(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{password}' {rights}".encode())
    administrator.execute(f'GRANT CONNECT ON DATABASE "{connection.settings_dict["NAME"]}" TO {ROLE}'.encode())
    return ConnectionHandler({"default": connection.settings_dict | {"USER": ROLE, "PASSWORD": password}})["default"]


@pytest.mark.django_db
def test_the_web_role_is_suitable() -> None:
    refuse_unsuitable_role(connection)


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_role_that_owns_the_tables_is_refused() -> None:
    with pytest.raises(BadSetting, match=r"signs in as linkworks_owner, which owns \d+ tables or sequences"):
        refuse_unsuitable_role(connections["owner"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("rights", "reason"),
    [
        ("SUPERUSER", "is a superuser, so that"),
        ("BYPASSRLS", "may bypass row security, so that"),
        ("IN ROLE linkworks_owner", "belongs to the role that does"),
    ],
)
def test_a_role_that_row_security_would_not_hold_is_refused(
    administrator: psycopg.Connection, rights: str, reason: str
) -> None:
    refused = connect_as_new_role(administrator, rights)
    try:
        with pytest.raises(BadSetting, match=f"signs in as {ROLE}, which .*{reason}"):
            refuse_unsuitable_role(refused)
    finally:
        refused.close()


@pytest.mark.django_db
def test_a_postgresql_that_is_too_old_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linkworks.config.database.OLDEST_VERSION", 99)
    with pytest.raises(BadSetting, match=r"names a PostgreSQL \d+: Linkworks needs 99 or later"):
        refuse_old_server(connection)


def test_a_database_named_for_one_role_only_is_refused() -> None:
    with pytest.raises(BadSetting, match="DATABASE_URL is set but DATABASE_OWNER_URL is not: set both"):
        is_named({"DATABASE_URL": "postgresql://web@host/linkworks"})


def test_a_database_may_be_named_by_files() -> None:
    assert is_named({"DATABASE_URL_FILE": "/run/web", "DATABASE_OWNER_URL_FILE": "/run/owner"})
    assert not is_named({})
