"""The roles' passwords, made once and kept in a file that only their owner can read."""

import json
import secrets
from pathlib import Path
from typing import NamedTuple

DATABASE = "linkworks"
ADMINISTRATOR = "postgres"
OWNER = "linkworks_owner"
WEB = "linkworks_web"


class Urls(NamedTuple):
    """Connection addresses: ``database_url`` for the web role, ``owner_url`` to migrate and back up."""

    database_url: str
    owner_url: str


def passwords(home: Path) -> dict[str, str]:
    """Passwords by role, made at the first call."""
    file = home / "passwords.json"
    if not file.exists():
        made = {role: secrets.token_urlsafe(24) for role in (ADMINISTRATOR, OWNER, WEB)}
        new = file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(made))
        new.rename(file)
    return {str(role): str(password) for role, password in json.loads(file.read_text()).items()}


def address(home: Path, role: str, port: int, database: str = DATABASE) -> str:
    return f"postgresql://{role}:{passwords(home)[role]}@127.0.0.1:{port}/{database}"
