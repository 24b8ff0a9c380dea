"""An import whose process is killed while it writes: the directory is as it was, and the import can be done again."""

import json
import os
import subprocess
import sys

import psycopg

from tests.support import database

KILLED_WHILE_IT_WRITES = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
from linkworks.domain.directory.actions.imports import commit
from linkworks.domain.directory.choices import Kind
write = commit.write

def and_die(kind, *rest):
    write(kind, *rest)
    if kind is Kind.SERVICE:
        os.kill(os.getpid(), signal.SIGKILL)

commit.write = and_die
call_command("directory_import", sys.argv[1], name="Feed")
"""
PLACE = {"id": "p1", "location": {"id": "l1", "name": "Hall"}}


def run(addresses, *command):
    web, owner = addresses
    environment = os.environ | {
        "DATABASE_URL": web,
        "DATABASE_OWNER_URL": owner,
        "DJANGO_SETTINGS_MODULE": "linkworks.config.settings.test",
    }
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


def write_feed(path, name):
    records = [{"id": f"s{number}", "name": f"{name} {number}", "status": "active"} for number in range(3)]
    records[0]["service_at_locations"] = [PLACE]
    path.write_text(json.dumps(records))
    return str(path)


def names(owner):
    with psycopg.connect(owner) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM directory_service ORDER BY name")]


def test_killed_in_the_middle_of_a_commit(tmp_path):
    importing = "-m", "linkworks.config.command_line", "directory_import"
    with database.another("killed") as addresses:
        before, after = (write_feed(tmp_path / f"{name}.json", name) for name in ("Before", "After"))
        assert run(addresses, *importing, before, "--name", "Feed").returncode == 0
        assert run(addresses, "-c", KILLED_WHILE_IT_WRITES, after).returncode == -9
        assert names(addresses[1]) == ["Before 0", "Before 1", "Before 2"]
        again = run(addresses, *importing, after, "--name", "Feed")
        assert "Service: 3 changed" in again.stdout
        assert names(addresses[1]) == ["After 0", "After 1", "After 2"]
