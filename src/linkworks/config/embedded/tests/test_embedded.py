import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from linkworks.config import embedded
from linkworks.config.embedded.home import CHECKOUT, SHARED_ROOT, Home, home_of
from linkworks.foundation.access.management.commands.upgrade import EXTENSIONS


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """A cluster of its own. As root it lies where the database account may walk: pytest's folder is closed to it."""
    if os.geteuid() == 0:
        SHARED_ROOT.mkdir(mode=0o755, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="test-", dir=SHARED_ROOT if os.geteuid() == 0 else None))
    yield Home(folder)
    embedded.leave(Home(folder))
    shutil.rmtree(folder)


@pytest.fixture
def urls(home: Home) -> embedded.Urls:
    return embedded.ensure_running(home)


def in_another_process(home: Home, code: str) -> str:
    imports = (
        "from pathlib import Path; from linkworks.config import embedded; from linkworks.config.embedded import home"
    )
    program = f"{imports}; home = home.Home(Path({str(home.path)!r})); {code}"
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT / "src")}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
    ).stdout.strip()


def ask(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def postmaster(home: Home) -> int:
    return int((home.data / "postmaster.pid").read_text().splitlines()[0])


def test_it_is_safe_with_data(urls: embedded.Urls) -> None:
    shown = {
        name: ask(urls.owner_url, f"SHOW {name}")[0][0] for name in ("fsync", "data_checksums", "password_encryption")
    }
    assert shown == {"fsync": "on", "data_checksums": "on", "password_encryption": "scram-sha-256"}


def test_it_listens_on_loopback_only(urls: embedded.Urls) -> None:
    assert ask(urls.owner_url, "SHOW listen_addresses") == [("127.0.0.1",)]


def test_a_wrong_password_is_refused(urls: embedded.Urls) -> None:
    right = psycopg.conninfo.conninfo_to_dict(urls.database_url)["password"]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(urls.database_url.replace(str(right), "wrong"))


def test_the_two_roles_may_do_no_more_than_they_need(urls: embedded.Urls) -> None:
    roles = ask(
        urls.owner_url,
        "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
        " WHERE rolname LIKE 'linkworks%' ORDER BY rolname",
    )
    assert roles == [
        ("linkworks_owner", False, False, True, False),
        ("linkworks_web", False, False, False, False),
    ]


def test_the_web_role_cannot_make_tables(urls: embedded.Urls) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege), psycopg.connect(urls.database_url) as connection:
        connection.execute("CREATE TABLE mine (id int)")


def test_the_owner_may_make_a_database_and_add_the_extensions_to_it(urls: embedded.Urls) -> None:
    with psycopg.connect(urls.owner_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE made_later")
    with psycopg.connect(urls.owner_url, dbname="made_later") as connection:
        for extension in EXTENSIONS:
            connection.execute(f"CREATE EXTENSION {extension}".encode())


def test_only_its_keeper_can_read_the_passwords(home: Home, urls: embedded.Urls) -> None:
    assert (home.path / "passwords.json").stat().st_mode & 0o777 == 0o600
    assert home.data.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has privileges to drop")
def test_root_drops_to_an_account_without_rights(home: Home, urls: embedded.Urls) -> None:
    assert Path(f"/proc/{postmaster(home)}").stat().st_uid not in {0, os.geteuid()}
    assert all(path.stat().st_uid == 0 for path in home.path.glob("programs-*/bin/*"))


def test_another_process_shares_it_and_leaves_it_running(home: Home, urls: embedded.Urls) -> None:
    before = postmaster(home)
    assert in_another_process(home, "print(embedded.ensure_running(home).database_url)") == urls.database_url
    assert postmaster(home) == before
    assert embedded.status(home).running


def test_kill_9_loses_nothing_that_was_committed(home: Home, urls: embedded.Urls) -> None:
    with psycopg.connect(urls.owner_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (number int)")
        for number in range(200):
            connection.execute("INSERT INTO kept VALUES (%s)", (number,))
        os.kill(postmaster(home), signal.SIGKILL)
    again = embedded.ensure_running(home)
    assert again == urls
    assert ask(again.owner_url, "SELECT count(*) FROM kept") == [(200,)]


def test_the_last_one_out_stops_it(home: Home, urls: embedded.Urls) -> None:
    embedded.stop(home)
    embedded.leave(home)
    in_another_process(home, "embedded.ensure_running(home); assert embedded.status(home).running")
    assert not embedded.status(home).running


def test_a_taken_port_is_exchanged_for_a_free_one(home: Home) -> None:
    embedded.stop(home)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (home.path / "port").write_text(str(port))
        urls = embedded.ensure_running(home)
    assert f":{port}/" not in urls.database_url
    assert ask(urls.database_url, "SELECT 1") == [(1,)]


def test_another_major_version_is_refused_in_one_sentence(home: Home) -> None:
    embedded.stop(home)
    recorded = home.data / "PG_VERSION"
    real = recorded.read_text()
    recorded.write_text("14\n")
    try:
        with pytest.raises(embedded.EmbeddedError, match=r"written by PostgreSQL 14, .* are PostgreSQL \d+: back up"):
            embedded.ensure_running(home)
    finally:
        recorded.write_text(real)


def test_a_checkout_has_its_own_home() -> None:
    assert home_of(Path("/srv/one")) != home_of(Path("/srv/two"))


def test_a_socket_is_left_out_where_its_name_would_be_too_long() -> None:
    assert Home(Path("/short")).socket == Path("/short/socket")
    assert Home(Path("/" + "long" * 30)).socket is None
